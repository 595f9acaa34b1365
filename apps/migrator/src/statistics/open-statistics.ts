import { join } from 'node:path';
import type { GoldenDocument } from '#libs/linkage';
import type { AccessRequest } from '#libs/minimiser';
import { readYamlConfig, type Settings } from '#libs/runtime';
import { readCodeLists, readPolicies, readStatisticsPlan, StatisticsService } from '#libs/services';
import { AuditTrail, CONSOLE_GRANT, type Transactor } from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { INSTALLATION_KEY } from '../engine/tokens.js';
import { openAuditTrail } from '#libs/services';
import type { LabelledCodes } from './table-labels.js';

const PURPOSE = 'statistics';

/** Figures at the console: the service, what the console asks with, and words for codes. */
export interface ConsoleStatistics {
  readonly service: StatisticsService;
  readonly access: AccessRequest;
  readonly labels: LabelledCodes;
}

/**
 * @param rehearsal works on it instead of the store: whoever gave it rolls it back
 * @throws ConfigError, TeachingError of the configuration; exit code 2
 */
export const openStatistics = (engine: Engine, settings: Settings, rehearsal?: Transactor): ConsoleStatistics => {
  const { configDir } = settings;
  const book = readPolicies(configDir);
  const labels = readCodeLists(configDir);
  const codes = Object.fromEntries(Object.entries(labels).map(([list, of]) => [list, Object.keys(of)]));
  const plan = readStatisticsPlan(configDir, book, codes);
  const schema = join(configDir, 'schema', 'golden.schema.json');
  const { systemOfRecord } = readYamlConfig<GoldenDocument>(join(configDir, 'golden.yml'), schema);
  const trail =
    rehearsal === undefined
      ? engine.get(AuditTrail)
      : openAuditTrail(rehearsal, settings, engine.app.get<Uint8Array>(INSTALLATION_KEY, { strict: false }));
  const database = rehearsal ?? engine.database;
  const recipient = book.purpose(PURPOSE)?.recipients[0] ?? '';
  return {
    service: new StatisticsService({ database, trail, book, plan, systems: systemOfRecord.order }),
    access: {
      purpose: PURPOSE,
      grant: { id: CONSOLE_GRANT, purposes: [PURPOSE], sites: 'all', recipients: [recipient], expires: null },
      recipient,
      now: new Date().toISOString(),
      throughCase: null,
    },
    labels,
  };
};
