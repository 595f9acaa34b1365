import { argument, defineCommand, option, type CommandDefinition } from '../definition/index.js';
import { parseCommand } from './command-parser.js';
import { readValues } from './values.js';

const text = { en: 'text', fr: 'texte' };
const about = { summary: text, examples: [{ command: 'passerelle load', text }] } as const;

const load = defineCommand({
  name: 'load',
  ...about,
  arguments: { files: argument.many({ metavar: 'FILE', text }) },
  options: {
    site: option.text({ metavar: 'SITE', text, required: true }),
    sourceFormat: option.choice({ metavar: 'FORM', text, choices: ['txt', 'slk'], fallback: 'txt' }),
    full: option.flag({ text, conflicts: ['delta'] }),
    delta: option.flag({ text }),
  },
  dryRun: true,
  run: () => Promise.resolve(),
});
const list = defineCommand({ name: 'list', ...about, options: { field: option.text({ metavar: 'F', text }) } });
const queue = defineCommand({
  name: 'queue',
  ...about,
  subcommands: [list, defineCommand({ name: 'show', ...about })],
});
const link = defineCommand({
  name: 'link',
  ...about,
  options: { train: option.flag({ text }) },
  subcommands: [defineCommand({ name: 'bench', ...about, run: () => Promise.resolve() })],
  run: () => Promise.resolve(),
});

const parse = (command: CommandDefinition, line: string) =>
  parseCommand(command, `passerelle ${command.name}`, line === '' ? [] : line.split(' '));
const values = (command: CommandDefinition, line: string) => {
  const request = parse(command, line);
  if (request.kind === 'help') throw new Error('help');
  return readValues(request, 'en');
};
const failure = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test('words become values, options before, between and after arguments', () => {
  const { args, options } = values(load, 'a.csv --site S1 b.csv --source-format=slk --dry-run --full c.csv --json');
  expect(args).toEqual({ files: ['a.csv', 'b.csv', 'c.csv'] });
  expect(options).toMatchObject({
    site: 'S1',
    sourceFormat: 'slk',
    full: true,
    delta: false,
    dryRun: true,
    json: true,
  });
});

test('what follows -- is never an option', () => {
  expect(values(load, '--site S1 -- x').args).toEqual({ files: ['x'] });
});

test('subcommands are found, with their own options', () => {
  const request = parse(queue, 'list --field NOM --json');
  expect(request).toMatchObject({ kind: 'run', definition: list, path: 'passerelle queue list' });
  expect(parse(link, '--train')).toMatchObject({ path: 'passerelle link', options: { train: [''] } });
  expect(parse(link, 'bench')).toMatchObject({ path: 'passerelle link bench' });
});

test.each([
  [load, '--help', 'passerelle load'],
  [load, 'a.csv -h', 'passerelle load'],
  [queue, '--help', 'passerelle queue'],
  [queue, 'list --help', 'passerelle queue list'],
])('help is asked for whatever else is missing', (command, line, path) => {
  expect(parse(command, line)).toMatchObject({ kind: 'help', path });
});

test.each([
  [load, '--site', 'usage.option.value', { option: '--site SITE' }],
  [load, 'a.csv', 'usage.option.missing', { option: '--site SITE' }],
  [load, '--site S', 'usage.argument.missing', { argument: 'FILE' }],
  [load, 'a.csv --sit=DUPONT', 'usage.option', { word: '--sit', nearest: '--site' }],
  [load, 'a.csv --hlep', 'usage.option', { word: '--hlep', nearest: '--help' }],
  [load, 'a.csv --site S --full --delta', 'usage.option.conflict', { option: '--full', other: '--delta' }],
  [load, 'a.csv --site S --source-format sylk', 'usage.value', { option: '--source-format', nearest: 'slk' }],
  [load, 'a.csv --site --json', 'usage.value', { option: '--site' }],
  [queue, 'lsit', 'usage.command', { word: 'lsit', nearest: 'list', help: 'passerelle queue --help' }],
  [link, 'bnech', 'usage.command', { word: 'bnech', nearest: 'bench' }],
  [queue, 'list x', 'usage.argument.extra', { command: 'passerelle queue list' }],
  [queue, 'list --filed X', 'usage.option', { word: '--filed', nearest: '--field', command: 'passerelle queue list' }],
])('%# wrong usage of a command says what and where to look', (command, line, code, args) => {
  const error = failure(() => values(command, line));
  expect(error).toMatchObject({ name: 'TeachingError', code, exitCode: 2, args });
  expect(JSON.stringify(error)).not.toMatch(/DUPONT/);
});
