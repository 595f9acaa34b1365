import type { Logger } from '../logging/logger.js';
import type { Settings } from '../settings/settings.js';
import type { DatabaseAccess } from './database-access.js';
import { openEmbedded } from './embedded.js';
import { openExternal } from './external.js';

/**
 * The database of this installation: the one of DATABASE_URL, or the home's own server, started or joined. On return it
 * answers. Every caller releases what it opened.
 * @throws TeachingError with a `database.*`, `home.*` or `installation-key.*` code.
 */
export const openDatabase = (settings: Settings, logger: Logger): Promise<DatabaseAccess> =>
  settings.databaseUrl === undefined ? openEmbedded(settings, logger) : openExternal(settings.databaseUrl);
