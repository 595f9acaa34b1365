/** Milliseconds, as the home's file says it: the two must compare. */
export const UTC_MILLISECONDS = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const SELECT = `
  SELECT mark.person_id::text AS id, mark.reason AS kind, to_char(mark.at AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS at,
         mark.incident, system.code AS system, site.code AS site, source_table.name AS "table",
         mark.last_contact::text AS "lastContact", mark.together::text AS together
  FROM passerelle.withheld_person AS mark
  JOIN passerelle.site AS site ON site.id = mark.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = mark.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id`;

/** Every tombstone of the store. */
export const LIST_TOMBSTONES = `${SELECT} WHERE mark.reason <> 'refusal' ORDER BY mark.at, mark.person_id`;

/** The marks of some persons, those of exports too. $1: ids. */
export const FIND_MARKS = `${SELECT} WHERE mark.person_id = ANY ($1::uuid[])`;

/** What tells at a glance whether the store has the tombstones of the home. */
export const COUNT_TOMBSTONES = `
  SELECT count(*)::int AS count, to_char(max(at) AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS last
  FROM passerelle.withheld_person WHERE reason <> 'refusal'`;

/**
 * Sets tombstones. $1: JSON list of tombstones, each of a person once; site, system and table must be registered. An erasure
 * outranks whatever stands there, and nothing outranks an erasure; an expired file outranks nothing.
 */
export const SET_TOMBSTONES = `
  INSERT INTO passerelle.withheld_person AS mark (person_id, case_id, site_id, table_id, reason, run_id, at, incident,
    last_contact, together)
  SELECT given.id, member.case_id, site.id, source_table.id, given.kind, NULL, given.at, given.incident,
         given."lastContact", given.together
  FROM jsonb_to_recordset($1::jsonb)
    AS given (id uuid, kind text, at timestamptz, incident text, system text, site text, "table" text,
              "lastContact" date, together uuid)
  JOIN passerelle.site AS site ON site.code = given.site
  JOIN passerelle.source_system AS system ON system.code = given.system
  JOIN passerelle.source_table AS source_table ON source_table.system_id = system.id AND source_table.name = given."table"
  LEFT JOIN passerelle.case_member AS member ON member.person_id = given.id
  ON CONFLICT (person_id) DO UPDATE SET
    case_id = coalesce(excluded.case_id, mark.case_id), reason = excluded.reason, run_id = NULL, at = excluded.at,
    incident = excluded.incident, last_contact = excluded.last_contact, together = excluded.together
  WHERE excluded.reason = 'erased' OR (mark.reason <> 'erased' AND (excluded.reason = 'refused' OR mark.reason = 'expired'))`;

/** Takes refusals back that were made here, and has their household written anew by the next import. $1: ids. */
export const LIFT_REFUSALS = `
  WITH lifted AS (
    DELETE FROM passerelle.withheld_person WHERE person_id = ANY ($1::uuid[]) AND reason = 'refused'
    RETURNING case_id, site_id, table_id
  ), again AS (
    -- Their acts may stand in an export that does not change: it is read again.
    INSERT INTO passerelle.import_again (site_id, system_id, through_run)
    SELECT DISTINCT lifted.site_id, source_table.system_id, last.id
    FROM lifted JOIN passerelle.source_table AS source_table ON source_table.id = lifted.table_id
    CROSS JOIN (SELECT max(id) AS id FROM passerelle.import_run) AS last WHERE last.id IS NOT NULL
  )
  UPDATE passerelle.source_case SET row_hash = 0 WHERE id IN (SELECT case_id FROM lifted)`;

/** Registers what tombstones of a file name, in a store that was made before they were. $1: JSON list as above. */
export const REGISTER_PLACES: readonly string[] = [
  `INSERT INTO passerelle.site (code) SELECT DISTINCT site FROM jsonb_to_recordset($1::jsonb) AS given (site text)
   ON CONFLICT (code) DO NOTHING`,
  `INSERT INTO passerelle.source_system (code)
   SELECT DISTINCT system FROM jsonb_to_recordset($1::jsonb) AS given (system text) ON CONFLICT (code) DO NOTHING`,
  `INSERT INTO passerelle.source_table (system_id, name, entity)
   SELECT DISTINCT system.id, given."table", 'person'
   FROM jsonb_to_recordset($1::jsonb) AS given (system text, "table" text)
   JOIN passerelle.source_system AS system ON system.code = given.system
   ON CONFLICT (system_id, name) DO NOTHING`,
];
