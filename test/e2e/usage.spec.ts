import { FILE_REASONS, RECORD_REASONS } from '#libs/domain';
import { COMMANDS } from '../../apps/migrator/src/cli/commands/index.js';
import type { CommandDefinition } from '../../apps/migrator/src/cli/definition/index.js';
import { commandLine } from '../support/command-line.js';
import { type Ending, passerelle, STACK } from '../support/spawn-cli.js';

const LANGS = ['en', 'fr'] as const;

const pathsOf = (command: CommandDefinition, path: string): readonly string[] => [
  path,
  ...(command.subcommands ?? []).flatMap((sub) => pathsOf(sub, `${path} ${sub.name}`)),
];
const PATHS: string[] = [];
// One after the other: Jest's module loader cannot take commands that share what they import all at once.
for (const registered of COMMANDS) PATHS.push(...pathsOf((await registered.load()).command, registered.name));

/** The same command line in this process: a start of the program for each of hundreds of lines takes minutes. */
const say = (line: string, locale?: string): Promise<Ending> => commandLine(line.split(' '), '', locale);

test.each(COMMANDS.map(({ name }) => name))(
  'the built program has %s, and leaves with its exit codes',
  async (name) => {
    const [help, wrong] = await Promise.all([passerelle(`${name} --help`), passerelle(`${name} --jsno`)]);
    expect(help).toEqual(await say(`${name} --help`));
    expect(wrong).toEqual(await say(`${name} --jsno`));
  },
);

test.each(LANGS)('alone, it shows the commands in the order of a rollout (%s)', async (lang) => {
  const { code, stdout, stderr } = await passerelle(`--lang ${lang}`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(lang === 'fr' ? 'Utilisation : passerelle' : 'Usage: passerelle');
  const places = COMMANDS.map(({ name }) => stdout.indexOf(`\n  ${name} `));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((left, right) => left - right));
});

test.each(PATHS)('%s --help has an example in both languages', async (path) => {
  const [english, french] = await Promise.all(LANGS.map((lang) => say(`${path} --help --lang ${lang}`)));
  expect(english).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/\nExamples:\n {2}# .+\n/) });
  expect(french).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/\nExemples :\n {2}# .+\n/) });
  for (const { stdout } of [english, french] as Ending[]) expect(stdout).toContain(`passerelle ${path}`);
});

test.each(PATHS)('%s refuses an option that it does not know, in both languages', async (path) => {
  const [english, french] = await Promise.all([say(`${path} --jsno`), say(`${path} --jsno`, 'fr_FR.UTF-8')]);
  expect(english).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Did you mean "--json"?') });
  expect(french).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('Vouliez-vous dire « --json » ?'),
  });
  for (const { stderr } of [english, french]) {
    expect(stderr).toContain(`passerelle ${path} --help`);
    expect(stderr).not.toMatch(STACK);
  }
});

test.each([
  ['exlain', 'explain'],
  ['--versoin', '--version'],
  ['explain date.invald', 'date.invalid'],
  ['explain x --lang de', undefined],
  ['explain a b', undefined],
  ['explain --lang', undefined],
])('%s is wrong usage, told as text and as JSON', async (line, meant) => {
  const told = await passerelle(line);
  expect(await say(line)).toEqual(told);
  expect(told).toMatchObject({ code: 2, stdout: '' });
  expect(told.stderr).not.toMatch(STACK);
  const { code, stdout, stderr } = await say(`--json ${line}`);
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  const { error } = JSON.parse(stdout) as { error: Readonly<Record<string, string | undefined>> };
  expect(error).toMatchObject({ code: expect.stringMatching(/^usage\./), message: expect.any(String) });
  expect(error['next']).toContain('passerelle');
  expect(error['nearest']).toBe(meant);
});

test.each([...RECORD_REASONS, ...FILE_REASONS])('explain %s in both languages', async (reason) => {
  const [english, french] = await Promise.all(LANGS.map((lang) => say(`explain ${reason} --lang ${lang}`)));
  expect(english).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('What to do') });
  expect(french).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Que faire') });
});

test('the version is that of the package', async () => {
  expect((await passerelle('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(JSON.parse((await passerelle('--version --json')).stdout)).toHaveProperty('version');
});
