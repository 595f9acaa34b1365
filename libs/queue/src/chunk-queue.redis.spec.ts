import { isTransient } from '#libs/domain';
import { takeJobAndDie } from '../test/killed-worker.js';
import { chunks, QueueProgram } from '../test/queue-program.js';
import { hasRedisServer, RedisServer } from '../test/redis-server.js';
import { until } from '../test/until.js';
import { ANSWER_TIMEOUT_MS } from './queue-settings.js';

const { REDIS_URL } = process.env;
const ownServer = hasRedisServer();
const unused = { connectionString: 'postgresql://unused.invalid/unused' };

if (!ownServer) console.warn('skipped: Redis killed, restarted and flushed (no redis-server on the PATH)');
if (REDIS_URL === undefined) console.warn('skipped: the Redis at REDIS_URL (not set)');

(REDIS_URL === undefined ? describe.skip : describe)('ChunkQueue on the Redis at REDIS_URL', () => {
  it('hands each chunk to a worker once', async () => {
    const prefix = `passerelle-test-${String(process.pid)}`;
    const program = await QueueProgram.start({ postgres: unused, redisUrl: REDIS_URL ?? '', prefix });
    await program.sweepUntilLoaded(chunks(1, 50));
    await program.stop();
    expect(new Set(program.processor.loaded).size).toBe(50);
  });
});

(ownServer ? describe : describe.skip)('ChunkQueue on Redis', () => {
  let server: RedisServer;
  let program: QueueProgram;

  beforeAll(async () => {
    server = await RedisServer.create();
    await server.start();
  });
  afterAll(() => server.dispose());

  beforeEach(async () => {
    program = await QueueProgram.start({ postgres: unused, redisUrl: server.url });
  });
  afterEach(() => program.stop());

  it('hands each chunk to a worker once', async () => {
    await program.queue.enqueue(chunks(1, 50));
    await until('all loaded', () => program.processor.loaded.length === 50);
    expect(new Set(program.processor.loaded).size).toBe(50);
  });

  it('takes the same chunk again after its job failed', async () => {
    let calls = 0;
    program.processor.work = () => (++calls === 1 ? Promise.reject(new Error('first')) : Promise.resolve());
    expect(await program.sweepUntilLoaded(chunks(1, 1))).toBeLessThan(10_000);
    expect(calls).toBe(2);
  });

  it('holds one connection, and one for each worker', async () => {
    await program.sweepUntilLoaded(chunks(1, 10));
    expect(program.queue.connectionCount()).toBe(2);
  });

  it('survives a killed server that comes back empty', async () => {
    await program.sweepUntilLoaded(chunks(1, 5));
    await server.kill();
    await until('outage noticed', () => program.queue.connectionCount() === 0);
    const asked = performance.now();
    const refusal: unknown = await program.queue.enqueue(chunks(10, 1)).catch((error: unknown) => error);
    expect(isTransient(refusal)).toBe(true);
    expect(performance.now() - asked).toBeLessThan(4_000);
    await server.start();
    expect(await program.sweepUntilLoaded(chunks(10, 20))).toBeLessThan(10_000);
  });

  it('goes on when everything is flushed in the middle of the work', async () => {
    program.processor.work = async ({ chunkId }) => {
      if (chunkId === '12') await server.run('FLUSHALL');
    };
    expect(await program.sweepUntilLoaded(chunks(10, 20))).toBeLessThan(10_000);
  });

  it('loads a chunk whose worker was killed with kill -9', async () => {
    await program.processor.worker.pause();
    await program.queue.enqueue(chunks(1, 1));
    expect(await takeJobAndDie('redis', server.url)).toBe('chunk-1-0');
    await program.processor.worker.resume();
    expect(await program.sweepUntilLoaded(chunks(1, 1, 1))).toBeLessThan(2_000);
    await until('the old job taken over', () => program.processor.loaded.length === 2);
  });

  it('waits for a server that is away when the program starts', async () => {
    await program.stop();
    await server.kill();
    program = await QueueProgram.start({ postgres: unused, redisUrl: server.url });
    await expect(program.queue.enqueue(chunks(1, 1))).rejects.toThrow();
    await server.start();
    expect(await program.sweepUntilLoaded(chunks(1, 3))).toBeLessThan(10_000);
  });

  it('closes during an outage', async () => {
    await program.sweepUntilLoaded(chunks(1, 1));
    await server.kill();
    const asked = performance.now();
    await program.stop();
    // A command that was on its way when the server died is given up after its time.
    expect(performance.now() - asked).toBeLessThan(2 * ANSWER_TIMEOUT_MS);
    await server.start();
  });

  it('closes right after it was made', async () => {
    const asked = performance.now();
    await (await QueueProgram.start({ postgres: unused, redisUrl: server.url })).stop();
    expect(performance.now() - asked).toBeLessThan(5_000);
  });
});
