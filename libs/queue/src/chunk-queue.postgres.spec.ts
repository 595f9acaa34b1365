import { isTransient } from '#libs/domain';
import { takeJobAndDie } from '../test/killed-worker.js';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { PostgresServer } from '../test/postgres-server.js';
import { chunks, QueueProgram } from '../test/queue-program.js';
import { until } from '../test/until.js';
import { QUEUES } from './queue-settings.js';

describe('ChunkQueue on PostgreSQL', () => {
  let server: PostgresServer;
  let program: QueueProgram;

  beforeAll(async () => {
    server = await PostgresServer.create();
    await server.start();
  });
  afterAll(() => server.dispose());

  beforeEach(async () => {
    program = await QueueProgram.start({ postgres: server });
  });
  afterEach(() => program.stop());

  const jobsLeft = async (): Promise<number> => (await server.run('SELECT 1 FROM bullmq.job')).length;

  it('hands each chunk to a worker once and leaves no job behind', async () => {
    await program.queue.enqueue(chunks(1, 50));
    await until('all loaded', () => program.processor.loaded.length === 50);
    expect(new Set(program.processor.loaded).size).toBe(50);
    await until('no job left', async () => (await jobsLeft()) === 0);
  });

  it('leaves a waiting chunk alone when it is enqueued again', async () => {
    await program.processor.worker.pause();
    await program.queue.enqueue(chunks(1, 3));
    await program.queue.enqueue(chunks(1, 4));
    expect(await jobsLeft()).toBe(4);
    await program.processor.worker.resume();
    await until('all loaded', () => program.processor.loaded.length === 4);
  });

  it('takes the same chunk again after its job failed', async () => {
    let calls = 0;
    program.processor.work = () => (++calls === 1 ? Promise.reject(new Error('first')) : Promise.resolve());
    await program.queue.enqueue(chunks(1, 1));
    await until('failed once and gone', async () => calls === 1 && (await jobsLeft()) === 0);
    await program.queue.enqueue(chunks(1, 1));
    await until('loaded', () => program.processor.loaded.length === 1);
  });

  it('keeps a message that quotes a value out of the queue tables', async () => {
    program.processor.work = () => Promise.reject(new Error('invalid input: "Sylvie"'));
    await program.queue.enqueue(chunks(1, 1));
    const said = async (): Promise<string> => JSON.stringify(await server.run('SELECT data FROM bullmq.event'));
    await until('failure said', async () => (await said()).includes('failedReason'));
    expect(await said()).not.toContain('Sylvie');
  });

  it('drops a payload that says more than identifiers, and goes on', async () => {
    const queue = program.app.get<Queue>(getQueueToken(QUEUES.importChunks));
    await queue.add('load-chunk', { chunkId: '1', runId: 'r', name: 'Sylvie' }, { removeOnFail: true });
    await program.queue.enqueue(chunks(2, 1));
    await until('the next one loaded', () => program.processor.loaded.length === 1);
    expect(program.processor.loaded).toEqual(['2']);
  });

  it('holds few connections', async () => {
    await program.sweepUntilLoaded(chunks(1, 100));
    expect(program.queue.connectionCount()).toBeLessThanOrEqual(4);
  });

  it.each(['SIGINT', 'SIGQUIT'] as const)('survives a server stopped by %s and goes on by itself', async (signal) => {
    await program.sweepUntilLoaded(chunks(1, 5));
    await server.stop(signal);
    const asked = performance.now();
    const refusal: unknown = await program.queue.enqueue(chunks(10, 1)).catch((error: unknown) => error);
    expect(isTransient(refusal)).toBe(true);
    expect(performance.now() - asked).toBeLessThan(4_000);
    await server.start();
    expect(await program.sweepUntilLoaded(chunks(10, 20))).toBeLessThan(10_000);
  });

  it('makes its tables again when they are dropped in the middle of the work', async () => {
    await program.sweepUntilLoaded(chunks(1, 5));
    program.processor.work = async ({ chunkId }) => {
      if (chunkId === '12') await server.run('DROP SCHEMA bullmq CASCADE');
    };
    expect(await program.sweepUntilLoaded(chunks(10, 20))).toBeLessThan(10_000);
  });

  describe('when another worker was killed with kill -9 while it held a job', () => {
    beforeEach(async () => {
      await program.processor.worker.pause();
      await server.run('DELETE FROM bullmq.job');
      await program.queue.enqueue(chunks(1, 1));
      expect(await takeJobAndDie('postgres', server.connectionString)).toBe('chunk-1-0');
      await program.processor.worker.resume();
    });

    it('loads the chunk at once under its next attempt', async () => {
      expect(await program.sweepUntilLoaded(chunks(1, 1, 1))).toBeLessThan(2_000);
    });

    it('takes over the job itself when its lock has run out', async () => {
      expect(await program.sweepUntilLoaded(chunks(1, 1, 0))).toBeLessThan(10_000);
    });
  });

  it('waits for a server that is away when the program starts', async () => {
    await program.stop();
    await server.stop();
    program = await QueueProgram.start({ postgres: server });
    await expect(program.queue.enqueue(chunks(1, 1))).rejects.toThrow();
    await server.start();
    expect(await program.sweepUntilLoaded(chunks(1, 3))).toBeLessThan(10_000);
  });

  it('closes quickly during an outage', async () => {
    await program.sweepUntilLoaded(chunks(1, 1));
    await server.stop();
    const asked = performance.now();
    await program.stop();
    expect(performance.now() - asked).toBeLessThan(5_000);
    await server.start();
  });

  it('closes right after it was made', async () => {
    await (await QueueProgram.start({ postgres: server })).stop();
    await until('connections gone', async () => {
      const others = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'passerelle-queue'`;
      return (await server.run(others)).length <= program.queue.connectionCount();
    });
  });
});
