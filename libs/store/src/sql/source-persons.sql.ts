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

/** A field of a record and the column that holds it. */
export interface RecordField {
  readonly field: string;
  readonly column: string;
  /** A field that a person without an address borrows from its case. */
  readonly borrowed: boolean;
}

const values = (row: string, fields: readonly RecordField[]): string =>
  fields.map(({ field, column }) => `, ${row}.${column}::text AS "${field}"`).join('');
const borrowedValues = (fields: readonly RecordField[]): string =>
  fields
    .map(({ field, column, borrowed }) => `, ${borrowed ? `household.${column}::text` : 'NULL::text'} AS "${field}"`)
    .join('');
const NOT_RECTIFIED = `, NULL::text AS "rectifiedField", NULL::text AS "rectifiedIncident", NULL::text AS "rectifiedAt"`;

/** What was rectified of source persons: a row for each field, with all rectified values. */
const rectified = (fields: readonly RecordField[]): string => `
  SELECT 0 AS part, ${provenance('person', 'person')}, mark.field, mark.incident,
         to_char(mark.at AT TIME ZONE 'UTC', ${UTC_MILLISECONDS})${values('mended', fields)}
  FROM passerelle.rectification AS mark
  JOIN passerelle.rectified_person AS mended ON mended.person_id = mark.person_id
  JOIN passerelle.source_person AS person ON person.id = mark.person_id ${joinProvenance('person')}
  WHERE mark.person_id = ANY ($1::uuid[])`;

/**
 * The address of the case of each source person that has none of its own: it counts as the person's. No case lends one to a
 * separated person, whose own is closed and not missing.
 */
const addressesOfCases = (fields: readonly RecordField[]): string => `
  SELECT 2 AS part, ${provenance('household', 'case')}${NOT_RECTIFIED}${borrowedValues(fields)}
  FROM passerelle.source_person AS person
  JOIN passerelle.case_member AS member ON member.person_id = person.id
  JOIN passerelle.source_case AS household ON household.id = member.case_id
  ${joinProvenance('household')}
  WHERE person.id = ANY ($1::uuid[]) AND NOT ${ADDRESS_OF('person')} AND person.sealed IS NULL
    AND ${ADDRESS_OF('household')}`;

/**
 * What source persons' records say of some fields, in one round trip: what was rectified (part 0), their own records (1), and
 * the addresses that cases lend (2): where they come from, what was rectified, and the fields in their order. $1: ids.
 */
export const readPersonRows = (fields: readonly RecordField[]): string => `
  SELECT * FROM (
  SELECT 1 AS part, ${provenance('person', 'person')}${NOT_RECTIFIED}${values('person', fields)}
  FROM passerelle.source_person AS person ${joinProvenance('person')}
  WHERE person.id = ANY ($1::uuid[])
  UNION ALL ${rectified(fields)}
  ${fields.some(({ borrowed }) => borrowed) ? `UNION ALL ${addressesOfCases(fields)}` : ''}
  ) AS said ORDER BY part, "sourcePersonId"::uuid, "rectifiedField"`;

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
