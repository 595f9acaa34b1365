import { homePaths, type Logger, type Settings } from '#libs/runtime';
import { type AuditTrail, catchUpTombstones, type Database, TombstoneFile } from '#libs/store';

/** The tombstones that a home keeps outside its database. */
export const homeTombstones = ({ home }: Pick<Settings, 'home'>): TombstoneFile =>
  new TombstoneFile(homePaths(home).tombstoneFile);

/** Applies erasures and refusals that the store lacks, before a command reads anything: an older backup may have been restored. */
export const catchUpRights = async (
  database: Database,
  trail: AuditTrail,
  settings: Settings,
  logger: Logger,
): Promise<void> => {
  const caughtUp = await catchUpTombstones(database, trail, homeTombstones(settings));
  if (caughtUp !== null) logger.info({ ...caughtUp }, 'tombstones of store and home were brought together');
};
