import type { Settings } from '#libs/runtime';
import { AuditTrail, Vault } from '#libs/store';
import { homeOfRights, type RightsDesk, SourceCatalogue } from '#libs/services';
import { type Engine, withEngine } from './open-engine.js';
import { INSTALLATION_KEY } from './tokens.js';

/** The desk at which rights are used, from a running engine. */
export const openDesk = (engine: Engine, settings: Settings): RightsDesk => {
  const key = engine.app.get<Uint8Array>(INSTALLATION_KEY, { strict: false });
  return {
    database: engine.database,
    trail: engine.get(AuditTrail),
    ...homeOfRights(settings, key),
    vault: engine.get(Vault),
    naming: { catalogue: engine.app.get(SourceCatalogue, { strict: false }), key },
  };
};

/** Opens a desk for the length of `work`: what every command of a right does. */
export const withDesk = <T>(settings: Settings, work: (desk: RightsDesk) => Promise<T>): Promise<T> =>
  withEngine(settings, { queue: false }, (engine) => work(openDesk(engine, settings)));
