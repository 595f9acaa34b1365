import { join } from 'node:path';
import type { GoldenDocument } from '#libs/linkage';
import type { PolicyBook } from '#libs/minimiser';
import { readYamlConfig } from '#libs/runtime';
import type { AuditTrail, Transactor } from '#libs/store';
import { type LabelledCodes, readCodeLists } from '../policies/read-policies.js';
import { readStatisticsPlan } from './read-statistics-plan.js';
import { StatisticsService } from './statistics.service.js';

/** Figures, and words for their codes. */
export interface StatisticsDesk {
  readonly service: StatisticsService;
  readonly labels: LabelledCodes;
}

/** @throws ConfigError, TeachingError of the configuration; exit code 2 */
export const openStatistics = (
  configDir: string,
  book: PolicyBook,
  database: Transactor,
  trail: AuditTrail,
): StatisticsDesk => {
  const labels = readCodeLists(configDir);
  const codes = Object.fromEntries(Object.entries(labels).map(([list, of]) => [list, Object.keys(of)]));
  const plan = readStatisticsPlan(configDir, book, codes);
  const schema = join(configDir, 'schema', 'golden.schema.json');
  const { systemOfRecord } = readYamlConfig<GoldenDocument>(join(configDir, 'golden.yml'), schema);
  return {
    service: new StatisticsService({ database, trail, book, plan, systems: systemOfRecord.order }),
    labels,
  };
};
