import { RECTIFIABLE_COLUMNS } from '#libs/domain';
import { UTC_MILLISECONDS } from './tombstone-marks.sql.js';

const COLUMNS = RECTIFIABLE_COLUMNS.map(({ column }) => column);
/** Columns of one rectification as JSON: those that say nothing come as null, so that a whole address takes another's place. */
const VALUES = `jsonb_build_object(${COLUMNS.map((column) => `'${column}', mended.${column}::text`).join(', ')})`;

/** As the home's file says it: the two must compare. */
const AT = `to_char(mark.at AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS at`;

const SELECT = `
  SELECT mark.person_id::text AS id, mark.field, ${AT}, mark.incident, ${VALUES} AS "values"
  FROM passerelle.rectification AS mark
  JOIN passerelle.rectified_person AS mended ON mended.person_id = mark.person_id`;

/** Rectifications of some source persons, with all rectified values of each. $1: ids. */
export const FIND_RECTIFICATIONS = `${SELECT} WHERE mark.person_id = ANY ($1::uuid[]) ORDER BY mark.person_id, mark.field`;

/** Every rectification of the store. */
export const LIST_RECTIFICATIONS = `${SELECT} ORDER BY mark.at, mark.person_id, mark.field`;

/** What tells at a glance whether the store has the rectifications of the home. */
export const COUNT_RECTIFICATIONS = `
  SELECT count(*)::int AS count, to_char(max(at) AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS last
  FROM passerelle.rectification`;

/** $1 id, $2 field, $3 at, $4 incident. A later one takes the place of an earlier one. */
export const SET_RECTIFICATION = `
  INSERT INTO passerelle.rectification (person_id, field, at, incident) VALUES ($1, $2, $3, $4)
  ON CONFLICT (person_id, field) DO UPDATE SET at = excluded.at, incident = excluded.incident`;

/** Sets the given columns of a source person; $1 id, then the values in the order of the columns. */
export const setRectifiedValues = (columns: readonly string[]): string => {
  const known = columns.map((column) => {
    if (!COLUMNS.includes(column)) throw new RangeError(`'${column}' cannot be rectified`);
    return column;
  });
  const places = known.map((_, at) => `$${String(at + 2)}`);
  return `
  INSERT INTO passerelle.rectified_person (person_id, ${known.join(', ')}) VALUES ($1, ${places.join(', ')})
  ON CONFLICT (person_id) DO UPDATE SET ${known.map((column) => `${column} = excluded.${column}`).join(', ')}`;
};

/** $1 ids, $2 field. */
export const DROP_RECTIFICATIONS = `
  DELETE FROM passerelle.rectification WHERE person_id = ANY ($1::uuid[]) AND field = $2
  RETURNING person_id::text AS id`;

/** Rows that nothing is rectified in any more. $1: ids. */
export const DROP_EMPTY_ROWS = `
  DELETE FROM passerelle.rectified_person AS mended WHERE person_id = ANY ($1::uuid[])
    AND NOT EXISTS (SELECT FROM passerelle.rectification AS mark WHERE mark.person_id = mended.person_id)`;

/** All rectifications of some source persons, of whom nothing is kept. $1: ids. */
export const ERASE_RECTIFICATIONS: readonly string[] = [
  'DELETE FROM passerelle.rectified_person WHERE person_id = ANY ($1::uuid[])',
  'DELETE FROM passerelle.rectification WHERE person_id = ANY ($1::uuid[])',
];

/** Which of some ids are kept out of the store, for whatever reason. $1: ids. */
export const FIND_KEPT_OUT = `
  SELECT person_id::text AS id FROM passerelle.withheld_person WHERE person_id = ANY ($1::uuid[])`;

/**
 * Records of the legacy systems that say something else than what was rectified. $1 ids. @param columns of the field; a value
 * that only says how well a date is known counts too
 */
export const findDiffering = (columns: readonly string[]): string => `
  SELECT person.id::text AS id, system.code AS system, site.code AS site, source_table.name AS "table",
         person.source_key AS "sourceId", num_nonnulls(${columns.map((column) => `person.${column}`).join(', ')}) = 0 AS empty
  FROM passerelle.source_person AS person
  JOIN passerelle.rectified_person AS mended ON mended.person_id = person.id
  JOIN passerelle.site AS site ON site.id = person.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  WHERE person.id = ANY ($1::uuid[])
    AND (${columns.map((column) => `person.${column}`).join(', ')})
        IS DISTINCT FROM (${columns.map((column) => `mended.${column}`).join(', ')})
  ORDER BY system.code, site.code, source_table.name, person.source_key`;
