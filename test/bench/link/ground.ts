import { join } from 'node:path';
import type { LinkagePlan } from '#libs/linkage';
import { packageRoot } from '#libs/runtime';
import { readLinkagePlan } from '#libs/services';
import type { LabelledPersons } from '../../support/labelled-persons.js';
import type { BenchGround } from '../support/bench-ground.js';
import type { Place } from '../support/product-command.js';
import { importWorld, personsOf, type World } from './generated-persons.js';

/** Where the suite works. */
export interface Ground {
  readonly plan: LinkagePlan;
  readonly configDir: string;
  /** For exports; goes with the benchmark. */
  readonly folder: string;
  tell(step: string): void;
  /** On a database of its own. */
  onFresh<T>(work: (place: Place) => Promise<T>): Promise<T>;
}

export const groundOf = ({ server, folder, signal, tell }: BenchGround): Ground => {
  const configDir = join(packageRoot(), 'config');
  return {
    plan: readLinkagePlan(configDir),
    ...{ configDir, folder, tell },
    onFresh: async (work) => {
      signal.throwIfAborted();
      const database = await server.fresh();
      try {
        return await work({ server, database, signal });
      } finally {
        await database.drop();
      }
    },
  };
};

/** The source persons of a world, with the truth about them. */
export const imported = (world: World, ground: Ground): Promise<LabelledPersons> =>
  ground.onFresh(async (place) =>
    personsOf(place.database, ground.plan, await importWorld(world, ground.folder, place)),
  );
