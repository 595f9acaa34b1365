/**
 * A worker process that takes one job and never ends it, for tests that kill it with kill -9. Plain JavaScript, so that it
 * runs without a build: the victim's code does not matter, only the job that it leaves behind.
 * Arguments: `postgres` or `redis`, the server's address, the name of the queue, the worker's options in JSON.
 */
import { createPostgresBackend, createRedisBackend, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

const [kind, address, queue, options] = process.argv.slice(2);

const postgresPool = () =>
  new pg.Pool({ connectionString: address, onConnect: (client) => client.query('SET search_path TO bullmq') });

const connection = kind === 'redis' ? new Redis(address, { maxRetriesPerRequest: null }) : postgresPool();
const backend = kind === 'redis' ? createRedisBackend : createPostgresBackend;

const hold = async (job) => {
  process.stdout.write(`${job.id}\n`);
  await new Promise(() => undefined);
};

new Worker(queue, hold, { ...JSON.parse(options), autorun: true, connection, prefix: 'passerelle' }, backend).on(
  'error',
  (error) => process.stderr.write(`${error.name}\n`),
);
