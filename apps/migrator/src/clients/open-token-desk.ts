import type { Settings } from '#libs/runtime';
import { readGatewayRules, type TokenDesk } from '#libs/services';
import { AuditTrail } from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { readPolicies } from '#libs/services';

/** @throws TeachingError where policies or `gateway.yml` are wrong; exit code 2 */
export const openTokenDesk = (engine: Engine, { configDir }: Settings): TokenDesk => {
  const book = readPolicies(configDir);
  return { database: engine.database, trail: engine.get(AuditTrail), book, rules: readGatewayRules(configDir, book) };
};
