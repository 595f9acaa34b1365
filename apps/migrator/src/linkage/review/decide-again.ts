import type { LinkagePlan } from '#libs/linkage';
import { type Client, graphOfPersons, replaceEdges, writeClusters } from '#libs/store';
import { decideLinks } from '../decide-links.js';
import { supportsIn } from '../household-round.js';

/**
 * Decides about everybody anew who hangs together with the given source persons, from the stored pairs and what people say:
 * what the next link run would come to, at once. Inside a transaction that holds the lock of linkage.
 * @param modelVersion of the model that weighed the stored pairs
 */
export const decideAgain = async (
  client: Client,
  plan: LinkagePlan,
  modelVersion: number,
  personIds: readonly string[],
): Promise<void> => {
  const graph = await graphOfPersons(client, personIds);
  const { edges, clusters, persons } = decideLinks(plan, graph, await supportsIn(client, plan, graph));
  await replaceEdges(client, persons, edges, modelVersion);
  await writeClusters(client, persons, clusters);
};
