import { join } from 'node:path';
import type { LinkagePlan } from '#libs/linkage';
import { generateExports } from '../../../apps/migrator/src/generate/generate-exports.js';
import { noiseTimes, type World } from '../../bench/link/generated-persons.js';
import type { Installation } from '../../support/import-harness.js';
import { type LabelledPersons, labelledPersons } from '../../support/labelled-persons.js';

const SITES = ['ssdp-19', 'ssdp-20'];
const NIGHT = '2026-11-20';

/** Imports generated exports of two sites and three systems. @returns their source persons, and who they really are */
export async function importedWorld(
  installation: Installation,
  plan: LinkagePlan,
  { seed, households, errors }: World,
): Promise<LabelledPersons> {
  const out = join(installation.folder, `world-${String(seed)}`);
  const noise = noiseTimes(errors);
  const { truth } = await generateExports({ out, seed, noise, households, sites: SITES, night: NIGHT, fourd: 'txt' });
  for (const site of SITES) {
    for (const source of ['coordin', '4d', 'tipi']) {
      await installation.import(source, site, [join(out, site)], { night: NIGHT });
    }
  }
  return installation.engine.database.session((client) => labelledPersons(client, plan, truth));
}
