import { EXIT, TeachingError } from '#libs/domain';
import {
  type AuditEntry,
  type AuditTrail,
  BARE_ENTRY,
  type Client,
  type Database,
  lockLinkageWithin,
  lockRights,
  type Rectification,
  type RectificationFile,
  type RectificationWithdrawn,
  type RestrictionFile,
  type RestrictionLine,
  type SeparationFile,
  type SeparationParts,
  type TombstoneFile,
  type TombstoneLine,
  tryLockLinkageForNow,
  type Vault,
} from '#libs/store';
import type { HomeOfRights } from './home-of-rights.js';
import type { Naming } from './subject-ids.js';

/** How long an erasure waits for rows that are being landed. */
const WAIT_SECONDS = 30;
/** PostgreSQL's code for a lock that was not given in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/** What using a right needs. */
export interface RightsDesk {
  readonly database: Pick<Database, 'session' | 'transaction' | 'rehearse'>;
  readonly trail: AuditTrail;
  readonly tombstones: TombstoneFile;
  readonly rectifications: RectificationFile;
  readonly separations: SeparationFile;
  readonly restrictions: RestrictionFile;
  readonly vault: Vault;
  readonly naming: Naming;
}

/** What using a right came to, and what is to be kept of it beyond the store. */
export interface RightUsed<T> {
  readonly result: T;
  readonly entries: readonly AuditEntry[];
  readonly lines: readonly TombstoneLine[];
  readonly separations?: readonly SeparationParts[];
  readonly restrictions?: readonly RestrictionLine[];
  readonly rectified?: {
    readonly set: readonly Rectification[];
    readonly withdrawn: readonly RectificationWithdrawn[];
  };
}

/** What a right does inside the transaction that it is used in. */
export type RightWork<T> = (client: Client) => Promise<RightUsed<T>>;

/** A right that was used in a transaction of the caller's, which has still to be committed. */
export interface RightInHand<T> {
  readonly result: T;
  /** For the trail, by the caller: it may know more of who asked. */
  readonly entries: readonly AuditEntry[];
  /** Writes what the home must know. The last thing before the commit: a statement that failed after it would leave a line. */
  readonly settle: () => Promise<void>;
}

/**
 * Uses a right in one transaction, alone with regard to imports, rollbacks and linkage. What the home must know is on its disk
 * just before the commit: whatever dies before, nothing has happened; whatever dies after, the next command does the rest.
 * @param dryRun does everything and keeps nothing
 * @throws TeachingError `rights.linking`, `rights.busy`; exit code 3
 */
export const useRight = async <T>(desk: RightsDesk, dryRun: boolean, work: RightWork<T>): Promise<T> => {
  const { database, trail } = desk;
  const alone = async (client: Client): Promise<T> => {
    await beAlone(client);
    const { result, entries, settle } = inHand(desk, await work(client));
    await trail.record(client, entries);
    if (!dryRun) await settle();
    return result;
  };
  return dryRun ? database.rehearse((rehearsal) => rehearsal.transaction(alone)) : database.transaction(alone);
};

/**
 * Uses a right in the caller's transaction, as `useRight` does, and waits for a link run that is under way too: for a request that
 * nobody repeats by hand. No more than half a minute in all.
 * @throws TeachingError `rights.linking`, `rights.busy`; exit code 3
 */
export const useRightWithin = async <T>(
  desk: HomeOfRights,
  client: Client,
  work: RightWork<T>,
): Promise<RightInHand<T>> => {
  const until = performance.now() + WAIT_SECONDS * 1_000;
  // A link run has linkage first and may want the rights next: whoever waits for both takes them in the same order.
  await lockOr('rights.linking', () => lockLinkageWithin(client, WAIT_SECONDS));
  const left = Math.max(1, Math.ceil((until - performance.now()) / 1_000));
  await lockOr('rights.busy', () => lockRights(client, left));
  return inHand(desk, await work(client));
};

const beAlone = async (client: Client): Promise<void> => {
  await lockOr('rights.busy', () => lockRights(client, WAIT_SECONDS));
  if (!(await tryLockLinkageForNow(client))) throw new TeachingError('rights.linking', {}, { exitCode: EXIT.waiting });
};

const lockOr = async (code: string, lock: () => Promise<void>): Promise<void> => {
  try {
    await lock();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)) throw error;
    throw new TeachingError(code, {}, { exitCode: EXIT.waiting, cause: error });
  }
};

const inHand = <T>(
  { tombstones, rectifications, separations, restrictions }: HomeOfRights,
  { result, entries, lines, rectified, ...noted }: RightUsed<T>,
): RightInHand<T> => ({
  result,
  entries,
  settle: async () => {
    await tombstones.append(lines);
    await separations.append(noted.separations ?? []);
    await restrictions.append(noted.restrictions ?? []);
    await rectifications.forget(new Set(lines.flatMap(({ id, kind }) => (kind === 'withdrawn' ? [] : [id]))));
    if (rectified !== undefined) await rectifications.note(rectified.set, rectified.withdrawn);
  },
});

/** An entry for each source person; the trail says by keyed id that a right was used, and counts. */
export const rightEntries = (
  action: string,
  ids: readonly string[],
  incident: string | null,
  detail: readonly string[],
): AuditEntry[] =>
  ids.map((subjectId) => ({ ...BARE_ENTRY, action, purpose: 'data_protection', subjectId, incident, detail }));
