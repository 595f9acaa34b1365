const MEMBER = `
  key.code::float8 AS code, person.person_id::text AS id, person.source_no AS "sourceNo", person.codes::text AS codes,
  person.features`;

/**
 * Members of the blocks in a range of codes that hold at least two persons and are not too large; singletons never leave the
 * database. Ordered by code, so that a block lies together. $1 and $2 codes (from, below), $3 persons in a block at most.
 */
export const FIND_BLOCKS = `
  SELECT ${MEMBER}, true AS touched
  FROM (
    SELECT code, person_no, count(*) OVER (PARTITION BY code) AS size
    FROM passerelle.link_key WHERE code >= $1 AND code < $2
  ) AS key
  JOIN passerelle.link_person AS person ON person.person_no = key.person_no
  WHERE key.size BETWEEN 2 AND $3
  ORDER BY key.code, person.person_id`;

/**
 * The same, of the blocks that hold somebody whose pairs must be scored again; the others are their candidates.
 * $1 and $2 codes (from, below), $3 persons in a block at most, $4 link run.
 */
export const FIND_TOUCHED_BLOCKS = `
  WITH wanted AS (
    SELECT DISTINCT code
    FROM passerelle.link_touched AS touched
    JOIN passerelle.link_person AS person ON person.person_id = touched.person_id
    CROSS JOIN unnest(person.codes) AS code
    WHERE touched.run_id = $4 AND touched.rescore AND code >= $1 AND code < $2
  )
  SELECT ${MEMBER}, coalesce(touched.rescore, false) AS touched
  FROM (
    SELECT key.code, key.person_no, count(*) OVER (PARTITION BY key.code) AS size
    FROM wanted JOIN passerelle.link_key AS key ON key.code = wanted.code
  ) AS key
  JOIN passerelle.link_person AS person ON person.person_no = key.person_no
  LEFT JOIN passerelle.link_touched AS touched ON touched.run_id = $4 AND touched.person_id = person.person_id
  WHERE key.size BETWEEN 2 AND $3
  ORDER BY key.code, person.person_id`;

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
