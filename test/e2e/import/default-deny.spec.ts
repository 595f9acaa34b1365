import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '#libs/runtime';
import { type Engine, openEngine } from '../../../apps/migrator/src/engine/open-engine.js';
import { generateNight, type Night, type System } from '../../support/night-exports.js';
import { commandLine } from '../../support/command-line.js';
import { type Ending, passerelle } from '../../support/spawn-cli.js';
import { dumpStore, filesWithTokens, TOKEN } from '../../support/store-dump.js';

const SITE = 'psa-07';

describe('no dropped value leaves the export', () => {
  let folder: string;
  let night: Night;
  let engine: Engine;
  let environment: Readonly<Record<string, string>>;
  const endings: Ending[] = [];
  /** In processes, one after the other: what they log is looked at too. */
  const say = async (lines: readonly string[]): Promise<void> => {
    for (const line of lines) endings.push(await passerelle(line, environment));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'passerelle-deny-'));
    await mkdir(join(folder, 'tmp'));
    environment = {
      PASSERELLE_HOME: join(folder, 'home'),
      PASSERELLE_LOG_LEVEL: 'trace',
      DATABASE_URL: '',
      REDIS_URL: '',
      TMPDIR: join(folder, 'tmp'),
    };
    // Small chunks, many jobs: whatever a job holds is looked at too.
    environment = { ...environment, PASSERELLE_CHUNK_RECORDS: '50' };
    night = await generateNight({ out: join(folder, 'night'), households: 80, seed: 77_131, sites: [SITE] });
    // Holds the embedded server of the home, so that not every command has to start it.
    engine = await openEngine(loadSettings({ ...environment, PASSERELLE_LOG_LEVEL: 'silent' }), { queue: false });
    const exports = night.folder(SITE);
    const load = (source: System): string => `import --source ${source} --site ${SITE} --workers 1`;
    await say([
      `${load('coordin')} --dry-run --lang fr ${exports}`,
      `${load('coordin')} --json ${exports}`,
      `${load('4d')} --lang fr ${exports}`,
      `${load('tipi')} ${exports}`,
      'quarantine replay --lang fr',
    ]);
    Object.assign(process.env, environment);
    for (const line of [
      `${load('tipi')} --night 2030-01-01 --lang fr ${exports}`,
      `${load('coordin')} --dry-run --json ${night.path(SITE, 'Personnes')}`,
      ...['list', 'show'].map((what) => `quarantine ${what} --lang fr`),
      'quarantine show --json',
      ...['runs', 'runs --json', 'runs show R2', 'runs show R2 --json', 'links --json', 'links'],
      `read --source coordin --json ${night.path(SITE, 'USAGERS')}`,
      `read --source 4d ${night.path(SITE, 'Aides')}`,
      `read --source tipi ${night.path(SITE, 'TIPI')}`,
    ]) {
      endings.push(await commandLine(line.split(' ')));
    }
  }, 180_000);

  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('there was something to leak, and every command did what it should', () => {
    const [imports, others] = [endings.slice(0, 4), endings.slice(5)];
    expect(imports.map(({ code }) => code)).toEqual([3, 3, 3, 3]);
    for (const { code } of others) expect([0, 3, 4]).toContain(code);
    for (const { stdout } of others) expect(stdout.length).toBeGreaterThan(50);
    expect(night.canaries).toBeGreaterThan(1_000);
  });

  test('not in a word that a command says or logs', () => {
    for (const { stdout, stderr } of endings) expect(TOKEN.exec(stdout + stderr)).toBeNull();
  });

  test('not in any table, those of the queue included', async () => {
    const dump = await dumpStore((text) => engine.database.query(text));
    expect(dump.length).toBeGreaterThan(100_000);
    expect(dump).toContain('bullmq');
    expect(TOKEN.exec(dump)).toBeNull();
  });

  test('not in any file of the home or the temporary folder: data, write-ahead log, server log', async () => {
    await engine.database.query('CHECKPOINT');
    await engine.close();
    expect(await filesWithTokens(night.folder(SITE))).toHaveLength(8);
    expect(await filesWithTokens(join(folder, 'home'))).toEqual([]);
    expect(await filesWithTokens(join(folder, 'tmp'))).toEqual([]);
  });
});
