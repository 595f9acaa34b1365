import type { Client } from '../connection/database.js';
import { copyBatches, writeAscii } from '../linkage/copy-batches.js';
import type { GraphEdge } from '../linkage/link-graph.js';
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

const CLUSTER_COLUMNS = ['source_person_id', 'person_id'] as const;

/** COPY's text of bytes: its own backslash, escaped, before the x of PostgreSQL's hex format. */
const bytes = (levels: Uint8Array): string => `\\\\x${Buffer.from(levels).toString('hex')}`;

export const edgeStart = (edge: GraphEdge): (string | number)[] => [
  edge.left,
  edge.right,
  edge.bits,
  bytes(edge.levels),
];

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
  await client.query(CREATE_NEXT_EDGE);
  await copyBatches(client, 'next_edge', EDGE_COLUMNS, edges, (text, edge) => {
    const { decision, rule, leftRunnerUp, rightRunnerUp } = edge;
    writeAscii(text, [...edgeStart(edge), decision, rule, leftRunnerUp, rightRunnerUp, modelVersion]);
  });
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
  await client.query(CREATE_NEXT_CLUSTER);
  await copyBatches(client, 'next_cluster', CLUSTER_COLUMNS, clusterRows(clusters), (text, row) => {
    writeAscii(text, row);
  });
  await client.query('ANALYZE next_cluster');
  await writeScope(client, scope);
  const removed = await countRows(client, [removeClusters(scope)]);
  const written = await countRows(client, MERGE_CLUSTERS);
  await client.query(DROP_NEXT_CLUSTER);
  return { removed, written };
};

function* clusterRows(clusters: Iterable<readonly string[]>): Generator<[string, string]> {
  for (const members of clusters) {
    if (members.length < 2) continue;
    const person = members.reduce((smallest, id) => (id < smallest ? id : smallest));
    for (const member of members) yield [member, person];
  }
}

const countRows = async (client: Client, statements: readonly string[]): Promise<number> => {
  let rows = 0;
  for (const statement of statements) rows += (await client.query(statement)).rowCount ?? 0;
  return rows;
};

const writeScope = async (client: Client, scope: LinkScope): Promise<void> => {
  if (scope === 'all') return;
  await client.query(CREATE_SCOPE);
  await client.query(CLEAR_SCOPE);
  await copyBatches(client, 'link_scope', ['id'], new Set(scope), (text, id) => text.ascii(id));
  await client.query('ANALYZE link_scope');
};
