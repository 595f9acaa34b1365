import type { AccessRequest } from '#libs/minimiser';
import type { Settings } from '#libs/runtime';
import { openAuditTrail, openStatistics, readPolicies, type StatisticsDesk } from '#libs/services';
import { AuditTrail, CONSOLE_GRANT, type Transactor } from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { INSTALLATION_KEY } from '../engine/tokens.js';

const PURPOSE = 'statistics';

/** Figures at the console, and what the console asks with. */
export interface ConsoleStatistics extends StatisticsDesk {
  readonly access: AccessRequest;
}

/**
 * @param rehearsal works on it instead of the store: whoever gave it rolls it back
 * @throws ConfigError, TeachingError of the configuration; exit code 2
 */
export const consoleStatistics = (engine: Engine, settings: Settings, rehearsal?: Transactor): ConsoleStatistics => {
  const book = readPolicies(settings.configDir);
  const trail =
    rehearsal === undefined
      ? engine.get(AuditTrail)
      : openAuditTrail(rehearsal, settings, engine.app.get<Uint8Array>(INSTALLATION_KEY, { strict: false }));
  const recipient = book.purpose(PURPOSE)?.recipients[0] ?? '';
  return {
    ...openStatistics(settings.configDir, book, rehearsal ?? engine.database, trail),
    access: {
      purpose: PURPOSE,
      grant: { id: CONSOLE_GRANT, purposes: [PURPOSE], sites: 'all', recipients: [recipient], expires: null },
      recipient,
      now: new Date().toISOString(),
      throughCase: null,
    },
  };
};
