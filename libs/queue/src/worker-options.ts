/**
 * Options of every worker of ours: `@Processor(QUEUES.…, WORKER_OPTIONS)`.
 *
 * The lease and its fencing token in PostgreSQL decide who may write; the lock here only decides when another worker is
 * woken for the same job. So it is short, and losing it costs a wasted wake-up at most.
 */
export const WORKER_OPTIONS = {
  /** `JobWorkerHost.start(concurrency)` starts it, once the program is ready to work. */
  autorun: false,
  concurrency: 1,
  /** After kill -9 a job is free again after `lockDuration + stalledInterval` at the latest. Milliseconds. */
  lockDuration: 15_000,
  stalledInterval: 5_000,
  /** A job that was cut off any number of times must not fail for good: how often to try is the coordinator's to say. */
  maxStalledCount: 1_000_000,
  /** An idle worker looks by itself this often, in seconds, in case a notification was lost. */
  drainDelay: 2,
  /** Pause after a failed conversation with the server, in milliseconds (BullMQ's own default is 15 seconds). */
  runRetryDelay: 1_000,
} as const;
