import { EXIT, TeachingError } from '#libs/domain';
import type { InstallationKey, Logger, Settings } from '#libs/runtime';
import { type AuditTrail, type Database, noteInstallation, type Vault } from '#libs/store';
import { catchUpRights } from '../rights/catch-up-rights.js';

/** What a store is held against before anything is read of it. */
export interface StoreOwner {
  readonly settings: Settings;
  readonly installation: InstallationKey;
  /** On that same database. */
  readonly trail: AuditTrail;
  readonly vault: Vault;
  readonly logger: Logger;
}

/**
 * Makes sure that a store is this installation's, and that it knows every erasure, refusal, restriction, rectification and
 * separation that its home knows: an older backup may have been restored (invariants 16 and 17). The schema is there.
 * @throws TeachingError `installation-key.not-of-database` (exit code 2), and those of the rights
 */
export const prepareStore = async (database: Database, owner: StoreOwner): Promise<void> => {
  const { settings, installation, trail, vault, logger } = owner;
  await checkKey(database, installation.fingerprint);
  await catchUpRights(database, trail, settings, installation.bytes, vault, logger);
};

/** A database that was filled with one key is unreadable with another: acts would lose their persons, imports would double. */
const checkKey = async (database: Database, fingerprint: string): Promise<void> => {
  const known = await database.session((client) => noteInstallation(client, fingerprint));
  if (known !== fingerprint) {
    throw new TeachingError('installation-key.not-of-database', { known, fingerprint }, { exitCode: EXIT.usage });
  }
};
