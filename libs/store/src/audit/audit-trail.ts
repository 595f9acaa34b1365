import type { Client, Transactor } from '../connection/database.js';
import { appendAt, appendEntries } from './append-entries.js';
import { type AuditEntry, checkEntry } from './audit-entry.js';
import type { AuditKeys } from './chain.js';
import type { Checkpoint } from './checkpoint.js';
import { EntryQueue } from './entry-queue.js';
import { KnownHead } from './known-head.js';
import { takeCheckpoint } from './checkpoints.repository.js';
import type { Notary } from './notary.js';

/** A long-running process makes a checkpoint after this many entries; a command makes one when it ends. */
const CHECKPOINT_EVERY = 1_000;

/** The audit trail: reads and changes of persons' data, in a chain that nobody can rewrite unseen. */
export class AuditTrail {
  private readonly queue: EntryQueue;
  private readonly known = new KnownHead();
  private sinceCheckpoint = 0;

  constructor(
    private readonly database: Transactor,
    private readonly keys: AuditKeys,
    private readonly notary: Notary,
  ) {
    this.queue = new EntryQueue((entries) => this.append(entries));
  }

  /**
   * Enters a change in the transaction that makes it: both are there, or neither. Call it last in that transaction.
   * @throws RangeError for an entry that is more than names and codes; TeachingError `audit.head`
   */
  async record(client: Client, entries: readonly AuditEntry[]): Promise<void> {
    await appendEntries(client, this.keys, entries);
    this.sinceCheckpoint += entries.length;
  }

  /**
   * Enters a read. On the disk once it resolves: only then may the answer be given (invariant 14).
   * @throws like `record`; what the database throws when it is away
   */
  async enter(entries: readonly AuditEntry[]): Promise<void> {
    // Before the queue, where one faulty entry would take its neighbours with it.
    entries.forEach(checkEntry);
    await this.queue.add(entries);
    this.sinceCheckpoint += entries.length;
    if (this.sinceCheckpoint >= CHECKPOINT_EVERY) await this.checkpoint();
  }

  /** One round trip where this process was the last to enter something, a transaction that locks the head where not. */
  private async append(entries: readonly AuditEntry[]): Promise<void> {
    const { database, keys, known } = this;
    try {
      const head = known.get();
      if (head !== null) {
        const moved = await database.session((client) => appendAt(client, keys, head, head.at, entries));
        if (moved !== null) {
          known.move(moved);
          return;
        }
        known.miss();
      }
      const appended = await database.transaction((client) => appendEntries(client, keys, entries));
      if (appended !== null) known.learn(appended);
    } catch (error) {
      // Whether the head has moved, nobody knows.
      known.forget();
      throw error;
    }
  }

  /** Signs the trail as it stands, for the store, the home and any witness; null where nothing was ever entered. */
  async checkpoint(): Promise<Checkpoint | null> {
    this.sinceCheckpoint = 0;
    return takeCheckpoint(this.database, this.keys, this.notary, true);
  }

  /** Makes a checkpoint where something was entered since the last one: at the end of a command. */
  async close(): Promise<void> {
    if (this.sinceCheckpoint === 0) return;
    this.sinceCheckpoint = 0;
    // What was entered in a rehearsal is not there: then the state is not a new one.
    await takeCheckpoint(this.database, this.keys, this.notary, false);
  }
}
