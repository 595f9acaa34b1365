import type { Client } from '../connection/database.js';
import { byIndex } from '../linkage/by-index.js';
import { copyBatches, copyOut } from '../linkage/copy-batches.js';
import { type GraphEdge, type LinkGraph, readGraph } from '../linkage/link-graph.js';
import { PackedGraph } from '../linkage/packed-graph.js';
import {
  applyScored,
  createScored,
  dropScored,
  REACH_GIVEN,
  REACH_TOUCHED,
  scoredRelation,
  SELECT_ALL_VERDICTS,
  SELECT_EDGES,
  selectScored,
  SETTLE_REACHED,
} from '../sql/linkage-graph.sql.js';
import { writePair } from './linkage-edge.repository.js';

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
 * Everything that a run of touched persons decides about: the connected components that hold any of them, with the pairs
 * that the run has scored in the place of the former ones. Inside the transaction that writes the decisions: until then
 * the new pairs stand undecided.
 */
export const graphOfTouched = async (client: Client, runId: number, modelVersion: number): Promise<LinkGraph> => {
  for (const { sql, needs } of applyScored(runId)) await client.query(sql, [needs === 'run' ? runId : modelVersion]);
  const [create, reach] = REACH_TOUCHED;
  await client.query(create);
  await byIndex(client, async () => {
    await client.query(reach, [runId]);
  });
  await client.query('ANALYZE reached_person');
  return readGraph(client, SELECT_EDGES);
};

/**
 * The connected components of the given persons, to be decided again at once, inside the transaction that writes the
 * decisions. Whoever waited for that alone no longer does; whoever must be scored again still waits for a link run.
 */
export const graphOfPersons = async (client: Client, ids: readonly string[]): Promise<LinkGraph> => {
  const [create, reach] = REACH_GIVEN;
  await client.query(create);
  await byIndex(client, async () => {
    await client.query(reach, [ids]);
  });
  // Before anything is read: a verdict that lands later than this stays noted, one that landed before is read below.
  await client.query(SETTLE_REACHED);
  await client.query('ANALYZE reached_person');
  return readGraph(client, SELECT_EDGES);
};
