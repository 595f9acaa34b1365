import type { LinkReport } from '../../../apps/migrator/src/linkage/link-report.js';
import { onDatabase } from '../support/bench-server.js';
import type { PeakMemory } from '../support/peak-memory.js';
import { type Place, runProduct } from '../support/product-command.js';
import { importWorld, type World } from './generated-persons.js';

/** A first link run over everybody, from the start of the command to its end. */
export interface LinkTime {
  readonly persons: number;
  readonly seconds: number;
  readonly pairs: number;
  readonly stages: LinkReport['stages'];
  readonly memory: PeakMemory;
}

/** Imports a world and links it. @throws Error where not everybody was linked, for that would be fast indeed */
export const timeLinking = async (world: World, folder: string, place: Place): Promise<LinkTime> => {
  await importWorld(world, folder, place);
  // What autovacuum has done long before anybody links.
  await onDatabase(place.database.connection, (client) => client.query('VACUUM (ANALYZE)'));
  await place.server.settle();
  const { seconds, stdout, memory } = await runProduct(['link', '--json'], place);
  const report = JSON.parse(stdout) as LinkReport;
  if (report.prepared !== report.sourcePersons) throw new Error('the link run left persons out: nothing was measured');
  return { persons: report.sourcePersons, seconds, pairs: report.pairs, stages: report.stages, memory };
};
