import { Queue, Worker } from 'bullmq';
import { closeQueueParts } from './close-queue-parts.js';
import { FIRE_AND_FORGET } from './job-payloads.js';
import type { QueueConnection } from './queue-connection.js';
import { WORKER_OPTIONS } from './worker-options.js';

const JOB = 'wake';
/** Jobs are asked for in whole seconds, so that a thousand deliveries that failed together make few of them. */
const STEP_MS = 1_000;
const CLOSE_MS = 1_000;

/**
 * Wakes one of the processes that listen, now or later. A job says nothing: what there is to do is asked of PostgreSQL. Used
 * outside Nest, by programs that need no other queue.
 */
export class WakeQueue {
  private readonly queue: Queue;
  private worker: Worker | undefined;
  /** Seconds that a job is being sent for. */
  private readonly sending = new Set<number>();

  /** @param name of the queue; BullMQ forbids `:` in it */
  constructor(
    private readonly name: string,
    private readonly connection: QueueConnection,
  ) {
    const { options, prefix } = connection;
    this.queue = new Queue(name, { connection: options, prefix });
    this.queue.on('error', (error) => connection.faults.report('queue', error, name));
  }

  /** Asks for a wake-up in that many milliseconds. Never rejects: one that cannot be asked for is reported and forgotten. */
  wake(delayMs: number): void {
    const second = Math.ceil((Date.now() + delayMs) / STEP_MS);
    if (this.sending.has(second)) return;
    this.sending.add(second);
    this.send(second, delayMs)
      .catch((error: unknown) => this.connection.faults.report('queue', error, this.name))
      .finally(() => this.sending.delete(second));
  }

  /** Begins to listen. Among several processes, each wake-up reaches one. */
  start(onWake: () => void): void {
    const { options, prefix, faults } = this.connection;
    this.worker ??= new Worker(this.name, () => Promise.resolve().then(onWake), {
      ...WORKER_OPTIONS,
      connection: options,
      prefix,
    });
    this.worker.on('error', (error) => faults.report('worker', error, this.name));
    this.worker.run().catch((error: unknown) => faults.report('worker', error, this.name));
  }

  /** Closes queue, worker and connection within a few seconds. Never rejects. */
  async stop(): Promise<void> {
    const workers = this.worker === undefined ? [] : [this.worker];
    await closeQueueParts({ workers, queues: [this.queue], connection: this.connection }, CLOSE_MS);
  }

  private async send(second: number, delay: number): Promise<void> {
    await this.connection.ready();
    // What is asked for at once must not be taken for what runs at this moment and has looked already.
    const id = delay === 0 ? {} : { jobId: `wake-${String(second)}` };
    await this.queue.add(JOB, {}, { ...FIRE_AND_FORGET, ...id, delay });
  }
}
