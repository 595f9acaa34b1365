import { join } from 'node:path';
import {
  DEFAULT_NOISE,
  generateExports,
  type NoiseRates,
} from '../../../apps/migrator/src/generate/generate-exports.js';
import type { LinkagePlan } from '#libs/linkage';
import { type LabelledPersons, labelledPersons } from '../../support/labelled-persons.js';
import { type BenchDatabase, onDatabase } from '../support/bench-server.js';
import { type Place, runProduct } from '../support/product-command.js';

/** A world of its own: the same numbers make the same people. */
export interface World {
  readonly seed: number;
  readonly households: number;
  /** How often the systems differ, times the generator's own rates. */
  readonly errors: number;
}

const SITES = ['ssdp-19', 'ssdp-20'];
const SOURCES = ['coordin', '4d', 'tipi'];
const NIGHT = '2026-11-20';
/** No rate is raised above this, or an export would hold nothing but faults. */
const MOST = 0.6;

/** The generator's rates times a factor. */
export const noiseTimes = (factor: number): NoiseRates =>
  Object.fromEntries(
    Object.entries(DEFAULT_NOISE).map(([name, rate]: [string, number]) => [name, Math.min(MOST, rate * factor)]),
  ) as unknown as NoiseRates;

/** Writes the exports of a world and imports them. @returns the path of their truth */
export const importWorld = async (world: World, folder: string, place: Place): Promise<string> => {
  const out = join(folder, `world-${String(world.seed)}`);
  const { seed, households } = world;
  const noise = noiseTimes(world.errors);
  const { truth } = await generateExports({ out, households, seed, sites: SITES, night: NIGHT, fourd: 'txt', noise });
  for (const site of SITES) {
    for (const source of SOURCES) {
      const what = ['--source', source, '--site', site, '--night', NIGHT, '--json'];
      await runProduct(['import', ...what, join(out, site)], place);
    }
  }
  return truth;
};

/** The source persons of an imported world, with the truth about them. */
export const personsOf = (database: BenchDatabase, plan: LinkagePlan, truth: string): Promise<LabelledPersons> =>
  onDatabase(database.connection, (client) => labelledPersons(client, plan, truth));
