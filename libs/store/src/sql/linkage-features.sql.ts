import { escapeLiteral } from 'pg';
import { selectInputs } from '../linkage/link-inputs.js';

/** What features would be made of now. @param fingerprint of the rules, as SQL */
const made = (fingerprint: string): string => `
  CROSS JOIN LATERAL (
    SELECT person.row_hash # coalesce(household.row_hash, 0) # coalesce(uuid_hash_extended(member.case_id, 0), 0)
           # hashtextextended(${fingerprint}, 0) AS made_of
  ) AS made`;

/** Case of a person, and what its features were made of: table by table, for all persons. */
const JOINED = `
  LEFT JOIN passerelle.case_member AS member ON member.person_id = person.id
  LEFT JOIN passerelle.source_case AS household ON household.id = member.case_id
  LEFT JOIN passerelle.link_person AS known ON known.person_id = person.id`;

/**
 * The same person by person, for a page. Each look-up is a row at most, which keeps the planner from any other way: it takes
 * most ranges of ids for a single person (ids have no scale to it), and would go through whole tables for each of thousands.
 */
const LOOKED_UP = `
  LEFT JOIN LATERAL (
    SELECT case_id FROM passerelle.case_member WHERE person_id = person.id LIMIT 1
  ) AS member ON true
  LEFT JOIN LATERAL (
    SELECT * FROM passerelle.source_case WHERE id = member.case_id LIMIT 1
  ) AS household ON true
  LEFT JOIN LATERAL (
    SELECT made_of FROM passerelle.link_person WHERE person_id = person.id LIMIT 1
  ) AS known ON true`;

/** Which source persons to look at, in order of ids. */
export interface StalePage {
  /** Names of LINK_INPUTS that the plan reads; nothing else leaves the store. */
  readonly inputs: readonly string[];
  /** Of the plan, and of whatever else features depend on. */
  readonly fingerprint: string;
  /** Ids after this one, up to `upTo` (included). */
  readonly after: string;
  readonly upTo: string;
  readonly limit: number;
}

/**
 * Source persons whose features are missing or were made of something else: another row, another case, another row of their
 * case (whose address they may share), other rules. Absent ones too: who is missing from an export is a person still. In order of ids.
 * Columns: id, number of the source, what they are made of, the inputs. COPY takes no parameters, so values stand in the text.
 * @throws RangeError for an unknown input
 */
export const findStale = ({ inputs, fingerprint, after, upTo, limit }: StalePage): string => `
  SELECT person.id, person.site_id * 65536 + source_table.system_id, made.made_of${inputs.length === 0 ? '' : `, ${selectInputs(inputs)}`}
  FROM passerelle.current_person AS person
  JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
  ${LOOKED_UP}${made(escapeLiteral(fingerprint))}
  WHERE person.id > ${escapeLiteral(after)} AND person.id <= ${escapeLiteral(upTo)}
    AND known.made_of IS DISTINCT FROM made.made_of
  ORDER BY person.id LIMIT ${String(limit)}`;

/** The same persons, counted. $1 fingerprint of the rules. */
export const COUNT_STALE = `
  SELECT count(*)::integer AS stale FROM passerelle.current_person AS person${JOINED}${made('$1')}
  WHERE known.made_of IS DISTINCT FROM made.made_of`;

export const NEXT_FEATURE_COLUMNS = ['person_id', 'source_no', 'made_of', 'codes', 'features'] as const;

/** Whether anybody of a range was prepared before. $1 and $2 ids (after, up to). */
export const HOLDS_FEATURES = `
  SELECT EXISTS (SELECT FROM passerelle.link_person WHERE person_id > $1 AND person_id <= $2) AS held`;

/** A page is too little work to start other processes for, and there are as many jobs as cores. */
export const WITHOUT_HELPERS = 'SET LOCAL max_parallel_workers_per_gather = 0';

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

/**
 * The household that features end with, as hexadecimal digits; null where none is among them.
 * @param features SQL of the text
 */
const householdIn = (features: string): string =>
  `CASE WHEN right(${features}, 33) ~ '^[|][0-9a-f]{32}$' THEN right(${features}, 32)::uuid END`;

/** Whoever shares the household that a person has left is decided again: the pairs of this one support theirs no longer. */
export const TOUCH_FORMER_HOUSEHOLD = `
  INSERT INTO passerelle.link_touched (person_id, rescore)
  SELECT DISTINCT mate.person_id, false
  FROM next_feature AS next
  JOIN passerelle.link_person AS known ON known.person_id = next.person_id
  JOIN passerelle.case_member AS mate ON mate.case_id = ${householdIn('known.features')}
  WHERE known.features <> next.features
    AND ${householdIn('known.features')} IS DISTINCT FROM ${householdIn('next.features')}
  ON CONFLICT (run_id, person_id) DO NOTHING`;

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
  // Sorting millions of keys: on disk with the ordinary memory.
  `SELECT set_config('work_mem', '128MB', true)`,
  'DROP INDEX passerelle.link_key_code',
  'TRUNCATE passerelle.link_key',
  `INSERT INTO passerelle.link_key (code, person_no)
   SELECT unnest(codes) AS code, person_no FROM passerelle.link_person ORDER BY code, person_no`,
  'CREATE INDEX link_key_code ON passerelle.link_key (code, person_no)',
  'ANALYZE passerelle.link_key',
  // Of the arrays and texts nothing needs to be known, and they are what takes the time.
  'ANALYZE passerelle.link_person (person_no, person_id, source_no, made_of)',
];
