import type { Missing } from '../database/database-watch.js';

/** The public view of readiness: no addresses, no names of machines, no credentials. */
export interface ReadinessReport {
  readonly status: 'ready' | 'unavailable' | 'stopping';
  readonly missing: readonly Missing[];
}

/** Whether the gateway can serve requests now. */
export class Readiness {
  private isStopping = false;

  /** @param missing what the gateway lacks at the moment of the call; must answer within about a second */
  constructor(private readonly missing: () => Promise<readonly Missing[]>) {}

  /** From now on not ready, whatever the database says: nobody shall send new requests. */
  beginStop(): void {
    this.isStopping = true;
  }

  async report(): Promise<ReadinessReport> {
    const missing = this.isStopping ? [] : await this.missing();
    // A stop may have begun during the question.
    if (this.isStopping) return { status: 'stopping', missing: [] };
    return { status: missing.length === 0 ? 'ready' : 'unavailable', missing };
  }
}
