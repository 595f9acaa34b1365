import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createToken } from '#libs/store';
import { passerelle, type PasserelleClient } from '../../clients/typescript/src/index.js';
import { copyConfig } from './config-copy.js';
import { SIRET } from './gateway-ground.js';
import { Installation } from './import-harness.js';
import { importNight, link } from './link-harness.js';
import { generateNight, NIGHT } from './night-exports.js';
import { killServing, type Serving, serve, untilReady } from './serving.js';

const SITE = 'psa-07';
/** Different persons that one client may read in an hour, here. */
export const PERSONS_PER_HOUR = 12;

/** Two gateway processes over one installation into which a site was really imported. */
export class TwoGateways {
  private constructor(
    readonly installation: Installation,
    readonly gateways: readonly [Serving, Serving],
    readonly persons: readonly string[],
  ) {}

  static async open(): Promise<TwoGateways> {
    const installation = await Installation.open();
    const out = join(installation.folder, 'exports');
    await importNight(
      installation,
      await generateNight({ out, households: 30, seed: 5_150, sites: [SITE] }),
      NIGHT,
      SITE,
    );
    await link(installation);
    const environment = { ...installation.environment, PASSERELLE_CONFIG: await configOf(installation.folder) };
    const [one, other] = await Promise.all([serve('gateway', environment), serve('gateway', environment)]);
    await Promise.all([untilReady(one), untilReady(other)]);
    return new TwoGateways(installation, [one, other], await personsOf(installation));
  }

  /** A token for the purpose, and a client of it at each of the two. */
  async clients(purpose = 'aid_instruction'): Promise<{ readonly id: string; readonly at: Pair<PasserelleClient> }> {
    const made = await this.installation.engine.database.transaction((client) =>
      createToken(client, {
        client: 'aides-ville',
        purposes: [purpose],
        scopes: ['persons:read', 'aid-requests:write', 'webhooks:write'],
        recipient: SIRET,
        sites: 'all',
        networks: [],
        expiresAt: null,
      }),
    );
    const at = (gateway: Serving): PasserelleClient =>
      passerelle({ baseUrl: gateway.api, token: made.bearer, recipient: SIRET, purpose });
    const [one, other] = this.gateways;
    return { id: made.token.id, at: [at(one), at(other)] };
  }

  async close(): Promise<void> {
    await Promise.all(this.gateways.map((gateway) => gateway.stop()));
    killServing();
    await this.installation.close();
  }
}
export type Pair<T> = readonly [T, T];

const configOf = async (folder: string): Promise<string> => {
  const config = await copyConfig(join(folder, 'config'));
  const file = join(config, 'gateway.yml');
  const bound = `personsPerHour: ${String(PERSONS_PER_HOUR)}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/personsPerHour: \d+/, bound));
  return config;
};

/** Ids of the persons of the store. */
const personsOf = async (installation: Installation): Promise<string[]> => {
  const rows = await installation.rows<{ id: string }>(
    `SELECT DISTINCT coalesce(cluster.person_id, person.id)::text AS id FROM passerelle.source_person AS person
     LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id ORDER BY 1`,
  );
  return rows.map(({ id }) => id);
};
