import type { Client } from '../connection/database.js';

/** How the store's persons stand. */
export interface LinkTotals {
  readonly sourcePersons: number;
  /** Pairs that are linked. */
  readonly links: number;
  /** Pairs that wait for a person. */
  readonly reviews: number;
  /** Persons of two source persons or more. */
  readonly clusters: number;
  /** Source persons in them. */
  readonly clustered: number;
}

const TOTALS = `
  SELECT (SELECT count(*) FROM passerelle.source_person)::float8 AS "sourcePersons",
         edges.links, edges.reviews, groups.clusters, groups.clustered
  FROM (
    SELECT (count(*) FILTER (WHERE decision = 'link'))::float8 AS links,
           (count(*) FILTER (WHERE decision = 'review'))::float8 AS reviews
    FROM passerelle.link_edge
  ) AS edges
  CROSS JOIN (
    SELECT count(DISTINCT person_id)::float8 AS clusters, count(*)::float8 AS clustered FROM passerelle.person_cluster
  ) AS groups`;

/** Counts all links. Reads every edge: for the end of a run, not for a screen. */
export const countLinks = async (client: Client): Promise<LinkTotals> => {
  const { rows } = await client.query<LinkTotals>(TOTALS);
  if (rows[0] === undefined) throw new Error('the links were not counted');
  return rows[0];
};
