import { isTransient } from '#libs/domain';
import type { Logger } from '#libs/runtime';

/** A fault repeats itself with each look; it is said again after this time. */
const QUIET_MS = 30_000;

/** Says what goes wrong while a dispatcher works: an outage once when it begins and once when it is over. */
export class OutageLog {
  private isAway = false;
  private saidFaultAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly logger: Logger) {}

  works(): void {
    if (this.isAway) this.logger.warn('webhooks go on: the database answers again');
    this.isAway = false;
  }

  failed(error: unknown): void {
    if (isTransient(error) || hasNoTables(error)) {
      if (!this.isAway) this.logger.warn({ err: error }, 'webhooks wait: the database is away, or has no tables yet');
      this.isAway = true;
    } else if (performance.now() - this.saidFaultAt >= QUIET_MS) {
      this.saidFaultAt = performance.now();
      this.logger.error({ err: error }, 'dispatching webhooks met a fault of the program');
    }
  }
}

/** A gateway that was started before the command that makes the tables. */
const hasNoTables = (error: unknown): boolean => (error as { readonly code?: unknown } | undefined)?.code === '42P01';
