import { EXIT, TeachingError } from '#libs/domain';
import { describeError } from './describe-error.js';
import { errorDocument, errorText } from './render-error.js';

const place = { file: 'config/sources/coordin.yml', line: 12, column: 3 };
const args = { word: 'imprt', help: 'passerelle --help', nearest: 'import' };
const wrong = new TeachingError('usage.command', args, { place, exitCode: EXIT.usage });

test('for people: what, where, the nearest word, why, what next, the code', () => {
  expect(errorText(describeError(wrong, 'fr'), 'fr').split('\n')).toEqual([
    "passerelle: La commande « imprt » n'existe pas.",
    '  config/sources/coordin.yml:12:3',
    'Vouliez-vous dire « import » ?',
    'Pourquoi : Les premiers mots après `passerelle` disent quoi faire ; ce sont toujours des mots anglais.',
    'Ensuite : Lancez `passerelle --help` pour voir les commandes.',
    'Code : usage.command',
    '',
  ]);
});

test('for programs: one document', () => {
  expect(errorDocument(describeError(wrong, 'en'))).toEqual({
    error: {
      code: 'usage.command',
      message: 'There is no command "imprt".',
      why: expect.stringContaining('English words'),
      next: 'Run `passerelle --help` to see the commands.',
      place,
      nearest: 'import',
    },
  });
});

test('what exactly a code stands for is told under it, by a code of its own; one that nobody knows is left out', () => {
  const refused = (key: string) =>
    describeError(new TeachingError('file.mismatch', {}, { detail: { key, args: { table: 'USAGERS' } } }), 'en');
  expect(errorText(refused('mismatch.empty'), 'en')).toMatch(
    /\n {2}.*USAGERS.* \(mismatch\.empty\)\n[^]*Code: file\.mismatch\n/,
  );
  expect(errorDocument(refused('mismatch.empty'))).toMatchObject({
    error: { code: 'file.mismatch', detail: { code: 'mismatch.empty' } },
  });
  expect(errorDocument(refused('no.such'))).not.toHaveProperty('error.detail');
});

test('a file name cannot forge lines', () => {
  const error = new TeachingError('program.output', { cause: 'x' }, { place: { file: 'a\nCode: fake\u001b[2J' } });
  expect(errorText(describeError(error, 'en'), 'en').split('\n')[1]).toBe('  a\ufffdCode: fake\ufffd[2J');
});

test('every mistake of a configuration file is told, each with its place', () => {
  const violation = { code: 'config.tab', args: {}, place, path: '$.tables' };
  const error = Object.assign(new TeachingError('config.invalid', { file: place.file, count: 2 }), {
    violations: [violation, { ...violation, place: { ...place, line: 14 } }],
  });
  const told = describeError(error, 'en');
  expect(errorText(told, 'en').match(/^ {2}config\/sources\/coordin\.yml:1[24]:3 {2}\$\.tables {2}\S+/gm)).toHaveLength(
    2,
  );
  expect(errorDocument(told)).toMatchObject({ error: { findings: [{ path: '$.tables' }, { place: { line: 14 } }] } });
});

test('a surprise is told as a fault of the program, with exit code 1', () => {
  const told = describeError(new RangeError('DUPONT'), 'en');
  expect(told).toMatchObject({ code: 'program.fault', exitCode: EXIT.failed });
  expect(told.teaching.what).toContain('RangeError at apps/');
  expect(JSON.stringify(told)).not.toContain('DUPONT');
});

test('a code that the catalogue lacks is a fault that keeps its exit code', () => {
  const told = describeError(new TeachingError('no.such.code', {}, { exitCode: EXIT.refused }), 'en');
  expect(told).toMatchObject({ code: 'program.fault', exitCode: EXIT.refused });
  expect(told.teaching.what).toContain('no.such.code');
});
