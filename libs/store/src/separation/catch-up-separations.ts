import { BARE_ENTRY } from '../audit/audit-entry.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { Client, Database } from '../connection/database.js';
import { lockLinkageForNow } from '../repositories/linkage-run.repository.js';
import { lockRights } from '../rights/rights-lock.js';
import { findErased } from '../rights/tombstones.repository.js';
import { enforceSeparations } from './enforce-separations.js';
import { mergeParts, partsBeyond, type SeparationParts } from './separation.js';
import type { SeparationFile } from './separation-file.js';
import { addSeparations, listSeparations, unlockVault } from './separations.repository.js';
import type { Vault } from './vault.js';

const WAIT_SECONDS = 600;

/** What was missing on either side. */
export interface SeparationsCaughtUp {
  /** Source persons whose separation the store lacked: an older backup, or an end between the file and the commit. */
  readonly applied: number;
  /** Separations of which the home lacked something: another home, a lost file, what spread since. */
  readonly noted: number;
}

/**
 * Brings store and home to the same separations before anything is read. Nothing is ever taken back, so each side is given what
 * it lacks.
 * @returns null where they agreed
 * @throws TeachingError `protection-key.*` where somebody is separated and the key of their places is not here
 */
export const catchUpSeparations = async (
  database: Database,
  trail: AuditTrail,
  file: SeparationFile,
  vault: Vault,
): Promise<SeparationsCaughtUp | null> => {
  const { missing, unknown } = await database.session((client) => compare(client, file));
  if (missing.length + unknown.length === 0) return null;
  return database.transaction(async (client) => {
    // In the order of a link run, which has linkage when it waits for rights.
    await lockLinkageForNow(client);
    await lockRights(client, WAIT_SECONDS);
    return settle(client, trail, file, vault);
  });
};

/** Both sides are read again: another command may have caught up while this one waited. */
const settle = async (
  client: Client,
  trail: AuditTrail,
  file: SeparationFile,
  vault: Vault,
): Promise<SeparationsCaughtUp> => {
  const { missing, unknown } = await compare(client, file);
  await file.append(unknown);
  if (missing.length === 0) return { applied: 0, noted: unknown.length };
  await unlockVault(client, vault, true);
  const { fingerprint } = vault.unlock(false);
  // Under the key that is here: whatever an older one had closed is not in this store.
  await addSeparations(
    client,
    missing.map((one) => ({ ...one, keyFingerprint: fingerprint })),
  );
  await enforceSeparations(client, vault, true);
  const persons = missing.flatMap(({ persons: all, incident }) => all.map(({ id }) => ({ id, incident })));
  await trail.record(
    client,
    persons.map(({ id, incident }) => ({
      ...BARE_ENTRY,
      action: 'subject.reapply',
      purpose: 'data_protection',
      subjectId: id,
      incident,
      detail: ['separated'],
    })),
  );
  return { applied: persons.length, noted: unknown.length };
};

interface Comparison {
  /** What the home says and the store does not. */
  readonly missing: readonly SeparationParts[];
  readonly unknown: readonly SeparationParts[];
}

const compare = async (client: Client, file: SeparationFile): Promise<Comparison> => {
  const said = mergeParts(await file.read());
  const stored = new Map((await listSeparations(client)).map((one) => [one.id, one]));
  const home = await withoutErased(client, [...said.values()]);
  return {
    missing: home.flatMap((one) => partsBeyond(one, stored.get(one.id)) ?? []),
    unknown: [...stored.values()].flatMap((one) => partsBeyond(one, said.get(one.id)) ?? []),
  };
};

/** Whoever was erased has lost the marks too, for good. */
const withoutErased = async (client: Client, all: readonly SeparationParts[]): Promise<SeparationParts[]> => {
  const ids = all.flatMap(({ persons, former }) => [...persons.map(({ id }) => id), ...former]);
  const erased = await findErased(client, [...new Set(ids)]);
  return all.map((one) => ({
    ...one,
    persons: one.persons.filter(({ id }) => !erased.has(id)),
    former: one.former.filter((id) => !erased.has(id)),
  }));
};
