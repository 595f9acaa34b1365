import { type ColumnSpec, type Entity, HISTORY_COLUMNS, type HistoryKind, UNIFIED_COLUMNS } from '#libs/domain';
import { contactRows, dated, type Holder, HOLDERS } from './contact-dates.sql.js';

/** Values by position of the columns, as text: dates as YYYY-MM-DD, flags as true and false. */
const valuesOf = (columns: readonly ColumnSpec[]): string =>
  `ARRAY[${columns.map(({ column }) => `held.${column}::text`).join(', ')}] AS values`;

/** A case comes once for each source person of the given ones that belongs to it. $1: ids of source persons. */
export const readEntityRows = (entity: Entity): string =>
  rowsOf(entity, entity === 'person' ? { ...HOLDERS.person, table: 'current_person' } : HOLDERS[entity]);

/** Source persons as the legacy systems wrote them, whatever was rectified. $1: ids. */
export const readWrittenPersons = (): string => rowsOf('person', HOLDERS.person);

const rowsOf = (entity: Entity, { table, person, join }: Holder): string => {
  return `
  SELECT held.id::text AS id, ${person}::text AS "sourcePersonId", system.code AS system,
         site.code AS site, held.source_key AS "sourceId", first_run.night::text AS "firstNight",
         last_run.night::text AS night, held.absent_run IS NOT NULL AS absent, ${valuesOf(UNIFIED_COLUMNS[entity])}
  FROM passerelle.${table} AS held ${join}
  JOIN passerelle.site AS site ON site.id = held.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = held.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  JOIN passerelle.import_run AS first_run ON first_run.id = held.first_run
  JOIN passerelle.import_run AS last_run ON last_run.id = held.last_run
  WHERE ${person} = ANY ($1::uuid[]) ORDER BY held.id, 2`;
};

/** Decisions or payments of aids, those that a later record replaced included. $1: ids of source persons. */
export const readHistory = (kind: HistoryKind): string => `
  SELECT held.aid_id::text AS "aidId", held.superseded_run IS NOT NULL AS superseded, ${valuesOf(HISTORY_COLUMNS[kind])}
  FROM passerelle.aid_${kind} AS held JOIN passerelle.aid AS aid ON aid.id = held.aid_id
  WHERE aid.person_id = ANY ($1::uuid[]) ORDER BY held.aid_id, held.superseded_run NULLS LAST, held.ordinal`;

/**
 * The latest of the given dates of some source persons with its name and source; a day to come is a slip, not a contact.
 * $1: ids of source persons, $2: today.
 * @param names unified dates, `professionalAct.occurredOn`; contacts that were noted here, and what was asked for through the gateway, count too
 */
export const findLatestDay = (names: readonly string[]): string => {
  const rows = contactRows(names).map(
    (one) => `
    SELECT '${one.name}' AS name, ${one.day} AS day, ${one.person} AS person_id
    FROM passerelle.${one.table} AS held ${one.join}
    WHERE ${dated(one, `${one.person} = ANY ($1::uuid[]) AND ${one.day} <= $2::date`)}`,
  );
  return `
  SELECT latest.name, latest.day::text AS day, system.code AS system, site.code AS site
  FROM (${rows.join(' UNION ALL ')}) AS latest
  JOIN passerelle.source_person AS person ON person.id = latest.person_id
  JOIN passerelle.site AS site ON site.id = person.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  ORDER BY latest.day DESC, latest.name, person.id LIMIT 1`;
};

/** Source persons of everybody in the cases of the given ones, whichever records of theirs are elsewhere. $1: ids. */
export const FIND_HOUSEHOLD = `
  WITH mate AS (
    SELECT DISTINCT other.person_id AS id FROM passerelle.case_member AS own
    JOIN passerelle.case_member AS other ON other.case_id = own.case_id WHERE own.person_id = ANY ($1::uuid[]))
  SELECT id::text AS id FROM mate
  UNION
  SELECT linked.source_person_id::text FROM mate
  JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = mate.id
  JOIN passerelle.person_cluster AS linked ON linked.person_id = cluster.person_id`;

/** Why the given source persons are one: links between two of them, and nothing about anybody else. $1: ids. */
export const FIND_JOINS = `
  SELECT left_id::text AS "leftId", right_id::text AS "rightId", rule, encode(levels, 'hex') AS levels, NULL AS "decidedOn"
  FROM passerelle.link_edge
  WHERE left_id = ANY ($1::uuid[]) AND right_id = ANY ($1::uuid[]) AND decision = 'link'
    AND NOT EXISTS (
      SELECT FROM passerelle.link_verdict AS verdict WHERE verdict.left_id = link_edge.left_id
        AND verdict.right_id = link_edge.right_id AND verdict.verdict = 'same' AND verdict.revoked_at IS NULL)
  UNION ALL
  SELECT left_id::text, right_id::text, 'link.same', '', (decided_at AT TIME ZONE 'Europe/Paris')::date::text
  FROM passerelle.link_verdict
  WHERE left_id = ANY ($1::uuid[]) AND right_id = ANY ($1::uuid[]) AND verdict = 'same' AND revoked_at IS NULL
  ORDER BY 1, 2`;

/** Open questions between a source person of the given ones and one of somebody else. $1: ids. */
export const FIND_OPEN_QUESTIONS = `
  SELECT edge.left_id::text AS "leftId", edge.right_id::text AS "rightId" FROM passerelle.link_edge AS edge
  WHERE (edge.left_id = ANY ($1::uuid[])) <> (edge.right_id = ANY ($1::uuid[])) AND edge.decision = 'review'
    AND NOT EXISTS (
      SELECT FROM passerelle.link_verdict AS verdict
      WHERE verdict.left_id = edge.left_id AND verdict.right_id = edge.right_id AND verdict.revoked_at IS NULL)
  ORDER BY edge.bits DESC, 1, 2`;

/** Records that wait: of the given rows, or for the given source persons. $1: ids of rows, $2: ids of source persons. */
export const COUNT_WAITING_RECORDS = `
  SELECT reason, count(*)::int AS records FROM passerelle.quarantine
  WHERE status = 'open' AND (entity_id = ANY ($1::uuid[]) OR waits_for = ANY ($2::uuid[]) OR person_id = ANY ($2::uuid[]))
  GROUP BY reason ORDER BY reason`;

/** Copies of the given rows as they were before an import changed them. $1: ids of rows. */
export const COUNT_UNDO_COPIES = `
  SELECT count(*)::int AS copies FROM passerelle.import_undo WHERE id = ANY ($1::uuid[])`;
