import { UNREACHED_MATES } from './linkage-households.sql.js';

/** Where the pairs that a link run has scored are collected until it decides. */
export const scoredRelation = (runId: number): string => `passerelle.scored_${String(runId)}`;

export const createScored = (runId: number): string => `
  CREATE TABLE ${scoredRelation(runId)} (
    left_id uuid NOT NULL, right_id uuid NOT NULL, bits double precision NOT NULL, levels bytea NOT NULL
  )`;

export const dropScored = (runId: number): string => `DROP TABLE IF EXISTS ${scoredRelation(runId)}`;

/**
 * Puts the pairs of persons who were scored again in the place of their former ones, still undecided; whoever was a partner
 * before is noted, since the choice between its remaining partners may change. $1: link run.
 */
export const applyScored = (runId: number): readonly { readonly sql: string; readonly needs: 'run' | 'model' }[] => [
  {
    sql: `
      INSERT INTO passerelle.link_touched (run_id, person_id, rescore)
      SELECT $1::integer, edge.right_id, false FROM passerelle.link_touched AS touched
      JOIN passerelle.link_edge AS edge ON edge.left_id = touched.person_id WHERE touched.run_id = $1 AND touched.rescore
      UNION SELECT $1::integer, edge.left_id, false FROM passerelle.link_touched AS touched
      JOIN passerelle.link_edge AS edge ON edge.right_id = touched.person_id WHERE touched.run_id = $1 AND touched.rescore
      ON CONFLICT (run_id, person_id) DO NOTHING`,
    needs: 'run',
  },
  ...(['left_id', 'right_id'] as const).map((end) => ({
    sql: `DELETE FROM passerelle.link_edge AS edge USING passerelle.link_touched AS touched
          WHERE touched.run_id = $1 AND touched.rescore AND edge.${end} = touched.person_id`,
    needs: 'run' as const,
  })),
  {
    sql: `INSERT INTO passerelle.link_edge (left_id, right_id, bits, levels, decision, rule, model_version)
          SELECT left_id, right_id, bits, levels, 'apart', 'undecided', $1 FROM ${scoredRelation(runId)}`,
    needs: 'model',
  },
];

export const CREATE_REACHED = 'CREATE TEMPORARY TABLE reached_person (id uuid NOT NULL) ON COMMIT DROP';

/**
 * Everybody in the connected components of some persons, over scored pairs and over what people called the same. Each step
 * asks by index, whatever the planner thinks of the size of the frontier.
 */
const reachFrom = (persons: string): string =>
  `WITH RECURSIVE reached (id) AS (
     ${persons}
     UNION
     SELECT next.id FROM reached CROSS JOIN LATERAL (
       SELECT right_id AS id FROM passerelle.link_edge WHERE left_id = reached.id
       UNION ALL SELECT left_id FROM passerelle.link_edge WHERE right_id = reached.id
       UNION ALL SELECT right_id FROM passerelle.link_verdict
         WHERE left_id = reached.id AND verdict = 'same' AND revoked_at IS NULL
       UNION ALL SELECT left_id FROM passerelle.link_verdict
         WHERE right_id = reached.id AND verdict = 'same' AND revoked_at IS NULL
     ) AS next
   )
   INSERT INTO reached_person SELECT id FROM reached`;

/** From the touched persons. $1: link run. */
export const REACH_TOUCHED = reachFrom('SELECT person_id FROM passerelle.link_touched WHERE run_id = $1');

/** From the given persons. $1: their ids. */
export const REACH_GIVEN = reachFrom('SELECT unnest($1::uuid[])');

/** From those who share a household with somebody reached, where its support may decide a pair of theirs. */
export const REACH_MATES = reachFrom(UNREACHED_MATES);

/** Whoever was reached and waits for no more than a decision need not wait for a link run any longer. */
export const SETTLE_REACHED = `
  DELETE FROM passerelle.link_touched AS touched USING reached_person AS reached
  WHERE touched.run_id = 0 AND NOT touched.rescore AND touched.person_id = reached.id`;

/** The persons reached, those left out whom the store no longer holds. */
export const SELECT_NODES = `
  SELECT person.person_id::text AS id, person.source_no::text AS source
  FROM reached_person AS reached JOIN passerelle.link_person AS person ON person.person_id = reached.id`;

const EDGE = `
  SELECT edge.left_id::text AS left, edge.right_id::text AS right, edge.bits, encode(edge.levels, 'hex') AS levels`;

/** Pairs of the persons reached. */
export const SELECT_EDGES = `
  ${EDGE} FROM reached_person AS reached JOIN passerelle.link_edge AS edge ON edge.left_id = reached.id`;

/** Pairs of the members of the households in question, each once. */
export const SELECT_EDGES_AROUND = `
  ${EDGE} FROM household_member AS member JOIN passerelle.link_edge AS edge ON edge.left_id = member.id
  UNION ${EDGE} FROM household_member AS member JOIN passerelle.link_edge AS edge ON edge.right_id = member.id`;

/** Both ends of a pair with the numbers of their sources; nobody whom the store no longer holds. */
const ENDS = 'pair.left_id, left_end.source_no, pair.right_id, right_end.source_no';
const JOIN_ENDS = `
  JOIN passerelle.link_person AS left_end ON left_end.person_id = pair.left_id
  JOIN passerelle.link_person AS right_end ON right_end.person_id = pair.right_id`;

/** All pairs that a run has scored. Columns: id and source of both ends, bits, levels. */
export const selectScored = (runId: number): string =>
  `SELECT ${ENDS}, pair.bits, pair.levels FROM ${scoredRelation(runId)} AS pair ${JOIN_ENDS}`;

/** A pair of which one was separated from the household of the other: no decision of anybody joins the two. */
const NOT_SEPARATED = `NOT EXISTS (
    SELECT FROM passerelle.separated_pair AS apart WHERE apart.left_id = pair.left_id AND apart.right_id = pair.right_id)`;

/** All that people decided, and who was separated. Columns: id and source of both ends, verdict. */
export const SELECT_ALL_VERDICTS = `
  SELECT ${ENDS}, pair.verdict FROM passerelle.link_verdict AS pair ${JOIN_ENDS}
  WHERE pair.revoked_at IS NULL AND ${NOT_SEPARATED}
  UNION ALL SELECT ${ENDS}, 'never' FROM passerelle.separated_pair AS pair ${JOIN_ENDS}`;

export const SELECT_VERDICTS = `
  SELECT pair.left_id::text AS left, pair.right_id::text AS right, pair.verdict
  FROM (
    SELECT pair.left_id, pair.right_id, pair.verdict FROM passerelle.link_verdict AS pair
    WHERE pair.revoked_at IS NULL AND ${NOT_SEPARATED}
    UNION ALL SELECT left_id, right_id, 'never' FROM passerelle.separated_pair
  ) AS pair
  JOIN reached_person AS left_end ON left_end.id = pair.left_id
  JOIN reached_person AS right_end ON right_end.id = pair.right_id
  WHERE EXISTS (SELECT FROM passerelle.link_person AS person WHERE person.person_id = pair.left_id)
    AND EXISTS (SELECT FROM passerelle.link_person AS person WHERE person.person_id = pair.right_id)`;
