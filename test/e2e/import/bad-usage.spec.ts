import { appendFile, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { tryLockSource, unlockSource } from '#libs/store';
import { commandLine } from '../../support/command-line.js';
import { copyConfig } from '../../support/config-copy.js';
import { Installation } from '../../support/import-harness.js';
import { generateNight, type Night, NEXT_NIGHT, NIGHT } from '../../support/night-exports.js';
import { STACK } from '../../support/spawn-cli.js';

const SITE = 'psa-07';

let installation: Installation;
let night: Night;
let next: Night;

beforeAll(async () => {
  installation = await Installation.open();
  Object.assign(process.env, installation.environment);
  const base = { households: 10, seed: 77_111, sites: [SITE] };
  night = await generateNight({ ...base, out: join(installation.folder, '1') });
  const evolve = { since: NIGHT, changed: 0.5, removed: 0, added: 0 };
  next = await generateNight({ ...base, out: join(installation.folder, '2'), night: NEXT_NIGHT, evolve });
  await mkdir(join(installation.folder, 'nothing'));
});

afterAll(() => installation.close());

/** The words must end with that code and be told in both languages and as JSON, in words that teach. */
const expectTaught = async (
  words: readonly string[],
  exit: number,
  code: string,
  named: readonly string[],
): Promise<void> => {
  const before = await installation.digest();
  const english = await commandLine(words);
  const french = await commandLine(['--lang', 'fr', ...words]);
  const json = await commandLine(['--json', ...words]);
  for (const { code: ended, stdout, stderr } of [english, french]) {
    expect({ ended, stdout }).toEqual({ ended: exit, stdout: '' });
    expect(stderr).toContain(`Code${stderr.includes('Code : ') ? ' ' : ''}: ${code}\n`);
    for (const name of named) expect(stderr).toContain(name);
    expect(stderr).not.toMatch(STACK);
  }
  expect(english.stderr).toMatch(/\nWhy: .{20,}\nNext: .{10,}\n/);
  expect(french.stderr).toMatch(/\nPourquoi : .{20,}\nEnsuite : .{10,}\n/);
  expect(json.code).toBe(exit);
  expect(JSON.parse(json.stdout)).toMatchObject({
    error: { code, message: expect.any(String), why: expect.any(String), next: expect.any(String) },
  });
  expect(await installation.digest()).toEqual(before);
};

const importOf = (...words: readonly string[]): string[] => ['import', '--source', 'coordin', '--site', SITE, ...words];

test('a file that is not there', async () => {
  const path = join(installation.folder, 'COORDIN_USAGERS_PSA07_20261120.csv');
  await expectTaught(importOf(path), 2, 'export.not-found', [path]);
});

test('a folder without exports of the source', async () => {
  const folder = join(installation.folder, 'nothing');
  await expectTaught(importOf(folder), 2, 'export.none', ['coordin', folder]);
});

test('a source that no profile describes', async () => {
  const words = ['import', '--source', 'cordin', '--site', SITE, night.folder(SITE)];
  await expectTaught(words, 2, 'source.unknown', ['cordin', 'coordin']);
});

test('a source that can only be read', async () => {
  const words = ['import', '--source', 'csv', '--site', SITE, night.path(SITE, 'USAGERS')];
  await expectTaught(words, 2, 'source.read-only', ['csv']);
});

test.each(['PSA 07', 'psa_07', '-psa', 'PSA07'])('a site that is not written as sites are: %s', async (site) => {
  const words = ['import', '--source', 'coordin', `--site=${site}`, night.folder(SITE)];
  await expectTaught(words, 2, 'site.malformed', [site]);
});

test('files of two nights at once', async () => {
  const words = importOf(night.path(SITE, 'USAGERS'), next.path(SITE, 'DOSSIERS'));
  await expectTaught(words, 2, 'import.several-nights', [NIGHT, NEXT_NIGHT]);
});

test('two different files of one table', async () => {
  const twice = join(installation.folder, 'twice');
  await mkdir(twice);
  await copyFile(next.path(SITE, 'Personnes'), join(twice, 'Personnes.txt'));
  const words = ['import', '--source', '4d', '--site', SITE, night.path(SITE, 'Personnes'), twice];
  await expectTaught(words, 2, 'import.two-files', ['Personnes']);
});

test('a source that somebody imports right now', async () => {
  await installation.engine.database.session(async (client) => {
    expect(await tryLockSource(client, SITE, 'coordin')).toBe(true);
    await expectTaught(importOf(night.folder(SITE)), 1, 'import.busy', ['coordin', SITE]);
    await unlockSource(client, SITE, 'coordin');
  });
});

test.each([
  ['runs', 'show'],
  ['runs', 'resume'],
  ['runs', 'rollback'],
])('a run that is not there: %s %s', async (...words) => {
  await expectTaught([...words, 'R4711'], 2, 'run.unknown', ['R4711']);
});

test.each(['R0', 'x', '-1'])('a run that cannot be: %s', async (run) => {
  await expectTaught(['runs', 'show', '--', run], 2, 'run.unknown', [run]);
});

describe('a profile that is broken', () => {
  let config: string;
  let profile: string;
  let sound: string;

  beforeAll(async () => {
    config = await copyConfig(join(installation.folder, 'config'));
    profile = join(config, 'sources', 'coordin.yml');
    sound = await readFile(profile, 'utf8');
    process.env['PASSERELLE_CONFIG'] = config;
  });

  afterEach(() => writeFile(profile, sound));
  afterAll(() => delete process.env['PASSERELLE_CONFIG']);

  const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

  test('not YAML: told with file, line and column', async () => {
    const line = sound.split('\n').length;
    await appendFile(profile, '  broken: [1, 2\n');
    const { code, stderr, stdout } = await commandLine(importOf(night.folder(SITE)));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`${basename(profile)}:(${String(line)}|${String(line + 1)}):\\d+`));
    expect(stderr).not.toMatch(STACK);
  });

  test.each([
    ['an unknown key', '    makes: person', '    makse: person'],
    ['an unknown kind of reader', 'kind: integer', 'kind: interger'],
    ['an unknown unified field', 'field: housingType', 'field: housingKind'],
    ['an unknown unified code', "'01': socialTenant", "'01': socialTenent"],
  ])('%s: told with file, line and column, in both languages', async (_, before, after) => {
    const broken = sound.replace(before, after);
    expect(broken === sound).toBe(false);
    await writeFile(profile, broken);
    for (const lang of ['en', 'fr']) {
      const { code, stderr, stdout } = await commandLine([...importOf(night.folder(SITE)), '--lang', lang]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(lang === 'fr' ? /\nPourquoi : / : /\nWhy: /);
      expect(stderr).not.toMatch(STACK);
      const place = new RegExp(`${basename(profile)}:(\\d+):(\\d+)`).exec(stderr);
      expect(place).not.toBeNull();
      expect(Math.abs(Number(place?.[1]) - lineOf(broken, after.trim()))).toBeLessThanOrEqual(1);
    }
  });
});
