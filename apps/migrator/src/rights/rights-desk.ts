import { EXIT, TeachingError } from '#libs/domain';
import type { Settings } from '#libs/runtime';
import {
  type AuditEntry,
  AuditTrail,
  BARE_ENTRY,
  type Client,
  type Database,
  lockRights,
  type TombstoneFile,
  type TombstoneLine,
  tryLockLinkageForNow,
} from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { INSTALLATION_KEY } from '../engine/tokens.js';
import { SourceCatalogue } from '../sources/source-catalogue.js';
import { homeTombstones } from './catch-up-rights.js';
import type { Naming } from './subject-ids.js';

/** How long an erasure waits for rows that are being landed. */
const WAIT_SECONDS = 30;
/** PostgreSQL's code for a lock that was not given in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/** What using a right needs. */
export interface RightsDesk {
  readonly database: Pick<Database, 'transaction' | 'rehearse'>;
  readonly trail: AuditTrail;
  readonly tombstones: TombstoneFile;
  readonly naming: Naming;
}

/** What using a right came to, and what is to be kept of it beyond the store. */
export interface RightUsed<T> {
  readonly result: T;
  readonly entries: readonly AuditEntry[];
  readonly lines: readonly TombstoneLine[];
}

export const openDesk = (engine: Engine, settings: Settings): RightsDesk => ({
  database: engine.database,
  trail: engine.get(AuditTrail),
  tombstones: homeTombstones(settings),
  naming: {
    catalogue: engine.app.get(SourceCatalogue, { strict: false }),
    key: engine.app.get<Uint8Array>(INSTALLATION_KEY, { strict: false }),
  },
});

/**
 * Uses a right in one transaction, alone with regard to imports, rollbacks and linkage. Tombstones are on the disk of the home
 * just before the commit: whatever dies before, nothing has happened; whatever dies after, the next command does the rest.
 * @param dryRun does everything and keeps nothing
 * @throws TeachingError `rights.linking`, `rights.busy`; exit code 3
 */
export const useRight = async <T>(
  { database, trail, tombstones }: RightsDesk,
  dryRun: boolean,
  work: (client: Client) => Promise<RightUsed<T>>,
): Promise<T> => {
  const alone = async (client: Client): Promise<T> => {
    await lockRights(client, WAIT_SECONDS);
    if (!(await tryLockLinkageForNow(client)))
      throw new TeachingError('rights.linking', {}, { exitCode: EXIT.waiting });
    const { result, entries, lines } = await work(client);
    await trail.record(client, entries);
    if (!dryRun) await tombstones.append(lines);
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
