import { UTC_MILLISECONDS } from './tombstone-marks.sql.js';

/** Every separation with all that belongs to it. */
export const LIST_SEPARATIONS = `
  SELECT one.id::text AS id, to_char(one.at AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS at, one.incident,
         one.key_fingerprint AS "keyFingerprint",
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', person_id, 'later', later) ORDER BY person_id)
                   FROM passerelle.separated_person WHERE separation_id = one.id), '[]') AS persons,
         coalesce((SELECT jsonb_agg(person_id ORDER BY person_id)
                   FROM passerelle.separated_former WHERE separation_id = one.id), '[]') AS former,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', case_id, 'former', former, 'guarded', guarded) ORDER BY case_id)
                   FROM passerelle.separated_case WHERE separation_id = one.id), '[]') AS cases
  FROM passerelle.separation AS one ORDER BY one.at, one.id`;

/** Adds what a list of separations says. $1: JSON list of SeparationParts. Nothing that stands is taken back. */
export const ADD_SEPARATIONS: readonly string[] = [
  `INSERT INTO passerelle.separation (id, at, incident, key_fingerprint)
   SELECT id, at, incident, "keyFingerprint"
   FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, at timestamptz, incident text, "keyFingerprint" text)
   ON CONFLICT (id) DO NOTHING`,
  `INSERT INTO passerelle.separated_person AS known (person_id, separation_id, later)
   SELECT person.id, given.id, person.later
   FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, persons jsonb)
   CROSS JOIN jsonb_to_recordset(given.persons) AS person (id uuid, later boolean)
   ON CONFLICT (person_id, separation_id) DO NOTHING`,
  `INSERT INTO passerelle.separated_former (person_id, separation_id)
   SELECT former.id::uuid, given.id
   FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, former jsonb)
   CROSS JOIN jsonb_array_elements_text(given.former) AS former (id)
   ON CONFLICT (person_id, separation_id) DO NOTHING`,
  `INSERT INTO passerelle.separated_case AS known (case_id, separation_id, former, guarded)
   SELECT one.id, given.id, one.former, one.guarded
   FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, cases jsonb)
   CROSS JOIN jsonb_to_recordset(given.cases) AS one (id uuid, former boolean, guarded boolean)
   ON CONFLICT (case_id, separation_id) DO UPDATE
     SET former = known.former OR excluded.former, guarded = known.guarded OR excluded.guarded`,
];

/**
 * Brings marks in step with the store. Records that linkage says are a protected person's become protected; whoever belongs
 * to a former case, and whoever linkage says is one of the former household, is of the former household.
 */
export const SPREAD_SEPARATIONS: readonly string[] = [
  `INSERT INTO passerelle.separated_person (person_id, separation_id, later)
   SELECT DISTINCT mate.source_person_id, own.separation_id, true
   FROM passerelle.separated_person AS own
   JOIN passerelle.person_cluster AS known ON known.source_person_id = own.person_id
   JOIN passerelle.person_cluster AS mate ON mate.person_id = known.person_id
   WHERE NOT EXISTS (SELECT FROM passerelle.separated_former AS former
                     WHERE former.person_id = mate.source_person_id AND former.separation_id = own.separation_id)
   ON CONFLICT (person_id, separation_id) DO NOTHING`,
  `INSERT INTO passerelle.separated_former (person_id, separation_id)
   SELECT DISTINCT member.person_id, known.separation_id
   FROM passerelle.separated_case AS known JOIN passerelle.case_member AS member ON member.case_id = known.case_id
   WHERE known.former AND NOT known.guarded AND NOT EXISTS (SELECT FROM passerelle.separated_person AS own
                     WHERE own.person_id = member.person_id AND own.separation_id = known.separation_id)
   ON CONFLICT (person_id, separation_id) DO NOTHING`,
  `INSERT INTO passerelle.separated_former (person_id, separation_id)
   SELECT DISTINCT mate.source_person_id, former.separation_id
   FROM passerelle.separated_former AS former
   JOIN passerelle.person_cluster AS known ON known.source_person_id = former.person_id
   JOIN passerelle.person_cluster AS mate ON mate.person_id = known.person_id
   WHERE NOT EXISTS (SELECT FROM passerelle.separated_person AS own
                     WHERE own.person_id = mate.source_person_id AND own.separation_id = former.separation_id)
   ON CONFLICT (person_id, separation_id) DO NOTHING`,
];

/** Whether links have brought anybody to either side of a separation who is not marked yet. */
export const FIND_SPREADING = `
  SELECT FROM (
    SELECT person_id, separation_id FROM passerelle.separated_person
    UNION ALL SELECT person_id, separation_id FROM passerelle.separated_former
  ) AS own
  JOIN passerelle.person_cluster AS known ON known.source_person_id = own.person_id
  JOIN passerelle.person_cluster AS mate ON mate.person_id = known.person_id
  WHERE NOT EXISTS (SELECT FROM passerelle.separated_person AS marked
                    WHERE marked.person_id = mate.source_person_id AND marked.separation_id = own.separation_id)
    AND NOT EXISTS (SELECT FROM passerelle.separated_former AS marked
                    WHERE marked.person_id = mate.source_person_id AND marked.separation_id = own.separation_id)
  LIMIT 1`;

/** A member of a case as protected or as one of the former household. */
const memberAs = (mark: string): string => `
  FROM passerelle.case_member AS member
  JOIN passerelle.${mark} AS mark ON mark.person_id = member.person_id`;

/**
 * Takes memberships away that tie protected persons to the former household. Where a protected person stood in a case before,
 * the newcomer of the former household leaves it; everywhere else the protected person does. What the legacy system says is
 * noted for the report of residues.
 */
export const UNTIE_MEMBERS: readonly string[] = [
  `WITH tied AS (
     SELECT member.person_id, member.case_id, mark.separation_id ${memberAs('separated_former')}
     JOIN passerelle.separated_case AS known
       ON known.case_id = member.case_id AND known.separation_id = mark.separation_id AND known.guarded AND NOT known.former
   ), noted AS (
     UPDATE passerelle.separated_former AS mark SET legacy_case = tied.case_id FROM tied
     WHERE mark.person_id = tied.person_id AND mark.separation_id = tied.separation_id
   )
   DELETE FROM passerelle.case_member AS member USING tied WHERE member.person_id = tied.person_id`,
  `INSERT INTO passerelle.separated_case AS known (case_id, separation_id, former, guarded)
   SELECT DISTINCT member.case_id, mark.separation_id, true, false ${memberAs('separated_person')}
   JOIN passerelle.case_member AS other ON other.case_id = member.case_id
   JOIN passerelle.separated_former AS former
     ON former.person_id = other.person_id AND former.separation_id = mark.separation_id
   ON CONFLICT (case_id, separation_id) DO UPDATE SET former = true`,
  // A case from before the separation with people in it of whom nothing is known: of the former household, for all we know.
  `INSERT INTO passerelle.separated_case AS known (case_id, separation_id, former, guarded)
   SELECT DISTINCT member.case_id, mark.separation_id, true, true ${memberAs('separated_person')}
   JOIN passerelle.separation AS one ON one.id = mark.separation_id
   JOIN passerelle.source_case AS held ON held.id = member.case_id
   JOIN passerelle.import_run AS run ON run.id = held.first_run AND run.started_at < one.at
   WHERE EXISTS (
     SELECT FROM passerelle.case_member AS other WHERE other.case_id = member.case_id AND NOT EXISTS (
       SELECT FROM passerelle.separated_person AS own
       WHERE own.person_id = other.person_id AND own.separation_id = mark.separation_id))
   ON CONFLICT (case_id, separation_id) DO NOTHING`,
  `WITH tied AS (
     SELECT member.person_id, member.case_id, mark.separation_id ${memberAs('separated_person')}
     JOIN passerelle.separated_case AS known
       ON known.case_id = member.case_id AND known.separation_id = mark.separation_id AND known.former
   ), noted AS (
     UPDATE passerelle.separated_person AS mark SET legacy_case = tied.case_id FROM tied
     WHERE mark.person_id = tied.person_id AND mark.separation_id = tied.separation_id
   )
   DELETE FROM passerelle.case_member AS member USING tied WHERE member.person_id = tied.person_id`,
  // What is left are files of their own: where those live, they do.
  `INSERT INTO passerelle.separated_case AS known (case_id, separation_id, former, guarded)
   SELECT DISTINCT member.case_id, mark.separation_id, false, true ${memberAs('separated_person')}
   ON CONFLICT (case_id, separation_id) DO NOTHING`,
  // A mark of refusal remembers a household too.
  `UPDATE passerelle.withheld_person AS mark SET case_id = NULL
   FROM passerelle.separated_person AS own JOIN passerelle.separated_case AS known USING (separation_id)
   WHERE mark.person_id = own.person_id AND mark.case_id = known.case_id AND known.former`,
  // A rollback would bring the membership back.
  `UPDATE passerelle.import_undo AS copy SET before = copy.before || '{"case_id": null}'
   FROM passerelle.separated_person AS own JOIN passerelle.separated_case AS known USING (separation_id)
   WHERE copy.id = own.person_id AND copy.relation = 'case_member' AND known.former
     AND copy.before ->> 'case_id' = known.case_id::text`,
];

/**
 * Notes in which case an export shows a person who may not belong to it. $1 ids, $2 cases (null: in none).
 * @param table `separated_person` or `separated_former`
 */
export const noteLegacyCases = (table: 'separated_person' | 'separated_former'): string => `
  UPDATE passerelle.${table} AS mark SET legacy_case = given.case_id
  FROM unnest($1::uuid[], $2::uuid[]) AS given (person_id, case_id)
  WHERE mark.person_id = given.person_id AND mark.legacy_case IS DISTINCT FROM given.case_id
    AND (given.case_id IS NULL OR EXISTS (
      SELECT FROM passerelle.separated_case AS known
      WHERE known.case_id = given.case_id AND known.separation_id = mark.separation_id))`;

/**
 * Forgets pairs between protected persons and others, and has them scored again without their places. The pairs between records
 * of one protected person stay, and so does who they are. $1: ids of persons whose places were closed just now.
 */
export const FORGET_PLACES_IN_LINKS: readonly string[] = [
  `DELETE FROM passerelle.link_edge AS edge
   WHERE (edge.left_id = ANY ($1::uuid[]) OR edge.right_id = ANY ($1::uuid[]))
     AND NOT EXISTS (
       SELECT FROM passerelle.person_cluster AS one JOIN passerelle.person_cluster AS other USING (person_id)
       WHERE one.source_person_id = edge.left_id AND other.source_person_id = edge.right_id)`,
  `INSERT INTO passerelle.link_touched AS touched (person_id, rescore)
   SELECT id, true FROM unnest($1::uuid[]) AS given (id)
   WHERE EXISTS (SELECT FROM passerelle.link_person AS stored WHERE stored.person_id = given.id)
   ON CONFLICT (run_id, person_id) DO UPDATE SET rescore = true WHERE NOT touched.rescore`,
];

/** Whether some source persons are separated, and from which cases. $1: ids. */
export const FIND_SEPARATED_FROM = `
  SELECT own.separation_id::text AS id, own.person_id::text AS "personId", own.later,
         to_char(one.at AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS at, one.incident,
         ARRAY(SELECT known.case_id::text FROM passerelle.separated_case AS known
               WHERE known.separation_id = own.separation_id AND known.former ORDER BY 1) AS cases
  FROM passerelle.separated_person AS own JOIN passerelle.separation AS one ON one.id = own.separation_id
  WHERE own.person_id = ANY ($1::uuid[]) ORDER BY one.at, one.id, own.person_id`;

/** $1 id, $2 sealed values as JSON. */
export const SET_PLACE = `
  INSERT INTO passerelle.separated_place (person_id, at, sealed) VALUES ($1, clock_timestamp(), $2)
  ON CONFLICT (person_id) DO UPDATE SET at = excluded.at, sealed = excluded.sealed`;

/** The given places of some source persons, the latest first. $1: ids. */
export const FIND_PLACES = `
  SELECT place.person_id::text AS "personId", to_char(place.at AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS at, place.sealed
  FROM passerelle.separated_place AS place WHERE place.person_id = ANY ($1::uuid[])
  ORDER BY place.at DESC, place.person_id`;

/**
 * Sites of aid requests of separated persons are not kept: the site that follows them now lies sealed with their place. Answers
 * that are kept for repeated requests lose it too, and are answered without it.
 */
export const FORGET_AID_REQUEST_SITES: readonly string[] = [
  `UPDATE passerelle.aid_request SET site = NULL
   WHERE site IS NOT NULL AND person_id IN (SELECT person_id FROM passerelle.separated_person)`,
  `UPDATE passerelle.kept_answer SET body = jsonb_set(body::jsonb, '{site}', 'null')::text
   WHERE person_id IN (SELECT person_id FROM passerelle.separated_person)
     AND starts_with(body, '{') AND body::jsonb ->> 'site' IS NOT NULL`,
];
