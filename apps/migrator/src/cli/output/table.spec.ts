import { tableLines } from './table.js';

test('titles, a rule and rows are aligned; numbers stand to the right, grouped', () => {
  const lines = tableLines(
    [{ title: 'Table' }, { title: 'Read' }, { title: 'Note' }],
    [
      ['USAGERS', 120000, 'été'],
      ['DOSSIERS', 7, undefined],
    ],
    'en',
  );
  expect(lines).toEqual([
    'Table        Read  Note',
    '--------  -------  ----',
    'USAGERS   120,000  été',
    'DOSSIERS        7',
  ]);
});

test('a table without rows still has its titles', () => {
  expect(tableLines([{ title: 'Code' }, { title: 'Count', align: 'right' }], [], 'fr')).toEqual([
    'Code  Count',
    '----  -----',
  ]);
});

test('a combining accent takes no room, and a cell cannot move the cursor', () => {
  const lines = tableLines([{ title: 'A' }, { title: 'B' }], [['e\u0301', 'x\u001b[2J\ny']], 'en');
  expect(lines[2]).toBe('e\u0301  x\ufffd[2J\ufffdy');
});
