import type { Client } from '../connection/database.js';
import type { StoredEntry } from './audit-entry.js';
import { isoTime } from './head.js';

const SELECT = `
  SELECT seq::float8 AS seq, ${isoTime('at')} AS at, action, purpose, recipient, grant_id AS "grant",
         subject_id::text AS "subjectId", case_id::text AS "caseId", incident, fields, outcome, detail,
         previous_hash AS "previousHash", hash
  FROM passerelle.audit_entry`;

/** Whom or what the trail may be asked about. There is no other way in: never by worker, grant, recipient or purpose. */
export type AuditQuestion =
  { readonly subjectIds: readonly string[] } | { readonly caseId: string } | { readonly incident: string };

/** Days in Paris, `YYYY-MM-DD`, both included; null: no limit. */
export interface AuditPeriod {
  readonly since: string | null;
  readonly until: string | null;
}

/** A page of the entries that a question is about, in order, after the given place. @param after 0 for the first page */
export const pageEntries = async (
  client: Client,
  question: AuditQuestion,
  { since, until }: AuditPeriod,
  after: number,
  limit: number,
): Promise<StoredEntry[]> => {
  const [condition, value] = conditionOf(question);
  const { rows } = await client.query<StoredEntry>(
    `${SELECT} WHERE ${condition} AND seq > $2
       AND ($3::date IS NULL OR at >= $3::date::timestamp AT TIME ZONE 'Europe/Paris')
       AND ($4::date IS NULL OR at < ($4::date + 1)::timestamp AT TIME ZONE 'Europe/Paris')
     ORDER BY seq LIMIT $5`,
    [value, after, since, until, limit],
  );
  return rows;
};

const conditionOf = (question: AuditQuestion): readonly [string, unknown] => {
  if ('subjectIds' in question) return ['subject_id = ANY ($1::uuid[])', question.subjectIds];
  if ('caseId' in question) return ['case_id = $1::uuid', question.caseId];
  return ['incident = $1::text', question.incident];
};

/** Entries in their order after a place, whatever they are about: for verification. */
export const nextEntries = async (client: Client, after: number, limit: number): Promise<StoredEntry[]> =>
  (await client.query<StoredEntry>(`${SELECT} WHERE seq > $1 ORDER BY seq LIMIT $2`, [after, limit])).rows;

/** The first number that two entries bear, or that a pruned entry bore. */
export const findSurplus = async (client: Client, cut: number): Promise<number | null> =>
  (
    await client.query<{ seq: number }>(
      `SELECT seq::float8 AS seq FROM passerelle.audit_entry GROUP BY passerelle.audit_entry.seq
       HAVING passerelle.audit_entry.seq <= $1 OR count(*) > 1 ORDER BY 1 LIMIT 1`,
      [cut],
    )
  ).rows[0]?.seq ?? null;

/** The case of each of the source persons; those without a case are left out. */
export const findCasesOf = async (client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await client.query<{ id: string; caseId: string }>(
    `SELECT person_id::text AS id, case_id::text AS "caseId" FROM passerelle.case_member WHERE person_id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, caseId }) => [id, caseId]));
};
