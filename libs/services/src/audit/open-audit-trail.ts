import { deriveKey, homePaths, loadSigningKey, type Settings } from '#libs/runtime';
import { type AuditKeys, AuditTrail, Notary, type Testimony, readCheckpoints, type Transactor } from '#libs/store';

/** The keys of an installation's trail. @param key the installation's key */
export const auditKeys = (key: Uint8Array): AuditKeys => {
  const bytes = Buffer.from(key);
  return { chain: deriveKey({ bytes }, 'audit chain'), seal: deriveKey({ bytes }, 'audit seal') };
};

/** Signs with the home's key pair, which is made when the first checkpoint is. */
export const homeNotary = (settings: Settings): Notary =>
  new Notary(() => loadSigningKey(settings), homePaths(settings.home).checkpointFile);

/** The trail of an installation, on its database or on a rehearsal of it. */
export const openAuditTrail = (database: Transactor, settings: Settings, key: Uint8Array): AuditTrail =>
  new AuditTrail(database, auditKeys(key), homeNotary(settings));

/** The home's own checkpoints, outside the database. A line that is none (a power cut while it was written) says nothing. */
export const homeTestimonies = async (settings: Settings): Promise<Testimony[]> => {
  const lines = await readCheckpoints(homePaths(settings.home).checkpointFile, 'empty');
  return lines.flatMap(({ checkpoint }) => (checkpoint === null ? [] : [{ source: 'home', checkpoint }]));
};
