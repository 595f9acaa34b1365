import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '#libs/runtime';
import { type Engine, openEngine } from '../../../apps/migrator/src/engine/open-engine.js';
import { generateNight, type Night, SYSTEMS } from '../../support/night-exports.js';
import { type Ending, passerelle } from '../../support/spawn-cli.js';
import { dumpStore, filesWithTokens, TOKEN } from '../../support/store-dump.js';

const SITE = 'psa-07';

describe('no dropped value leaves the export', () => {
  let folder: string;
  let night: Night;
  let engine: Engine;
  let environment: Readonly<Record<string, string>>;
  const endings: Ending[] = [];
  const say = async (...lines: readonly string[]): Promise<void> => {
    // Two at a time: most of a command's time is the start of its process.
    for (let at = 0; at < lines.length; at += 2) {
      endings.push(...(await Promise.all(lines.slice(at, at + 2).map((line) => passerelle(line, environment)))));
    }
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
    await say(`import --source coordin --site ${SITE} --workers 1 --dry-run --lang fr ${exports}`);
    await say(
      `import --source coordin --site ${SITE} --workers 1 --json ${exports}`,
      `import --source 4d --site ${SITE} --workers 1 --lang fr ${exports}`,
      `import --source tipi --site ${SITE} --workers 1 ${exports}`,
      `runs`,
      `runs show R2 --json`,
      `quarantine list --lang fr`,
      `quarantine show`,
      `quarantine show --json`,
      `links --json`,
      ...SYSTEMS.map(
        (system) =>
          `read --source ${system} --json ${night.path(SITE, { coordin: 'USAGERS', '4d': 'Aides', tipi: 'TIPI' }[system])}`,
      ),
      `import --source coordin --site epi-12 --workers 1 ${exports}`,
      `import --source tipi --site ${SITE} --night 2030-01-01 --json --lang fr ${night.path(SITE, 'TIPI')}x`,
    );
    await say(`quarantine replay --lang fr`);
  });

  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('there was something to leak, and every command did what it should', () => {
    expect(endings.map(({ code }) => code)).toEqual([
      3,
      3,
      3,
      3,
      0,
      0,
      3,
      3,
      3,
      0,
      expect.anything(),
      3,
      expect.anything(),
      4,
      2,
      3,
    ]);
    expect(
      endings.filter(({ stderr }) => stderr.includes('"level":"trace"') || stderr.includes('"level":')).length,
    ).toBeGreaterThan(0);
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
