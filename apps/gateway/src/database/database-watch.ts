import { TeachingError } from '#libs/domain';
import type { DatabaseAccess, Logger } from '#libs/runtime';
import { SchemaProbe } from './schema-probe.js';

/** How long after one look at the database the next one begins. */
const ROUND_MS = 2_000;

/** What the gateway needs and does not have. */
export type Missing = 'database' | 'schema';

/** Holds the database of the installation, and brings it back when it was away. */
export class DatabaseWatch {
  private access: DatabaseAccess | undefined;
  private probe: SchemaProbe | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;
  private wasAway = false;

  constructor(
    private readonly open: () => Promise<DatabaseAccess>,
    private readonly logger: Logger,
  ) {}

  /**
   * Opens the database and begins to watch it. A server that does not answer yet is waited for in the background.
   * @throws TeachingError of `openDatabase`, where waiting would not help
   */
  async begin(): Promise<void> {
    try {
      await this.bringBack();
    } catch (error) {
      if (!(error instanceof TeachingError && error.code === 'database.unreachable')) throw error;
      this.note(error);
    }
    this.watch();
  }

  /** What is missing at this moment, within about a second; nothing when all is well. */
  async missing(): Promise<readonly Missing[]> {
    if (this.probe === undefined) return ['database'];
    try {
      const isThere = await this.probe.isSchemaThere();
      this.note(undefined);
      return isThere ? [] : ['schema'];
    } catch (error) {
      this.note(error);
      return ['database'];
    }
  }

  /** Gives up the hold on the database. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.probe?.drop();
    await this.access?.release();
  }

  private watch(): void {
    if (this.isClosed) return;
    this.timer = setTimeout(() => void this.round().finally(() => this.watch()), ROUND_MS);
  }

  private async round(): Promise<void> {
    if (!(await this.missing()).includes('database') || this.isClosed) return;
    try {
      await this.bringBack();
    } catch (error) {
      this.note(error);
    }
  }

  private async bringBack(): Promise<void> {
    if (this.access !== undefined) return this.access.revive();
    const access = await this.open();
    this.access = access;
    this.probe = new SchemaProbe(access.connection);
  }

  /** One line when it goes and one when it is back: a line a second would fill the disk during an outage. */
  private note(error: unknown): void {
    const isAway = error !== undefined;
    if (isAway === this.wasAway) return;
    this.wasAway = isAway;
    if (isAway) this.logger.warn({ err: error }, 'the database does not answer; waiting for it');
    else this.logger.warn('the database answers again');
  }
}
