import type { Logger } from '#libs/runtime';
import {
  type AuditTrail,
  BARE_ENTRY,
  forgetReach,
  noteReachAlert,
  type ReachBounds,
  takeReach,
  type Transactor,
} from '#libs/store';
import { Refusal } from '../problem/refusal.js';
import { ReachCache } from './reach-cache.js';

/** How often each process removes what is older than a day. */
const FORGET_MS = 3_600_000;

/** What the limit is made with. */
export interface ReachParts {
  readonly database: Transactor;
  readonly trail: AuditTrail;
  readonly bounds: ReachBounds;
  readonly logger: Logger;
  /** Told of each refusal, for the metrics. */
  readonly onAlert?: (bound: 'hour' | 'day') => void;
  /** Milliseconds of a clock that does not go back. */
  readonly now?: () => number;
}

/**
 * Bounds how many different persons a client reads in an hour and a day of UTC, by all gateway processes together. Exact; the
 * only slack is what the server forgets when it crashes, the counts of its last second.
 */
export class ReachLimit {
  private readonly now: () => number;
  private readonly cache: ReachCache;
  private forgotAt: number;

  constructor(private readonly parts: ReachParts) {
    this.now = parts.now ?? (() => performance.now());
    this.cache = new ReachCache(this.now);
    this.forgotAt = this.now() - FORGET_MS;
  }

  /**
   * Counts the persons of one answer, all or none. Call it before anything of them is read; whoever was counted in this hour
   * is free. Never inside a transaction of the caller's.
   * @param persons keyed ids
   * @throws Refusal 429 `access.too-many-persons`; what the database throws when it is away
   */
  async take(grant: string, persons: string | readonly string[]): Promise<void> {
    const unknown = this.cache.unknown(grant, typeof persons === 'string' ? [persons] : persons);
    if (unknown.length === 0) return;
    const { database, bounds } = this.parts;
    const asked = this.now();
    const { refused, hourLeft, dayLeft } = await database.session((client) =>
      takeReach(client, grant, unknown, bounds),
    );
    if (refused === null) {
      this.cache.note(grant, unknown, hourLeft, asked);
      this.forgetNowAndThen();
      return;
    }
    await this.alert(grant, refused);
    const seconds = Math.ceil(refused === 'hour' ? hourLeft : dayLeft);
    throw new Refusal(429, 'access.too-many-persons', { 'Retry-After': String(Math.max(1, seconds)) });
  }

  /** Whether a person was counted for the client in this hour already, as this process knows: then they are free. */
  isCounted(grant: string, person: string): boolean {
    return this.cache.unknown(grant, [person]).length === 0;
  }

  /** Each refusal is counted; log line and entry come once for a client and an hour, from whichever process is first. */
  private async alert(grant: string, bound: 'hour' | 'day'): Promise<void> {
    const { database, trail, bounds, logger, onAlert } = this.parts;
    onAlert?.(bound);
    const detail = [`${bound}=${String(bound === 'hour' ? bounds.personsPerHour : bounds.personsPerDay)}`];
    try {
      const isFirst = await database.transaction(async (client) => {
        if (!(await noteReachAlert(client, grant))) return false;
        await trail.record(client, [{ ...BARE_ENTRY, action: 'gateway.reach', grant, outcome: 'refused', detail }]);
        return true;
      });
      if (isFirst) logger.warn({ grant, code: 'access.too-many-persons' }, 'a client reads too many different persons');
    } catch (error) {
      // The refusal holds without it; the client's next request tries again.
      logger.error({ err: error, grant }, 'the alert about a client that reads too many persons could not be kept');
    }
  }

  private forgetNowAndThen(): void {
    if (this.now() - this.forgotAt < FORGET_MS) return;
    this.forgotAt = this.now();
    this.parts.database
      .session(forgetReach)
      .catch((error: unknown) => this.parts.logger.warn({ err: error }, 'old counts of persons could not be removed'));
  }
}
