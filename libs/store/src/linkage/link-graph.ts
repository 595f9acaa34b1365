import type { Client } from '../connection/database.js';
import { SELECT_NODES, SELECT_VERDICTS } from '../sql/linkage-graph.sql.js';

/** A scored pair of source persons; the ids are in order, left before right. */
export interface GraphEdge {
  readonly left: string;
  readonly right: string;
  /** Log2 odds that the two are one person. */
  readonly bits: number;
  /** Agreement of each field of the plan; shared by equal pairs, so never to be written to. */
  readonly levels: Uint8Array;
}

export interface GraphNode {
  readonly id: string;
  readonly source: string;
}

export interface GraphVerdict {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'never';
}

/** Whole connected components: what decisions and clusters are computed from. */
export interface LinkGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly verdicts: readonly GraphVerdict[];
}

/** Rows fetched at a time: the text of a million edges is never held at once. */
const FETCH = 20_000;

/** Reads the persons of the temporary table `reached_person` with the given pairs of theirs, and drops the table. */
export const readGraph = async (client: Client, selectEdges: string): Promise<LinkGraph> => {
  const ids = new Map<string, string>();
  const patterns = new Map<string, Uint8Array>();
  const nodes: GraphNode[] = [];
  await fetchAll<[string, string]>(client, SELECT_NODES, ([id, source]) => {
    nodes.push({ id, source });
    ids.set(id, id);
  });
  // One copy of each id and of each pattern of levels, not one for each edge.
  const shared = (id: string): string => ids.get(id) ?? id;
  const edges: GraphEdge[] = [];
  await fetchAll<[string, string, number, string]>(client, selectEdges, ([left, right, bits, hex]) => {
    let levels = patterns.get(hex);
    if (levels === undefined) patterns.set(hex, (levels = Uint8Array.from(Buffer.from(hex, 'hex'))));
    edges.push({ left: shared(left), right: shared(right), bits, levels });
  });
  const { rows: verdicts } = await client.query<GraphVerdict>(SELECT_VERDICTS);
  await client.query('DROP TABLE reached_person');
  return { nodes, edges, verdicts };
};

const fetchAll = async <R extends unknown[]>(client: Client, sql: string, use: (row: R) => void): Promise<void> => {
  await client.query(`DECLARE graph_rows NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const { rows } = await client.query<R>({ text: `FETCH ${FETCH} FROM graph_rows`, rowMode: 'array' });
    for (const row of rows) use(row);
    if (rows.length < FETCH) break;
  }
  await client.query('CLOSE graph_rows');
};
