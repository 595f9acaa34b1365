import { BARE_ENTRY } from '../audit/audit-entry.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { Client, Database } from '../connection/database.js';
import { lockLinkageForNow } from '../repositories/linkage-run.repository.js';
import { ERASE_RECTIFICATIONS } from '../sql/rectifications.sql.js';
import type { RectificationFile } from './rectification-file.js';
import { type Rectification, rectificationKey } from './rectification.js';
import {
  countRectifications,
  dropRectifications,
  findKeptOut,
  listRectifications,
  setRectifications,
} from './rectifications.repository.js';
import { lockRights } from './rights-lock.js';

const WAIT_SECONDS = 600;

/** What was missing on either side. */
export interface RectificationsCaughtUp {
  /** Rectifications of the home that the store lacked: an older backup, or an end between the file and the commit. */
  readonly rectified: number;
  readonly unrectified: number;
  /** Rectifications of the store that the home lacked: another home, or a lost file. */
  readonly noted: number;
}

/**
 * Brings store and home to the same rectifications before anything is read, after tombstones were: of whoever is kept out, none
 * stays. A look at count and last one tells that they agree.
 * @param protect closes what must not lie in plain text, in the transaction that brought it
 * @returns null where they did
 * @throws TeachingError `rectification.file`
 */
export const catchUpRectifications = async (
  database: Database,
  trail: AuditTrail,
  file: RectificationFile,
  protect: (client: Client) => Promise<void>,
): Promise<RectificationsCaughtUp | null> => {
  const { standing } = await file.read();
  const { count, last } = await database.session(countRectifications);
  if (count === standing.length && last === newest(standing)) return null;
  return database.transaction(async (client) => {
    // In the order of a link run, which has linkage when it waits for rights.
    await lockLinkageForNow(client);
    await lockRights(client, WAIT_SECONDS);
    const caughtUp = await settle(client, trail, file);
    await protect(client);
    return caughtUp;
  });
};

/** Both sides are read again: another command may have caught up while this one waited. */
const settle = async (client: Client, trail: AuditTrail, file: RectificationFile): Promise<RectificationsCaughtUp> => {
  const home = await file.read();
  const listed = await listRectifications(client);
  const gone = await findKeptOut(client, [...home.standing, ...home.withdrawn, ...listed]);
  for (const statement of ERASE_RECTIFICATIONS) await client.query(statement, [[...gone]]);
  const stored = byKey(listed.filter(({ id }) => !gone.has(id)));
  const kept = home.standing.filter(({ id }) => !gone.has(id));
  const missing = kept.filter((one) => isLater(one, stored.get(rectificationKey(one))));
  const lifted = home.withdrawn.filter((one) => {
    const standing = stored.get(rectificationKey(one));
    return standing !== undefined && standing.at <= one.at;
  });
  const told = byKey([...kept, ...home.withdrawn]);
  const unknown = [...stored.values()].filter((one) => isLater(one, told.get(rectificationKey(one))));
  await setRectifications(client, missing);
  for (const { id, field } of lifted) await dropRectifications(client, [id], field);
  await trail.record(client, [
    ...missing.map((one) => entryOf(one, 'reapplied', one.incident)),
    ...lifted.map((one) => entryOf(one, 'withdrawn', null)),
  ]);
  await file.forget(gone);
  await file.note(unknown);
  return { rectified: missing.length, unrectified: lifted.length, noted: unknown.length };
};

const byKey = <T extends { readonly id: string; readonly field: string }>(all: readonly T[]): Map<string, T> =>
  new Map(all.map((one) => [rectificationKey(one), one]));

const isLater = (one: { readonly at: string }, other: { readonly at: string } | undefined): boolean =>
  other === undefined || one.at > other.at;

const newest = (all: readonly Rectification[]): string | null =>
  all.reduce<string | null>((last, { at }) => (last === null || at > last ? at : last), null);

const entryOf = ({ id, field }: { id: string; field: string }, how: string, incident: string | null) => ({
  ...BARE_ENTRY,
  action: 'subject.rectify',
  purpose: 'data_protection',
  subjectId: id,
  incident,
  fields: [field],
  detail: [how],
});
