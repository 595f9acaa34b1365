import { selectInputs } from '../linkage/link-inputs.js';

/** What the features of a person were made of, and what they would be made of now. $1: fingerprint of the rules. */
const MADE_OF = `
  LEFT JOIN passerelle.case_member AS member ON member.person_id = person.id
  LEFT JOIN passerelle.source_case AS household ON household.id = member.case_id
  LEFT JOIN passerelle.link_person AS known ON known.person_id = person.id
  CROSS JOIN LATERAL (
    SELECT person.row_hash # coalesce(household.row_hash, 0) # hashtextextended($1, 0) AS made_of
  ) AS made`;

/**
 * Source persons whose features are missing or were made of something else: another row, another row of their case (whose
 * address they may share), other rules. Absent ones too: who is missing from an export is a person still. In order of ids.
 * $1 fingerprint of the rules, $2 and $3 ids (after, up to), $4 rows at most.
 */
export const findStale = (inputs: readonly string[]): string => `
  SELECT person.id::text AS id, person.site_id * 65536 + source_table.system_id AS "sourceNo",
         made.made_of::text AS "madeOf"${inputs.length === 0 ? '' : `, ${selectInputs(inputs)}`}
  FROM passerelle.source_person AS person
  JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id${MADE_OF}
  WHERE person.id > $2 AND person.id <= $3 AND known.made_of IS DISTINCT FROM made.made_of
  ORDER BY person.id LIMIT $4`;

/** The same persons, counted. $1 fingerprint of the rules. */
export const COUNT_STALE = `
  SELECT count(*)::integer AS stale FROM passerelle.source_person AS person${MADE_OF}
  WHERE known.made_of IS DISTINCT FROM made.made_of`;

export const NEXT_FEATURE_COLUMNS = ['person_id', 'source_no', 'made_of', 'codes', 'features'] as const;

export const CREATE_NEXT_FEATURE = `
  CREATE TEMPORARY TABLE IF NOT EXISTS next_feature (
    person_id uuid NOT NULL, source_no integer NOT NULL, made_of bigint NOT NULL, codes bigint[] NOT NULL, features text NOT NULL
  ) ON COMMIT DROP`;

/** Whoever looks different now, or is new, must be scored again. */
export const TOUCH_CHANGED = `
  INSERT INTO passerelle.link_touched AS touched (person_id, rescore)
  SELECT next.person_id, true
  FROM next_feature AS next
  LEFT JOIN passerelle.link_person AS known ON known.person_id = next.person_id
  WHERE (known.features, known.codes, known.source_no) IS DISTINCT FROM (next.features, next.codes, next.source_no)
  ON CONFLICT (run_id, person_id) DO UPDATE SET rescore = true WHERE NOT touched.rescore`;

const WRITE_PERSONS = `
  known AS (
    SELECT next.*, stored.person_no, stored.codes AS old_codes
    FROM next_feature AS next
    JOIN passerelle.link_person AS stored ON stored.person_id = next.person_id
  ), updated AS (
    UPDATE passerelle.link_person AS stored
    SET source_no = known.source_no, made_of = known.made_of, codes = known.codes, features = known.features
    FROM known WHERE stored.person_id = known.person_id
  ), inserted AS (
    INSERT INTO passerelle.link_person (person_id, source_no, made_of, codes, features)
    SELECT next.person_id, next.source_no, next.made_of, next.codes, next.features
    FROM next_feature AS next
    WHERE NOT EXISTS (SELECT FROM passerelle.link_person AS stored WHERE stored.person_id = next.person_id)
    RETURNING person_no, codes
  )`;

/** Features only, for a run of all persons: its keys are built at once afterwards (REBUILD_KEYS). */
export const WRITE_FEATURES = `WITH ${WRITE_PERSONS} SELECT FROM inserted LIMIT 0`;

/** Features and keys. All parts of the statement see the table as it was before. */
export const WRITE_FEATURES_AND_KEYS = `
  WITH ${WRITE_PERSONS}, recoded AS (
    SELECT person_no, codes, old_codes FROM known WHERE codes <> old_codes
  ), removed AS (
    DELETE FROM passerelle.link_key AS key
    USING (SELECT recoded.person_no, code FROM recoded, unnest(recoded.old_codes) AS code) AS old
    WHERE key.code = old.code AND key.person_no = old.person_no
  )
  INSERT INTO passerelle.link_key (code, person_no)
  SELECT code, person_no FROM inserted, unnest(codes) AS code
  UNION ALL SELECT code, person_no FROM recoded, unnest(codes) AS code`;

/** Keys of all persons, in the order of their codes; the index is made once they lie there. */
export const REBUILD_KEYS: readonly string[] = [
  'DROP INDEX passerelle.link_key_code',
  'TRUNCATE passerelle.link_key',
  `INSERT INTO passerelle.link_key (code, person_no)
   SELECT code, person_no FROM passerelle.link_person, unnest(codes) AS code ORDER BY code, person_no`,
  'CREATE INDEX link_key_code ON passerelle.link_key (code, person_no)',
  'ANALYZE passerelle.link_key',
  'ANALYZE passerelle.link_person',
];
