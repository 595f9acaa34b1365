/** Which case each person belongs to now. $1 persons, $2 cases (null: none), $3 run. What changes goes to the undo log. */
export const KEEP_MEMBERS = `
  INSERT INTO passerelle.import_undo (run_id, relation, id, before)
  SELECT $3, 'case_member', given.person_id,
         jsonb_build_object('person_id', given.person_id, 'case_id', member.case_id)
  FROM unnest($1::uuid[], $2::uuid[]) AS given (person_id, case_id)
  LEFT JOIN passerelle.case_member AS member ON member.person_id = given.person_id
  WHERE member.case_id IS DISTINCT FROM given.case_id`;

export const REMOVE_MEMBERS = `
  DELETE FROM passerelle.case_member AS member
  USING unnest($1::uuid[], $2::uuid[]) AS given (person_id, case_id)
  WHERE member.person_id = given.person_id AND given.case_id IS NULL`;

export const SET_MEMBERS = `
  INSERT INTO passerelle.case_member AS member (person_id, case_id)
  SELECT given.person_id, given.case_id
  FROM unnest($1::uuid[], $2::uuid[]) AS given (person_id, case_id)
  WHERE given.case_id IS NOT NULL
  ON CONFLICT (person_id) DO UPDATE SET case_id = excluded.case_id
  WHERE member.case_id IS DISTINCT FROM excluded.case_id`;
