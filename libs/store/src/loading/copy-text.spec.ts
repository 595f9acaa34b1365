import fc from 'fast-check';
import pg from 'pg';
import { createTestDatabase } from '../../../../test/support/database.js';
import { copyRows } from './copy-rows.js';
import { CopyText } from './copy-text.js';

const read = (text: CopyText, items: readonly number[] | 'all' = 'all'): string =>
  Buffer.from(text.take(items)).toString('utf8');

const COLUMNS = [
  { column: 'a', field: 'a', type: 'text' },
  { column: 'b', field: 'b', type: 'integer' },
  { column: 'c', field: 'c', type: 'boolean' },
  { column: 'd', field: 'd', type: 'date' },
] as const;

describe('COPY text', () => {
  it('writes values with tabs between them and escapes text only', () => {
    const text = new CopyText();
    text.values(COLUMNS, ['a\tb\\c\nd', 1_234, true, '2026-11-20']);
    text.endLine();
    text.values(COLUMNS, [null, 0, false, null]);
    text.endLine();
    expect(read(text)).toBe('a\\tb\\\\c\\nd\t1234\tt\t2026-11-20\n\\N\t0\tf\t\\N\n');
  });

  it('writes whole numbers as String does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.nat(), fc.constantFrom(9, 10, 999_999_999, 1_000_000_000)), (n) => {
        const text = new CopyText();
        text.integer(n);
        text.endItem();
        expect(read(text)).toBe(String(n));
      }),
    );
  });

  it('hands out any of its items, and forgets what was written after a position', () => {
    const text = new CopyText();
    for (const line of ['one', 'two', 'three']) {
      text.ascii(line);
      const kept = text.position;
      text.text('é'.repeat(100_000));
      text.rewind(kept);
      text.endLine();
      text.endItem();
    }
    expect(read(text, [0, 2])).toBe('one\nthree\n');
    expect(read(text, [1])).toBe('two\n');
    expect(read(text, [])).toBe('');
    text.clear();
    expect([read(text), text.items]).toEqual(['', 0]);
  });

  it('comes back from PostgreSQL as it was, whatever it holds', async () => {
    const { url, drop } = await createTestDatabase();
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query('CREATE TEMPORARY TABLE copied (n integer, line text)');
      const character = fc.string({ unit: 'binary', maxLength: 60 }).filter((line) => !line.includes('\0'));
      const lines = fc.sample(fc.oneof(character, fc.string({ unit: 'grapheme' }), fc.constant('\\N')), 2_000);
      const text = new CopyText();
      for (const [n, line] of lines.entries()) {
        text.integer(n);
        text.tab();
        text.text(line.toWellFormed());
        text.endLine();
      }
      await copyRows(client, 'copied', ['n', 'line'], text.take('all'));
      const { rows } = await client.query<{ line: string }>('SELECT line FROM copied ORDER BY n');
      expect(rows.map(({ line }) => line)).toEqual(lines.map((line) => line.toWellFormed()));
    } finally {
      await client.end();
      await drop();
    }
  });
});
