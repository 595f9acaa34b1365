import { countTraining, type LinkageModel, train, type TrainingRecord, unpack } from '#libs/linkage';
import { type Client, samplePersons } from '#libs/store';
import type { LinkRules } from '#libs/services';

/** Source persons that a training looks at, at most: picked at random, they hold enough pairs of one person for any weight. */
const SAMPLE = 100_000;
/** Fixed, so that training twice on one store gives one model. */
const SEED = 20_261_120;

/**
 * Trains a model on prepared persons of the store, without ever seeing a value that the policy drops. Memory does not grow
 * with the store: of a larger one a sample is taken by a hash of the ids. Shares of agreement and the odds that two records
 * are one person are the same in a sample, because it thins pairs of one person and other pairs alike.
 * @throws ModelRefused where the estimate is degenerate
 */
export const trainModel = async (client: Client, { plan }: LinkRules): Promise<LinkageModel> => {
  const sample = await samplePersons(client, SAMPLE, SEED);
  const records = sample.map(({ sourceNo, features }): TrainingRecord => ({
    source: String(sourceNo),
    prepared: unpack(plan, features),
  }));
  // The store numbers models itself; an equal model keeps its number.
  return train(plan, plan.version, countTraining(plan, records, { seed: SEED }));
};
