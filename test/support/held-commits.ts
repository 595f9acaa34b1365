import { until } from '../../libs/queue/test/until.js';
import type { Installation } from './import-harness.js';

/** An arbitrary but fixed number for the advisory lock. */
const LOCK = 4_711_002;
/** Keys of requests whose commit is held up begin so; everybody else commits as ever. */
export const HELD = 'held-';

const HOLD = [
  `CREATE FUNCTION passerelle.hold_commit() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN PERFORM pg_advisory_xact_lock(${String(LOCK)}); RETURN NULL; END $$`,
  `CREATE CONSTRAINT TRIGGER hold_commit AFTER INSERT ON passerelle.kept_answer
   DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (starts_with(NEW.key, '${HELD}')) EXECUTE FUNCTION passerelle.hold_commit()`,
];

/** A process that has just started may take its time. */
const LONGEST_MS = 40_000;

/** How a commit ends that was held up: the server lost it, or did it although nobody was there any more to hear of it. */
export type CommitEnd = 'lost' | 'done';

/**
 * Holds up commits of requests with a key that begins with `HELD`: all that they do is done, and what the home must know is on
 * its disk.
 */
export class HeldCommits {
  private constructor(private readonly installation: Installation) {}

  static async install(installation: Installation): Promise<HeldCommits> {
    for (const statement of HOLD) await installation.rows(statement);
    return new HeldCommits(installation);
  }

  /**
   * @param kill called while a commit waits; whoever asked for it is gone afterwards
   * @returns when the server has ended what was left behind
   */
  async during(ask: () => void, kill: () => Promise<void>, end: CommitEnd): Promise<void> {
    await this.installation.engine.database.session(async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
      try {
        ask();
        await until('a commit waits', async () => (await this.waiting()).length === 1, LONGEST_MS);
        const [pid] = await this.waiting();
        await kill();
        if (end === 'lost') await client.query('SELECT pg_terminate_backend($1)', [pid]);
      } finally {
        await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
      }
    });
    await until('the server has ended it', async () => (await this.openOfGateways()) === 0, LONGEST_MS);
  }

  /** Server processes whose commit waits for the lock. */
  private async waiting(): Promise<readonly number[]> {
    const rows = await this.installation.rows<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = 'COMMIT' AND wait_event = 'advisory'`,
    );
    return rows.map(({ pid }) => pid);
  }

  private async openOfGateways(): Promise<number> {
    const [open] = await this.installation.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`,
    );
    return open?.n ?? 0;
  }
}
