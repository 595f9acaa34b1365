import { UTC_MILLISECONDS } from './tombstone-marks.sql.js';

/**
 * Everything that access to some persons is decided by, in one round trip: a row for each source person, with what restricts,
 * archives and separates it. The gateway asks this before each answer; nothing of what a person's record says is read here.
 * $1: ids of any source persons of those persons.
 */
export const FIND_HELD_SUBJECTS = `
  WITH wanted AS (
    SELECT given.id, own.person_id AS cluster_id
    FROM unnest($1::uuid[]) AS given (id)
    LEFT JOIN passerelle.person_cluster AS own ON own.source_person_id = given.id
  ), whole AS (
    SELECT id FROM wanted
    UNION
    SELECT mate.source_person_id
    FROM wanted JOIN passerelle.person_cluster AS mate ON mate.person_id = wanted.cluster_id
  )
  SELECT person.id::text AS id, coalesce(cluster.person_id, person.id)::text AS "personId", system.code AS system,
         site.code AS site, person.source_key AS "sourceId", member.case_id::text AS "caseId",
         EXISTS (SELECT FROM passerelle.restricted_person AS one WHERE one.person_id = person.id) AS restricted,
         EXISTS (SELECT FROM passerelle.retention_hold AS one
                 WHERE one.person_id = person.id AND one.archived_on IS NOT NULL) AS archived,
         (SELECT jsonb_agg(jsonb_build_object('id', own.separation_id, 'personId', own.person_id, 'later', own.later,
                   'incident', one.incident, 'keyFingerprint', one.key_fingerprint,
                   'at', to_char(one.at AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}),
                   'cases', ARRAY(SELECT known.case_id::text FROM passerelle.separated_case AS known
                                  WHERE known.separation_id = own.separation_id AND known.former ORDER BY 1))
                 ORDER BY one.at, one.id)
          FROM passerelle.separated_person AS own JOIN passerelle.separation AS one ON one.id = own.separation_id
          WHERE own.person_id = person.id) AS separations,
         (SELECT jsonb_build_object('personId', place.person_id, 'sealed', place.sealed,
                   'at', to_char(place.at AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}))
          FROM passerelle.separated_place AS place WHERE place.person_id = person.id) AS place
  FROM whole
  JOIN passerelle.source_person AS person ON person.id = whole.id
  JOIN passerelle.site AS site ON site.id = person.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
  LEFT JOIN passerelle.case_member AS member ON member.person_id = person.id
  ORDER BY 2, 1`;

/** The source persons of some cases, as they stand. $1: ids of cases. */
export const FIND_CASE_MEMBERS = `
  SELECT case_id::text AS "caseId", person_id::text AS "personId" FROM passerelle.case_member
  WHERE case_id = ANY ($1::uuid[]) ORDER BY 1, 2`;

/** The night of the last import of each site that has not been taken back. */
export const FIND_IMPORT_NIGHTS = `
  SELECT site.code AS site, max(run.night)::text AS night
  FROM passerelle.import_run AS run JOIN passerelle.site AS site ON site.id = run.site_id
  WHERE run.status = 'done' GROUP BY site.code`;
