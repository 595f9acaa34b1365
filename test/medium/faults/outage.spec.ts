import { PostgresServer } from '../../../libs/queue/test/postgres-server.js';
import { hasRedisServer, RedisServer } from '../../../libs/queue/test/redis-server.js';
import { until } from '../../../libs/queue/test/until.js';
import { FaultImport, type Running } from '../../support/fault-import.js';
import { FaultSite } from '../../support/fault-site.js';

const redis = hasRedisServer();
if (!redis) console.warn('skipped: Redis away, Redis flushed in the middle of an import (no redis-server on the PATH)');

/** Resolves when the import has said that something is away. */
const noticed = async ({ child }: Running): Promise<void> => {
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  await until('the outage is noticed', () => said.includes('away'));
};

describe('a server away in the middle of an import (invariant 5)', () => {
  let site: FaultSite;
  beforeAll(async () => {
    site = await FaultSite.generate(20);
  });
  afterAll(() => site.remove());

  it('PostgreSQL: the import goes on by itself', async () => {
    const server = await PostgresServer.create();
    await server.start();
    const url = server.connectionString;
    const run = new FaultImport(site, url, { DATABASE_URL: url, PASSERELLE_LOG_LEVEL: 'warn' });
    try {
      const command = run.import('coordin', 1);
      await run.watch.landed(3);
      const away = noticed(command);
      await server.stop();
      await away;
      await server.start();
      const back = performance.now();
      const before = await run.watch.chunks('done');
      await run.watch.landed(before + 1);
      // A lease of two seconds, a sweep every two, and a machine that has other things to do.
      expect(performance.now() - back).toBeLessThan(15_000);
      await run.expectWhole(await command.ended, 'coordin');
    } finally {
      await run.remove();
      await server.dispose();
    }
  }, 180_000);

  (redis ? it : it.skip)(
    'Redis, also when it comes back empty or is flushed: the import goes on by itself',
    async () => {
      const server = await RedisServer.create();
      await server.start();
      const run = await FaultImport.prepare(site, { REDIS_URL: server.url, PASSERELLE_LOG_LEVEL: 'warn' });
      try {
        const command = run.import('coordin', 1);
        await run.watch.landed(3);
        await server.run('FLUSHALL');
        await run.watch.landed(10);
        const away = noticed(command);
        await server.kill();
        await away;
        await server.start();
        await run.expectWhole(await command.ended, 'coordin');
      } finally {
        await run.remove();
        await server.dispose();
      }
    },
    180_000,
  );
});
