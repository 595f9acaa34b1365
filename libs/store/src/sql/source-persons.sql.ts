import { UTC_MILLISECONDS } from './tombstone-marks.sql.js';

const ADDRESS_OF = (row: string): string => `num_nonnulls(${row}.address_line, ${row}.postcode, ${row}.town) > 0`;

const provenance = (row: string, of: 'person' | 'case'): string => `
  person.id::text AS "sourcePersonId", ${row}.id::text AS id, '${of}' AS of, system.code AS system, site.code AS site,
  ${row}.source_key AS "sourceId", ${row}.last_run AS "runId", run.night::text AS night,
  ${row}.source_updated_on::text AS "updatedOn", ${row}.absent_run IS NOT NULL AS absent`;

const joinProvenance = (row: string): string => `
  JOIN passerelle.site AS site ON site.id = ${row}.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = ${row}.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  JOIN passerelle.import_run AS run ON run.id = ${row}.last_run`;

/** What source persons' own records say. $1: ids. @param select list of columns, each under its field's name */
export const readPersons = (select: string): string => `
  SELECT ${provenance('person', 'person')}${select}
  FROM passerelle.source_person AS person ${joinProvenance('person')}
  WHERE person.id = ANY ($1::uuid[]) ORDER BY person.id`;

/** What was rectified of source persons: a row for each field, with all rectified values. $1: ids. */
export const readRectified = (select: string): string => `
  SELECT ${provenance('person', 'person')}${select}, mark.field AS "rectifiedField", mark.incident AS "rectifiedIncident",
         to_char(mark.at AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS "rectifiedAt"
  FROM passerelle.rectification AS mark
  JOIN passerelle.rectified_person AS mended ON mended.person_id = mark.person_id
  JOIN passerelle.source_person AS person ON person.id = mark.person_id ${joinProvenance('person')}
  WHERE mark.person_id = ANY ($1::uuid[]) ORDER BY person.id, mark.field`;

/**
 * The address of the case of each source person that has none of its own: it counts as the person's. No case lends one to a
 * separated person, whose own is closed and not missing. $1: ids.
 */
export const readAddressesOfCases = (select: string): string => `
  SELECT ${provenance('household', 'case')}${select}
  FROM passerelle.source_person AS person
  JOIN passerelle.case_member AS member ON member.person_id = person.id
  JOIN passerelle.source_case AS household ON household.id = member.case_id
  ${joinProvenance('household')}
  WHERE person.id = ANY ($1::uuid[]) AND NOT ${ADDRESS_OF('person')} AND person.sealed IS NULL
    AND ${ADDRESS_OF('household')} ORDER BY person.id`;

/** All source persons of the persons that the given source persons belong to. $1: ids. */
export const FIND_MATES = `
  SELECT person.id::text AS id, coalesce(cluster.person_id, person.id)::text AS "personId", system.code AS system,
         site.code AS site, person.source_key AS "sourceId"
  FROM passerelle.source_person AS person
  JOIN passerelle.site AS site ON site.id = person.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
  WHERE person.id = ANY ($1::uuid[])
     OR person.id IN (
       SELECT mate.source_person_id FROM passerelle.person_cluster AS own
       JOIN passerelle.person_cluster AS mate ON mate.person_id = own.person_id
       WHERE own.source_person_id = ANY ($1::uuid[]))
  ORDER BY 2, 1`;

/** $1 system, $2 site, $3 key of the record. */
export const FIND_BY_SOURCE = `
  SELECT person.id::text AS id
  FROM passerelle.source_person AS person
  JOIN passerelle.site AS site ON site.id = person.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  WHERE system.code = $1 AND site.code = $2 AND person.source_key = $3 LIMIT 2`;
