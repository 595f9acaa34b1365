import type { Logger } from '#libs/runtime';
import { forgetPassing, type Transactor } from '#libs/store';

const EVERY_MS = 3_600_000;

/** Removes now and then what is kept for a day at most; each gateway process does, and nothing is lost where none does for a while. */
export class HouseKeeping {
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  /** @param everyMs how long after one round the next one begins */
  constructor(
    private readonly database: Pick<Transactor, 'session'>,
    private readonly logger: Logger,
    private readonly everyMs = EVERY_MS,
  ) {}

  /** Begins with a round; called again it changes nothing. */
  begin(): void {
    if (this.timer === undefined && !this.isStopped) this.wait(0);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private wait(milliseconds: number): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => void this.round().finally(() => this.wait(this.everyMs)), milliseconds).unref();
  }

  private async round(): Promise<void> {
    try {
      await this.database.session(forgetPassing);
    } catch (error) {
      this.logger.warn({ err: error }, 'what is kept for a day could not be removed; it is tried again');
    }
  }
}
