import { EXIT, TeachingError } from '#libs/domain';
import {
  type AuditEntry,
  type AuditTrail,
  BARE_ENTRY,
  type Client,
  type Database,
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

/**
 * Uses a right in one transaction, alone with regard to imports, rollbacks and linkage. What the home must know is on its disk
 * just before the commit: whatever dies before, nothing has happened; whatever dies after, the next command does the rest.
 * @param dryRun does everything and keeps nothing
 * @throws TeachingError `rights.linking`, `rights.busy`; exit code 3
 */
export const useRight = async <T>(
  { database, trail, tombstones, rectifications, separations, restrictions }: RightsDesk,
  dryRun: boolean,
  work: (client: Client) => Promise<RightUsed<T>>,
): Promise<T> => {
  const alone = async (client: Client): Promise<T> => {
    await lockRights(client, WAIT_SECONDS);
    if (!(await tryLockLinkageForNow(client)))
      throw new TeachingError('rights.linking', {}, { exitCode: EXIT.waiting });
    const { result, entries, lines, rectified, ...noted } = await work(client);
    await trail.record(client, entries);
    if (dryRun) return result;
    await tombstones.append(lines);
    await separations.append(noted.separations ?? []);
    await restrictions.append(noted.restrictions ?? []);
    await rectifications.forget(new Set(lines.flatMap(({ id, kind }) => (kind === 'withdrawn' ? [] : [id]))));
    if (rectified !== undefined) await rectifications.note(rectified.set, rectified.withdrawn);
    return result;
  };
  try {
    return await (dryRun
      ? database.rehearse((rehearsal) => rehearsal.transaction(alone))
      : database.transaction(alone));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)) throw error;
    throw new TeachingError('rights.busy', {}, { exitCode: EXIT.waiting, cause: error });
  }
};

/** An entry for each source person; the trail says by keyed id that a right was used, and counts. */
export const rightEntries = (
  action: string,
  ids: readonly string[],
  incident: string | null,
  detail: readonly string[],
): AuditEntry[] =>
  ids.map((subjectId) => ({ ...BARE_ENTRY, action, purpose: 'data_protection', subjectId, incident, detail }));
