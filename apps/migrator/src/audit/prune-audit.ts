import { EXIT, TeachingError } from '#libs/domain';
import type { Settings } from '#libs/runtime';
import { type PruneReport, pruneTrail, rehearsePruning } from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { INSTALLATION_KEY } from '../engine/tokens.js';
import { readPolicies } from '#libs/services';
import { auditKeys, homeNotary, homeTestimonies } from '#libs/services';

/**
 * Removes entries older than the period of `auditTrail` in config/policies/retention.yml.
 * @throws TeachingError `audit.period` (exit code 2), `audit.broken`
 */
export const pruneAudit = async (engine: Engine, settings: Settings, dryRun: boolean): Promise<PruneReport> => {
  const period = auditPeriod(settings);
  const { database } = engine;
  if (dryRun) return database.session((client) => rehearsePruning(client, period));
  const keys = auditKeys(engine.app.get<Uint8Array>(INSTALLATION_KEY, { strict: false }));
  return pruneTrail(database, keys, homeNotary(settings), period, await homeTestimonies(settings));
};

const auditPeriod = ({ configDir }: Settings): string => {
  const period = readPolicies(configDir).documents.retention.kinds['auditTrail']?.period;
  if (period == null) throw new TeachingError('audit.period', {}, { exitCode: EXIT.usage });
  return period;
};
