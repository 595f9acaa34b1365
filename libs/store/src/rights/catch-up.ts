import type { AuditTrail } from '../audit/audit-trail.js';
import { BARE_ENTRY } from '../audit/audit-entry.js';
import type { Client, Database } from '../connection/database.js';
import { lockLinkageForNow } from '../repositories/linkage-run.repository.js';
import { erasePersons } from './erase-persons.js';
import { lockRights } from './rights-lock.js';
import { liftExpired, returnedSince } from '../retention/returns.repository.js';
import { outranks, standingOf, type StandingTombstones, type Tombstone, type TombstoneLine } from './tombstone.js';
import type { TombstoneFile } from './tombstone-file.js';
import { countTombstones, liftRefusals, listTombstones, setTombstones } from './tombstones.repository.js';

const WAIT_SECONDS = 600;

/** What was missing on either side. */
export interface CaughtUp {
  /** Tombstones of the home that the store lacked: an older backup, or an end between the file and the commit. */
  readonly applied: number;
  readonly withdrawn: number;
  /** Tombstones of the store that the home lacked: another home, or a lost file. */
  readonly noted: number;
  /** Expired files whose persons an import brought back, of which one side did not know. */
  readonly returned: number;
}

/**
 * Brings store and home to the same tombstones before anything is read. A look at count and last one tells that they agree.
 * @returns null where they did
 */
export const catchUpTombstones = async (
  database: Database,
  trail: AuditTrail,
  file: TombstoneFile,
): Promise<CaughtUp | null> => {
  const home = standingOf(await file.read());
  const { count, last } = await database.session(countTombstones);
  if (count === home.standing.size && last === newest(home)) return null;
  return database.transaction(async (client) => {
    // In the order of a link run, which has linkage when it waits for rights.
    await lockLinkageForNow(client);
    await lockRights(client, WAIT_SECONDS);
    return settle(client, trail, file);
  });
};

/** Both sides are read again: another command may have caught up while this one waited. */
const settle = async (client: Client, trail: AuditTrail, file: TombstoneFile): Promise<CaughtUp> => {
  const home = standingOf(await file.read());
  const stored = new Map((await listTombstones(client)).map((one) => [one.id, one]));
  const differing = [...home.standing.values()].filter((one) => differs(one, stored.get(one.id)));
  // An import lifts marks and knows no home: the store says who returned, and the file learns it now.
  const back = await returnedSince(client, differing);
  const missing = differing.filter((one) => !back.has(one));
  const lifted = [...stored.values()].filter(({ id, kind }) => kind === 'refused' && home.withdrawn.has(id));
  const returned = [...stored.values()].filter(({ id, kind }) => kind === 'expired' && home.returned.has(id));
  const unknown = [...stored.values()].filter((one) => {
    const known = home.standing.get(one.id);
    return known === undefined ? ![...lifted, ...returned].includes(one) : outranks(one.kind, known.kind);
  });
  await file.append([...[...back].map(([one, at]) => returnOf(one, at)), ...unknown]);
  if (missing.length > 0) {
    await setTombstones(client, missing);
    await erasePersons(
      client,
      missing.map(({ id }) => id),
    );
  }
  await liftRefusals(
    client,
    lifted.map(({ id }) => id),
  );
  await liftExpired(
    client,
    returned.map(({ id }) => id),
  );
  await trail.record(client, [...missing.map(reapplied), ...lifted.map(withdrawn)]);
  return {
    applied: missing.length,
    withdrawn: lifted.length,
    noted: unknown.length,
    returned: back.size + returned.length,
  };
};

const newest = ({ standing }: StandingTombstones): string | null =>
  [...standing.values()].reduce<string | null>((last, { at }) => (last === null || at > last ? at : last), null);

/** Whether the home says more than the store; an erasure in the store is never turned into less. */
const differs = (home: Tombstone, stored: Tombstone | undefined): boolean =>
  stored === undefined || (!outranks(stored.kind, home.kind) && (stored.kind !== home.kind || stored.at !== home.at));

const returnOf = ({ id, incident, system, site, table }: Tombstone, at: string): TombstoneLine => ({
  ...{ id, kind: 'returned', at, incident, system, site, table },
});

const reapplied = ({ id, kind, incident }: Tombstone) => ({
  ...BARE_ENTRY,
  action: 'subject.reapply',
  purpose: 'data_protection',
  subjectId: id,
  incident,
  detail: [kind],
});

const withdrawn = ({ id, incident }: Tombstone) => ({
  ...BARE_ENTRY,
  action: 'subject.withdraw',
  purpose: 'data_protection',
  subjectId: id,
  incident,
});
