/** The queues of the product. BullMQ forbids `:` in these names. */
export const QUEUES = { importChunks: 'import-chunks', linkJobs: 'link-jobs' } as const;
export type QueueName = (typeof QUEUES)[keyof typeof QUEUES];

/** The jobs that travel in them. */
export const JOBS = { loadChunk: 'load-chunk', link: 'link' } as const;

/** Where the queues live. They are a wake-up channel only: everything in them may be lost at any moment. */
export interface QueueSettings {
  /** The database that holds the product's own tables too; used for the queues unless `redisUrl` is set. */
  readonly postgres: { readonly connectionString: string };
  /** Redis (7 or newer) or Valkey, as `redis://…` or `rediss://…`. */
  readonly redisUrl?: string;
  /** Schema of the queue tables in PostgreSQL; `bullmq` unless told. */
  readonly schema?: string;
  /** Start of every key in Redis; `passerelle` unless told. */
  readonly prefix?: string;
  /** How long a stop waits for running jobs before it cuts the connections, in milliseconds; 8000 unless told. */
  readonly closeTimeoutMs?: number;
}

export const DEFAULT_SCHEMA = 'bullmq';
export const DEFAULT_PREFIX = 'passerelle';

/** A stop of the whole program may take ten seconds; two of them are left to whoever stops after the queues. */
export const DEFAULT_CLOSE_TIMEOUT_MS = 8_000;

/** How long one attempt to reach a server may take, in milliseconds. A sweeper comes back every second or two. */
export const REACH_TIMEOUT_MS = 2_000;

/** How long an answer of a server that was reached may take, in milliseconds. */
export const ANSWER_TIMEOUT_MS = 10_000;
