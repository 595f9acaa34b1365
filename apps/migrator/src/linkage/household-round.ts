import {
  compileAsksHousehold,
  Households,
  type HouseholdSupports,
  householdSupports,
  type LinkagePlan,
  type NodeInfo,
} from '#libs/linkage';
import {
  type Client,
  findHouseholds,
  graphAround,
  type GraphEdge,
  type LinkGraph,
  type PackedGraph,
} from '#libs/store';
import { isScored } from './decide-links.js';

/** Finds all pairs that have an end among some persons. */
type Around = (ids: readonly string[]) => LinkGraph | Promise<LinkGraph>;

/** What households say about the pairs of a graph, read from the store inside the caller's transaction. */
export const supportsIn = (client: Client, plan: LinkagePlan, { edges }: LinkGraph): Promise<HouseholdSupports> => {
  const asks = compileAsksHousehold(plan);
  const asking = edges.filter((edge) => isScored(edge) && asks(edge));
  return supportsOf(client, plan, asking, (ids) => graphAround(client, ids));
};

/** The same for a run of everybody, whose pairs are not in their place in the store yet. */
export const supportsInRun = (client: Client, plan: LinkagePlan, graph: PackedGraph): Promise<HouseholdSupports> =>
  supportsOf(client, plan, graph.pairsWhere(compileAsksHousehold(plan)), (ids) => graph.around(ids));

/** Few pairs ask for their households: a measured one in a thousand. Only these are read. */
const supportsOf = async (
  client: Client,
  plan: LinkagePlan,
  asking: readonly GraphEdge[],
  around: Around,
): Promise<HouseholdSupports> => {
  const { household } = plan;
  if (household === undefined || asking.length === 0) return new Map();
  const ends = [...new Set(asking.flatMap(({ left, right }) => [left, right]))];
  const memberships = await findHouseholds(client, ends, household.largest);
  const households = new Households(memberships, household.largest);
  const pairs = asking.filter((pair) => households.ofPair(pair) !== null);
  if (pairs.length === 0) return new Map();
  const members = new Set(memberships.map(([id]) => id));
  const { nodes, edges, verdicts } = await around([...members].filter((id) => households.of(id) !== null));
  return householdSupports(plan, pairs, households, {
    nodes: new Map<string, NodeInfo>(nodes.map((node) => [node.id, node])),
    edges: edges.filter(isScored),
    verdicts,
  });
};
