import { escapeLiteral } from 'pg';

/** Blocks with codes from `from` on and below `to`. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
  /** Persons in a block at most. */
  readonly largest: number;
}

/** Numbers stand in the text: COPY takes no parameters. @throws RangeError for what is not a whole number */
const whole = (number: number): string => {
  if (!Number.isInteger(number)) throw new RangeError('a range of blocks is given in whole numbers');
  return String(number);
};

/** Persons after an id, in order of ids: number, id, codes, features. */
export const pageShelf = (after: string, limit: number): string => `
  SELECT person_no, person_id, codes, features FROM passerelle.link_person
  WHERE person_id > ${escapeLiteral(after)} ORDER BY person_id LIMIT ${whole(limit)}`;

/**
 * Members of the blocks in a range of codes that hold at least two persons and are not too large, by number; singletons never
 * leave the database. Ordered by code, so that a block lies together. Columns: code, number of the person.
 * @throws RangeError for bounds that are not whole numbers
 */
export const findMembersOf = ({ from, to, largest }: BlockRange): string => `
  SELECT code, person_no
  FROM (
    SELECT code, person_no, count(*) OVER (PARTITION BY code) AS size
    FROM passerelle.link_key WHERE code >= ${whole(from)} AND code < ${whole(to)}
  ) AS key
  WHERE size BETWEEN 2 AND ${whole(largest)}
  ORDER BY code`;

/**
 * The same of the blocks that hold somebody whose pairs a link run must score again, and what all their members are compared
 * by; the others are candidates. Ordered by code and id. Columns: code, id, codes, features, touched.
 */
export const findTouchedOf = ({ from, to, largest }: BlockRange, linkRun: number): string => {
  const run = whole(linkRun);
  return `
  WITH wanted AS (
    SELECT DISTINCT code
    FROM passerelle.link_touched AS touched
    JOIN passerelle.link_person AS person ON person.person_id = touched.person_id
    CROSS JOIN unnest(person.codes) AS code
    WHERE touched.run_id = ${run} AND touched.rescore AND code >= ${whole(from)} AND code < ${whole(to)}
  )
  SELECT key.code, person.person_id, person.codes, person.features, coalesce(touched.rescore, false)
  FROM (
    SELECT key.code, key.person_no, count(*) OVER (PARTITION BY key.code) AS size
    FROM wanted JOIN passerelle.link_key AS key ON key.code = wanted.code
  ) AS key
  JOIN passerelle.link_person AS person ON person.person_no = key.person_no
  LEFT JOIN passerelle.link_touched AS touched ON touched.run_id = ${run} AND touched.person_id = person.person_id
  WHERE key.size BETWEEN 2 AND ${whole(largest)}
  ORDER BY key.code, person.person_id`;
};

/** $1: persons in a block at most. */
export const FIND_ALL_LARGE_BLOCKS: readonly string[] = [
  'DELETE FROM passerelle.link_large_block',
  `INSERT INTO passerelle.link_large_block (code, persons)
   SELECT code, count(*) FROM passerelle.link_key GROUP BY code HAVING count(*) > $1`,
];

/**
 * Counts again the blocks that may have grown too large or small enough: the known large ones and those of touched persons.
 * $1 persons in a block at most, $2 link run.
 */
export const COUNT_TOUCHED_BLOCKS = `
  CREATE TEMPORARY TABLE counted_block ON COMMIT DROP AS
  SELECT affected.code, count(key.person_no)::integer AS persons, bool_or(affected.was_large) AS was_large,
         count(key.person_no) > $1 AS is_large
  FROM (
    SELECT code, bool_or(was_large) AS was_large
    FROM (
      SELECT code, true AS was_large FROM passerelle.link_large_block
      UNION ALL
      SELECT code, false FROM passerelle.link_touched AS touched
      JOIN passerelle.link_person AS person ON person.person_id = touched.person_id
      CROSS JOIN unnest(person.codes) AS code
      WHERE touched.run_id = $2 AND touched.rescore
    ) AS named
    GROUP BY code
  ) AS affected
  LEFT JOIN passerelle.link_key AS key ON key.code = affected.code
  GROUP BY affected.code`;

/**
 * A block that has crossed the limit gains or loses all its pairs: everybody in it is scored again, so that an incremental
 * run ends like one from scratch. $1: link run.
 */
export const TOUCH_CROSSED_BLOCKS = `
  INSERT INTO passerelle.link_touched AS touched (run_id, person_id, rescore)
  SELECT DISTINCT $1::integer, person.person_id, true
  FROM counted_block AS block
  JOIN passerelle.link_key AS key ON key.code = block.code
  JOIN passerelle.link_person AS person ON person.person_no = key.person_no
  WHERE block.was_large <> block.is_large
  ON CONFLICT (run_id, person_id) DO UPDATE SET rescore = true WHERE NOT touched.rescore`;

export const KEEP_LARGE_BLOCKS: readonly string[] = [
  `DELETE FROM passerelle.link_large_block AS stored USING counted_block AS block
   WHERE stored.code = block.code AND NOT block.is_large`,
  `INSERT INTO passerelle.link_large_block AS stored (code, persons)
   SELECT code, persons FROM counted_block WHERE is_large
   ON CONFLICT (code) DO UPDATE SET persons = excluded.persons WHERE stored.persons <> excluded.persons`,
];
