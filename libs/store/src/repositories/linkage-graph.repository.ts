import type { Client } from '../connection/database.js';
import { byIndex } from '../linkage/by-index.js';
import { copyBatches, copyOut } from '../linkage/copy-batches.js';
import { type GraphEdge, type LinkGraph, readGraph } from '../linkage/link-graph.js';
import { PackedGraph } from '../linkage/packed-graph.js';
import {
  applyScored,
  CREATE_REACHED,
  createScored,
  dropScored,
  REACH_GIVEN,
  REACH_MATES,
  REACH_TOUCHED,
  scoredRelation,
  SELECT_ALL_VERDICTS,
  SELECT_EDGES,
  SELECT_EDGES_AROUND,
  selectScored,
  SETTLE_REACHED,
} from '../sql/linkage-graph.sql.js';
import { DROP_MEMBERS, FIND_HOUSEHOLDS, REACH_AROUND } from '../sql/linkage-households.sql.js';
import { writePair } from './linkage-edge.repository.js';

export type { PackedGraph } from '../linkage/packed-graph.js';

const SCORED_COLUMNS = ['left_id', 'right_id', 'bits', 'levels'] as const;

/** Creates the table where the pairs of a link run are collected until it decides. */
export const createScoredTable = async (client: Client, runId: number): Promise<void> => {
  await client.query(createScored(runId));
};

/** Whether the pairs of a link run have a place already: its large blocks are noted then, and its jobs of scoring planned. */
export const hasScoredTable = async (client: Client, runId: number): Promise<boolean> =>
  (await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [scoredRelation(runId)]))
    .rows[0]?.there === true;

/** Harmless when there is none. */
export const dropScoredTable = async (client: Client, runId: number): Promise<void> => {
  await client.query(dropScored(runId));
};

/** Adds scored pairs, in the transaction that ends their job: each pair lands once. @returns pairs landed */
export const landScored = (client: Client, runId: number, edges: Iterable<GraphEdge>): Promise<number> =>
  copyBatches(client, scoredRelation(runId), SCORED_COLUMNS, edges, writePair);

/**
 * Everything that a run of all persons decides about, inside a transaction. It may be one of its own: deciding about a million
 * persons takes longer than a transaction may stand idle, and who is touched meanwhile waits for the next run.
 */
export const graphOfScored = async (client: Client, runId: number): Promise<PackedGraph> => {
  const graph = new PackedGraph();
  const pairs = await copyOut(client, selectScored(runId));
  while (pairs.next()) graph.addPair(pairs);
  const verdicts = await copyOut(client, SELECT_ALL_VERDICTS);
  while (verdicts.next()) graph.addVerdict(verdicts);
  return graph;
};

/**
 * Everything that a run of touched persons decides about: the connected components that hold any of them, and those of whom
 * they may support through their households, with the pairs that the run has scored in the place of the former ones. Inside the transaction that writes the decisions: until then
 * the new pairs stand undecided.
 */
export const graphOfTouched = async (client: Client, runId: number, modelVersion: number): Promise<LinkGraph> => {
  for (const { sql, needs } of applyScored(runId)) await client.query(sql, [needs === 'run' ? runId : modelVersion]);
  await client.query(CREATE_REACHED);
  await byIndex(client, async () => {
    await client.query(REACH_TOUCHED, [runId]);
  });
  await reachMates(client);
  await client.query('ANALYZE reached_person');
  return readGraph(client, SELECT_EDGES);
};

/**
 * The connected components of the given persons, and of whom they may support, to be decided again at once, inside the
 * transaction that writes the decisions. Whoever waited for that alone no longer does; whoever must be scored again still waits for a link run.
 */
export const graphOfPersons = async (client: Client, ids: readonly string[]): Promise<LinkGraph> => {
  await client.query(CREATE_REACHED);
  await byIndex(client, async () => {
    await client.query(REACH_GIVEN, [ids]);
  });
  // Before anything is read: a verdict that lands later than this stays noted, one that landed before is read below. And
  // before others are reached through households: what those wait for may concern households of their own.
  await client.query(SETTLE_REACHED);
  await reachMates(client);
  await client.query('ANALYZE reached_person');
  return readGraph(client, SELECT_EDGES);
};

/** Adds whom the households of those reached may decide otherwise about; they are few. */
const reachMates = async (client: Client): Promise<void> => {
  await client.query('ANALYZE reached_person');
  await byIndex(client, async () => {
    await client.query(REACH_MATES);
  });
};

/**
 * Members of the households of given persons: id and household of each. Of a household larger than `largest` at least one more
 * than that.
 */
export const findHouseholds = async (
  client: Client,
  ids: readonly string[],
  largest: number,
): Promise<readonly (readonly [string, string])[]> => {
  const { rows } = await client.query<[string, string]>({
    text: FIND_HOUSEHOLDS,
    values: [ids, largest],
    rowMode: 'array',
  });
  return rows;
};

/** All stored pairs that have an end among the given persons, with their ends and what people said of these. In a transaction. */
export const graphAround = async (client: Client, ids: readonly string[]): Promise<LinkGraph> => {
  const [create, note, reach] = REACH_AROUND;
  await client.query(CREATE_REACHED);
  await client.query(create);
  await client.query(note, [ids]);
  await client.query('ANALYZE household_member');
  await byIndex(client, async () => {
    await client.query(reach);
  });
  await client.query('ANALYZE reached_person');
  const graph = await readGraph(client, SELECT_EDGES_AROUND);
  await client.query(DROP_MEMBERS);
  return graph;
};
