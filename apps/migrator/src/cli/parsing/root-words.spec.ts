import { readEarlyOptions } from './early-options.js';
import { readRootWords } from './root-words.js';

const split = (line: string) => (line === '' ? [] : line.split(' '));

test.each([
  ['', { kind: 'help' }],
  ['--help', { kind: 'help' }],
  ['--json -h', { kind: 'help' }],
  ['help', { kind: 'help' }],
  ['--version', { kind: 'version' }],
  ['-V', { kind: 'version' }],
  ['import --help', { kind: 'command', name: 'import', words: ['--help'] }],
  ['help import', { kind: 'command', name: 'import', words: ['--help'] }],
  ['help quarantine list', { kind: 'command', name: 'quarantine', words: ['list', '--help'] }],
  ['--lang fr --json runs show 7', { kind: 'command', name: 'runs', words: ['--lang', 'fr', '--json', 'show', '7'] }],
  ['--lang=de runs', { kind: 'command', name: 'runs', words: ['--lang=de'] }],
])('%j', (line, request) => {
  expect(readRootWords(split(line))).toEqual(request);
});

test.each([
  ['--jsno runs', 'usage.option', { word: '--jsno', nearest: '--json' }],
  ['--site=DUPONT', 'usage.option', { word: '--site' }],
  ['--lang', 'usage.option.value', { option: '--lang LANG' }],
])('%j is wrong usage', (line, code, args) => {
  expect(() => readRootWords(split(line))).toThrow(
    expect.objectContaining({ code, exitCode: 2, args: expect.objectContaining(args) }),
  );
});

test.each([
  ['import --json --lang fr x', { json: true, lang: 'fr' }],
  ['--lang=FR --lang en', { json: false, lang: 'en' }],
  ['--lang de', { json: false }],
  ['--lang', { json: false }],
  ['read -- --json --lang fr', { json: false }],
])('early options of %j', (line, options) => {
  expect(readEarlyOptions(split(line))).toEqual(options);
});
