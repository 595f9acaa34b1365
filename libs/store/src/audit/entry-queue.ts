import type { AuditEntry } from './audit-entry.js';

interface Waiting {
  readonly entries: readonly AuditEntry[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Entries of one transaction at most, about. */
const LARGEST_GROUP = 500;

/**
 * Gathers what waits while a transaction is under way into the next one: each entry is on the disk before its caller goes on,
 * and many callers share the wait for the disk.
 */
export class EntryQueue {
  private waiting: Waiting[] = [];
  private writing = false;

  /** @param write enters a group in one transaction and commits it */
  constructor(private readonly write: (entries: readonly AuditEntry[]) => Promise<void>) {}

  /** Resolves once the entries are committed; rejects where they are not. */
  add(entries: readonly AuditEntry[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ entries, resolve, reject });
      if (!this.writing) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) await this.writeGroup(this.takeGroup());
    this.writing = false;
  }

  private takeGroup(): readonly Waiting[] {
    let size = 0;
    const end = this.waiting.findIndex(({ entries }) => (size += entries.length) > LARGEST_GROUP);
    return this.waiting.splice(0, end === -1 ? this.waiting.length : Math.max(end, 1));
  }

  private async writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      await this.write(group.flatMap(({ entries }) => entries));
      for (const { resolve } of group) resolve();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
