import { isTransient, TeachingError } from '#libs/domain';
import type { Logger } from '#libs/runtime';
import type { Client, Database } from '#libs/store';

/** A job that failed this often for a reason of its own is given up, and its run with it. */
const MAX_ATTEMPTS = 3;

/** A job that was taken this often and never given back takes its workers with it: it is not given to another one. */
export const MOST_ATTEMPTS = 20;

/** Somebody else holds the job by now: what this worker did must not count. */
export class LeaseLost extends Error {}

/** What a lease needs to know of a job that was taken. */
interface Taken {
  readonly attempts: number;
}

/** One kind of jobs that lie in PostgreSQL under leases with fencing tokens. */
export interface LeasedWork<J extends Taken> {
  /** How the log names a job. */
  readonly name: (job: J) => string;
  renew(client: Client, job: J, seconds: number): Promise<boolean>;
  /** Gives a job back at once. `spent`: the attempt counts. */
  release(client: Client, job: J, spent: boolean): Promise<void>;
  fail(client: Client, job: J, failure: string): Promise<void>;
  /** Does the job and ends it in the transaction that lands what it made. @throws LeaseLost when its end was refused */
  run(job: J, signal: AbortSignal): Promise<void>;
}

/**
 * Does jobs under their leases: renews while it works, gives back what failed. Kill it anywhere: either the whole job is
 * done, or nothing of it and the lease runs out.
 */
export class LeaseWorker<J extends Taken> {
  constructor(
    private readonly database: Database,
    private readonly kind: LeasedWork<J>,
    private readonly logger: Logger,
    private readonly leaseSeconds: number,
  ) {}

  /** @returns whether this call ended the job (did it, or gave it up) */
  async work(take: (client: Client, seconds: number) => Promise<J | null>, signal: AbortSignal): Promise<boolean> {
    const job = await this.database.session((client) => take(client, this.leaseSeconds));
    if (job === null) return false;
    const stopHeartbeat = this.heartbeat(job);
    try {
      await this.kind.run(job, signal);
      return true;
    } catch (error) {
      return await this.giveBack(job, error, signal);
    } finally {
      stopHeartbeat();
    }
  }

  /** Keeps the lease while the process lives; a stopped or killed process loses it. */
  private heartbeat(job: J): () => void {
    const timer = setInterval(
      () => {
        this.database
          .session((client) => this.kind.renew(client, job, this.leaseSeconds))
          .catch((error: unknown) => {
            this.logger.warn({ job: this.kind.name(job), err: error }, 'the lease could not be renewed');
          });
      },
      (this.leaseSeconds * 1000) / 3,
    );
    return () => clearInterval(timer);
  }

  private async giveBack(job: J, error: unknown, signal: AbortSignal): Promise<boolean> {
    const name = this.kind.name(job);
    if (error instanceof LeaseLost) {
      this.logger.warn({ job: name }, 'the lease was lost; the work of this attempt was rolled back');
      return false;
    }
    const passing = isTransient(error) || signal.aborted;
    const final = error instanceof TeachingError || job.attempts >= MAX_ATTEMPTS;
    this.logger.warn({ job: name, attempts: job.attempts, err: error }, 'a job failed');
    try {
      await this.database.session(async (client) => {
        if (!passing && final) await this.kind.fail(client, job, failureCode(error));
        else await this.kind.release(client, job, !passing);
      });
    } catch (later) {
      // The database is away: the lease runs out by itself.
      this.logger.warn({ job: name, err: later }, 'the lease could not be given back');
    }
    return !passing && final;
  }
}

/** A code that says what happened without quoting anything: ours, or the database's SQLSTATE. */
export const failureCode = (error: unknown): string => {
  if (error instanceof TeachingError) return error.code;
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? `database.${code}` : 'program.fault';
};
