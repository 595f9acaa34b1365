import type { Client } from '../connection/database.js';
import type { StoredEntry } from './audit-entry.js';
import { type AuditKeys, type ChainLink, hashEntry, sameBytes } from './chain.js';
import { nextEntries } from './entries.repository.js';
import type { FindingKind } from './trail-report.js';

const PAGE = 2_000;
/** How far an entry that does not fit is tried in other places, to tell a moved one from a changed one. */
const TRIED_PLACES = 1_000;

/** How far a trail holds, and what is wrong with the next entry; `broken` is null where entries hold to the last. */
export interface Walk {
  readonly last: ChainLink;
  readonly broken: FindingKind | null;
}

/**
 * Follows the chain from a link on, page by page.
 * @param onPage told of the entries of each page that hold, before the next one is read
 */
export const walkEntries = async (
  client: Client,
  keys: AuditKeys,
  from: ChainLink,
  onPage: (entries: readonly StoredEntry[]) => Promise<void>,
): Promise<Walk> => {
  let last = from;
  for (;;) {
    const page = await nextEntries(client, last.seq, PAGE);
    const held: StoredEntry[] = [];
    let broken: FindingKind | null = null;
    for (const entry of page) {
      broken = judge(keys, last, entry, from);
      if (broken !== null) break;
      held.push(entry);
      last = { seq: entry.seq, hash: entry.hash };
    }
    await onPage(held);
    if (broken !== null || page.length < PAGE) return { last, broken };
  }
};

const judge = (keys: AuditKeys, last: ChainLink, entry: StoredEntry, from: ChainLink): FindingKind | null => {
  const { seq, previousHash, hash } = entry;
  if (seq <= last.seq) return 'entry.inserted';
  if (seq > last.seq + 1) return last.seq === from.seq ? 'trail.head-cut' : 'entry.missing';
  const fits = sameBytes(previousHash, last.hash) && sameBytes(hash, hashAt(keys, entry, seq));
  if (fits) return null;
  return isFromElsewhere(keys, entry) ? 'entry.moved' : 'entry.changed';
};

const hashAt = (keys: AuditKeys, entry: StoredEntry, seq: number): Buffer =>
  hashEntry(keys, entry.previousHash, seq, entry.at, entry);

/** Whether the entry is as it was written, at another place than the one where it stands. */
const isFromElsewhere = (keys: AuditKeys, entry: StoredEntry): boolean => {
  const first = Math.max(1, entry.seq - TRIED_PLACES);
  for (let seq = first; seq <= entry.seq + TRIED_PLACES; seq++) {
    if (seq !== entry.seq && sameBytes(entry.hash, hashAt(keys, entry, seq))) return true;
  }
  return false;
};
