import { deriveKey, homePaths, type Logger, type Settings } from '#libs/runtime';
import {
  type AuditTrail,
  type Client,
  catchUpRectifications,
  catchUpRestrictions,
  catchUpSeparations,
  catchUpTombstones,
  type Database,
  enforceSeparations,
  RectificationFile,
  RestrictionFile,
  SeparationFile,
  TombstoneFile,
  type Vault,
} from '#libs/store';

/** The tombstones that a home keeps outside its database. */
export const homeTombstones = ({ home }: Pick<Settings, 'home'>): TombstoneFile =>
  new TombstoneFile(homePaths(home).tombstoneFile);

/** The separations that a home keeps outside its database. */
export const homeSeparations = ({ home }: Pick<Settings, 'home'>): SeparationFile =>
  new SeparationFile(homePaths(home).separationFile);

/** The restrictions of processing that a home keeps outside its database. */
export const homeRestrictions = ({ home }: Pick<Settings, 'home'>): RestrictionFile =>
  new RestrictionFile(homePaths(home).restrictionFile);

/** The rectifications that a home keeps outside its database. @param key the installation's key: values lie closed under one of its own */
export const homeRectifications = ({ home }: Pick<Settings, 'home'>, key: Uint8Array): RectificationFile =>
  new RectificationFile(homePaths(home).rectificationFile, deriveKey({ bytes: Buffer.from(key) }, 'rectified values'));

/** Applies erasures, refusals, rectifications, separations and restrictions that the store lacks, before a command reads anything: an older backup may have been restored. */
export const catchUpRights = async (
  database: Database,
  trail: AuditTrail,
  settings: Settings,
  key: Uint8Array,
  vault: Vault,
  logger: Logger,
): Promise<void> => {
  const caughtUp = await catchUpTombstones(database, trail, homeTombstones(settings));
  if (caughtUp !== null) logger.info({ counts: caughtUp }, 'tombstones of store and home were brought together');
  // After erasures: nothing that was rectified of whoever is kept out may come back.
  // A rectified address of a separated person must not come back in plain text, not even until the next command.
  const protect = (client: Client): Promise<void> => enforceSeparations(client, vault);
  const mended = await catchUpRectifications(database, trail, homeRectifications(settings, key), protect);
  if (mended !== null) logger.info({ counts: mended }, 'rectifications of store and home were brought together');
  const separated = await catchUpSeparations(database, trail, homeSeparations(settings), vault);
  if (separated !== null) logger.info({ counts: separated }, 'separations of store and home were brought together');
  const restricted = await catchUpRestrictions(database, trail, homeRestrictions(settings));
  if (restricted !== null) logger.info({ counts: restricted }, 'restrictions of store and home were brought together');
};
