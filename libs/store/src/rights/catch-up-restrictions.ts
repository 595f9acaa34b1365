import { BARE_ENTRY } from '../audit/audit-entry.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { Client, Database } from '../connection/database.js';
import { lastRestrictions, type RestrictionFile, type RestrictionLine } from './restriction-file.js';
import { liftRestrictions, listRestrictions, restrictPersons } from './restrictions.repository.js';
import { lockRights } from './rights-lock.js';
import { findErased } from './tombstones.repository.js';

const WAIT_SECONDS = 600;

/** What was missing on either side. */
export interface RestrictionsCaughtUp {
  /** Restrictions of the home that the store lacked: an older backup, or an end between the file and the commit. */
  readonly restricted: number;
  /** Restrictions of the store that the home says are over. */
  readonly lifted: number;
  /** Restrictions of the store that the home lacked. */
  readonly noted: number;
}

/**
 * Brings store and home to the same restrictions before anything is read. The home's last word counts; whoever was erased has
 * nothing left to restrict.
 * @returns null where they agreed
 */
export const catchUpRestrictions = async (
  database: Database,
  trail: AuditTrail,
  file: RestrictionFile,
): Promise<RestrictionsCaughtUp | null> => {
  if (isNothing(await database.session((client) => compare(client, file)))) return null;
  return database.transaction(async (client) => {
    await lockRights(client, WAIT_SECONDS);
    // Read again: another command may have caught up while this one waited.
    const { missing, over, unknown } = await compare(client, file);
    await file.append(unknown);
    for (const { id, incident } of missing) await restrictPersons(client, [id], incident);
    await liftRestrictions(client, over);
    await trail.record(client, [
      ...missing.map(({ id, incident }) => entryOf('subject.reapply', id, incident, ['restricted'])),
      ...over.map((id) => entryOf('subject.lift', id, null, [])),
    ]);
    return { restricted: missing.length, lifted: over.length, noted: unknown.length };
  });
};

interface Comparison {
  readonly missing: readonly RestrictionLine[];
  readonly over: readonly string[];
  readonly unknown: readonly RestrictionLine[];
}

const isNothing = ({ missing, over, unknown }: Comparison): boolean =>
  missing.length + over.length + unknown.length === 0;

const compare = async (client: Client, file: RestrictionFile): Promise<Comparison> => {
  const home = lastRestrictions(await file.read());
  const stored = new Map((await listRestrictions(client)).map((one) => [one.id, one]));
  const wanted = [...home.values()].filter(({ id, kind }) => kind === 'restricted' && !stored.has(id));
  const erased = await findErased(
    client,
    wanted.map(({ id }) => id),
  );
  return {
    missing: wanted.filter(({ id }) => !erased.has(id)),
    over: [...stored.keys()].filter((id) => home.get(id)?.kind === 'lifted'),
    unknown: [...stored.values()]
      .filter(({ id }) => !home.has(id))
      .map((one) => ({ ...one, kind: 'restricted' as const })),
  };
};

const entryOf = (action: string, subjectId: string, incident: string | null, detail: readonly string[]) => ({
  ...BARE_ENTRY,
  action,
  purpose: 'data_protection',
  subjectId,
  incident,
  detail,
});
