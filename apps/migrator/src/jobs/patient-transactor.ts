import { isTransient } from '#libs/domain';
import type { DatabaseAccess, Logger } from '#libs/runtime';
import type { Client, Database, Transactor } from '#libs/store';
import type { WorkSignal } from './work-signal.js';

/** How long to wait before the database is asked again, in milliseconds. */
const RETRY_MS = 500;

/**
 * Outlasts an outage: each piece of work is done again until the database has answered, and an embedded server is started
 * again (invariants 4 and 5). A piece may have been committed without our hearing of it (invariant 3), so each must come to
 * the same when it is done twice.
 */
export class PatientTransactor implements Transactor {
  constructor(
    private readonly database: Database,
    private readonly access: DatabaseAccess,
    private readonly work: WorkSignal,
    private readonly logger: Logger,
  ) {}

  session<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return this.outlast(() => this.database.session(work));
  }

  transaction<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return this.outlast(() => this.database.transaction(work));
  }

  /** @throws AbortError when the process is asked to stop; whatever is no outage */
  private async outlast<T>(attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!isTransient(error)) throw error;
        this.logger.warn({ err: error }, 'the database is away; waiting for it');
        this.work.signal.throwIfAborted();
        await this.access.revive().catch((failure: unknown) => {
          this.logger.warn({ err: failure }, 'the database could not be started again yet');
        });
        await this.work.next(RETRY_MS);
      }
    }
  }
}
