import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../../libs/queue/test/until.js';
import { Random } from '../../../apps/migrator/src/generate/random.js';
import { send, Watch } from '../../support/fault-watch.js';
import { Installation } from '../../support/import-harness.js';
import { importNight, link, linkage } from '../../support/link-harness.js';
import { generateNight, NIGHT } from '../../support/night-exports.js';
import { isAlive } from '../../support/serving.js';
import { ending, startPasserelle } from '../../support/spawn-cli.js';

const SITE = 'psa-07';
const KILLS = 3;
/** A kill comes at most so long after the last look, in milliseconds: the time that some jobs take. */
const LONGEST_MS = 250;
/** Small jobs, and a short lease. */
const SMALL = { PASSERELLE_CHUNK_RECORDS: '5', PASSERELLE_LEASE_SECONDS: '2', PASSERELLE_LOG_LEVEL: 'error' };

describe('a link run under kill -9, or without its queue', () => {
  let calm: Installation;
  let struck: Installation;
  let watch: Watch;
  let expected: readonly string[];

  beforeAll(async () => {
    [calm, struck] = await Promise.all([Installation.open(), Installation.open()]);
    watch = new Watch(struck.environment['DATABASE_URL'] ?? '');
    const night = await generateNight({ out: join(calm.folder, '1'), households: 40, seed: 77_064, sites: [SITE] });
    await importNight(calm, night, NIGHT, SITE);
    await importNight(struck, night, NIGHT, SITE);
    await link(calm);
    expected = await linkage(calm);
  }, 120_000);
  afterAll(() => Promise.all([calm.close(), struck.close()]));

  const start = () =>
    startPasserelle(['link', '--full', '--workers', '2', '--json'], { ...struck.environment, ...SMALL });
  const jobsDone = async (): Promise<number> =>
    (await watch.rows<{ n: number }>(`SELECT count(*)::int AS n FROM passerelle.link_job WHERE status = 'done'`))?.[0]
      ?.n ?? 0;

  test('kill -9 of the command or of its worker at random instants', async () => {
    const random = new Random(64, 1, 2, 3);
    let command = start();
    let kills = 0;
    for (let seen = 0; kills < KILLS; kills++) {
      const ended = (): boolean => command.exitCode !== null || command.signalCode !== null;
      await until('some jobs, or the end', async () => (await jobsDone()) > seen || ended());
      if (ended()) break;
      // The instant itself is what the seed gives; nothing is waited for.
      await pause(random.below(LONGEST_MS));
      seen = await jobsDone();
      const [worker] = (await watch.workers()).filter(isAlive);
      if (worker !== undefined && kills % 2 === 1) send(worker, 'SIGKILL');
      else {
        command.kill('SIGKILL');
        await ending(command);
        command = start();
      }
    }
    expect(kills).toBeGreaterThan(1);
    const { code, stderr } = await ending(command);
    expect(stderr).not.toContain('"level":"error"');
    expect(code).toBe(3);
    expect(await linkage(struck)).toEqual(expected);
    expect(await struck.rows(`SELECT scope, status, failure FROM passerelle.link_run WHERE status <> 'done'`)).toEqual(
      [],
    );
    const left = await struck.rows(`SELECT relname FROM pg_class WHERE relname LIKE 'scored%'`);
    expect(left).toEqual([]);
  }, 120_000);

  test.each(['DROP SCHEMA bullmq CASCADE', 'TRUNCATE bullmq.job CASCADE'])(
    'a queue that loses everything: %s',
    async (statement) => {
      const before = await jobsDone();
      const command = start();
      const end = ending(command);
      await until('some jobs', async () => (await jobsDone()) > before + 2);
      await watch.strike(statement);
      expect((await end).code).toBe(3);
      expect(await linkage(struck)).toEqual(expected);
    },
    120_000,
  );
});
