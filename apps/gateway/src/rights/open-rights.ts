import { fieldWord, levelWord } from '#libs/messages';
import type { PolicyBook } from '#libs/minimiser';
import type { Settings } from '#libs/runtime';
import { homeOfRights, LinkRulebook, openVault, reportContext } from '#libs/services';
import type { AuditTrail, Transactor } from '#libs/store';
import type { ReachLimit } from '../access/reach-limit.js';
import type { RightsApi } from './rights-api.js';
import { WaitingRoom } from './waiting-room.js';

/** What is known before there is a request. */
export type RightsParts = Omit<RightsApi, 'keeper'>;

/**
 * @param key the installation's key
 * @throws ConfigError or TeachingError where the configuration is wrong; exit code 2
 */
export const openRights = (
  settings: Settings,
  key: Uint8Array,
  shared: {
    readonly database: Transactor;
    readonly trail: AuditTrail;
    readonly book: PolicyBook;
    readonly reach: ReachLimit;
  },
): RightsParts => {
  const words = { field: fieldWord, level: levelWord };
  const reports = {
    en: reportContext(settings.configDir, 'en', words),
    fr: reportContext(settings.configDir, 'fr', words),
  };
  return {
    ...shared,
    vault: openVault(settings),
    home: homeOfRights(settings, key),
    naming: { catalogue: reports.fr.catalogue, key },
    room: new WaitingRoom(),
    reports,
    linkRules: new LinkRulebook(settings.configDir).rules,
  };
};
