import type { Client } from '../connection/database.js';
import { copyBatches } from '../linkage/copy-batches.js';
import type { GraphEdge } from '../linkage/link-graph.js';
import type { CopyBytes } from '../loading/copy-bytes.js';
import {
  CLEAR_SCOPE,
  CREATE_NEXT_CLUSTER,
  CREATE_NEXT_EDGE,
  CREATE_SCOPE,
  DROP_NEXT_CLUSTER,
  DROP_NEXT_EDGE,
  EDGE_COLUMNS,
  type LinkScope,
  MERGE_CLUSTERS,
  MERGE_EDGES,
  removeClusters,
  removeEdges,
} from '../sql/linkage-edges.sql.js';

export type EdgeDecision = 'link' | 'review' | 'apart';

/** A scored pair with what was decided about it. */
export interface EdgeRow extends GraphEdge {
  readonly decision: EdgeDecision;
  /** Stable code of the rule that decided. */
  readonly rule: string;
  readonly leftRunnerUp: number | null;
  readonly rightRunnerUp: number | null;
}

/** What a write has changed; what was equal already was not touched. */
export interface LinkChanges {
  readonly removed: number;
  readonly written: number;
}

const EDGES = 'passerelle.link_edge';
const CLUSTERS = 'passerelle.person_cluster';
const CLUSTER_COLUMNS = ['source_person_id', 'person_id'] as const;

/** Writes what every table of pairs begins with: both ids, bits, levels. */
export const writePair = (bytes: CopyBytes, edge: GraphEdge): void => {
  bytes.uuid(edge.left);
  bytes.uuid(edge.right);
  bytes.double(edge.bits);
  bytes.raw(edge.levels);
};

/**
 * Makes the given edges the only ones that have an end in `scope`, inside the caller's transaction.
 * @param edges each pair once; all of them have an end in the scope
 */
export const replaceEdges = async (
  client: Client,
  scope: LinkScope,
  edges: Iterable<EdgeRow>,
  modelVersion: number,
): Promise<LinkChanges> => {
  if (scope === 'all' && !(await holdsRows(client, EDGES))) {
    return { removed: 0, written: await copyEdges(client, EDGES, edges, modelVersion) };
  }
  await client.query(CREATE_NEXT_EDGE);
  await copyEdges(client, 'next_edge', edges, modelVersion);
  await client.query('ANALYZE next_edge');
  await writeScope(client, scope);
  const removed = await countRows(client, removeEdges(scope));
  const written = await countRows(client, MERGE_EDGES);
  await client.query(DROP_NEXT_EDGE);
  return { removed, written };
};

/**
 * Makes the given clusters the only ones that persons in `scope` belong to, inside the caller's transaction: everybody else
 * in the scope is a person of its own.
 * @param clusters ids of source persons; a cluster is known by its smallest
 */
export const writeClusters = async (
  client: Client,
  scope: LinkScope,
  clusters: Iterable<readonly string[]>,
): Promise<LinkChanges> => {
  if (scope === 'all' && !(await holdsRows(client, CLUSTERS))) {
    return { removed: 0, written: await copyClusters(client, CLUSTERS, clusters) };
  }
  await client.query(CREATE_NEXT_CLUSTER);
  await copyClusters(client, 'next_cluster', clusters);
  await client.query('ANALYZE next_cluster');
  await writeScope(client, scope);
  const removed = await countRows(client, [removeClusters(scope)]);
  const written = await countRows(client, MERGE_CLUSTERS);
  await client.query(DROP_NEXT_CLUSTER);
  return { removed, written };
};

const copyEdges = (client: Client, relation: string, edges: Iterable<EdgeRow>, modelVersion: number): Promise<number> =>
  copyBatches(client, relation, EDGE_COLUMNS, edges, (bytes, edge) => {
    writePair(bytes, edge);
    bytes.text(edge.decision);
    bytes.text(edge.rule);
    bytes.doubleOrNull(edge.leftRunnerUp);
    bytes.doubleOrNull(edge.rightRunnerUp);
    bytes.integer(modelVersion);
  });

const copyClusters = (client: Client, relation: string, clusters: Iterable<readonly string[]>): Promise<number> =>
  copyBatches(client, relation, CLUSTER_COLUMNS, clusterRows(clusters), (bytes, [member, person]) => {
    bytes.uuid(member);
    bytes.uuid(person);
  });

function* clusterRows(clusters: Iterable<readonly string[]>): Generator<[string, string]> {
  for (const members of clusters) {
    if (members.length < 2) continue;
    const person = members.reduce((smallest, id) => (id < smallest ? id : smallest));
    for (const member of members) yield [member, person];
  }
}

/** Into an empty table rows go straight: there is nothing to compare them with. */
const holdsRows = async (client: Client, relation: string): Promise<boolean> =>
  (await client.query<{ held: boolean }>(`SELECT EXISTS (SELECT FROM ${relation}) AS held`)).rows[0]?.held === true;

const countRows = async (client: Client, statements: readonly string[]): Promise<number> => {
  let rows = 0;
  for (const statement of statements) rows += (await client.query(statement)).rowCount ?? 0;
  return rows;
};

const writeScope = async (client: Client, scope: LinkScope): Promise<void> => {
  if (scope === 'all') return;
  await client.query(CREATE_SCOPE);
  await client.query(CLEAR_SCOPE);
  await copyBatches(client, 'link_scope', ['id'], new Set(scope), (bytes, id) => {
    bytes.uuid(id);
  });
  await client.query('ANALYZE link_scope');
};
