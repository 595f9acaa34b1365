/**
 * A household of which nobody is left keeps no address and no circumstances: the file itself is no way around an erasure or a
 * refusal. Its row stays, with its dates (docs/decisions/0009).
 * @param which a condition on `household`
 */
export const eraseHouseholds = (which: string): string => `
  UPDATE passerelle.source_case AS household SET
    address_line = NULL, address_extra = NULL, postcode = NULL, town = NULL,
    family_context = NULL, children_count = NULL, housing_type = NULL, sealed = NULL
  WHERE ${which}
    AND NOT EXISTS (SELECT FROM passerelle.case_member AS member WHERE member.case_id = household.id)
    AND num_nonnulls(household.address_line, household.address_extra, household.postcode, household.town,
                     household.family_context, household.children_count, household.housing_type, household.sealed) > 0`;

/** The cases of persons, as they stand or as a mark remembers them. $1: ids. */
export const FIND_HOUSEHOLDS = `
  SELECT case_id::text AS id FROM passerelle.case_member WHERE person_id = ANY ($1::uuid[])
  UNION SELECT case_id::text FROM passerelle.withheld_person WHERE person_id = ANY ($1::uuid[]) AND case_id IS NOT NULL
  UNION SELECT known.case_id::text FROM passerelle.separated_case AS known
        JOIN passerelle.separated_person AS own USING (separation_id)
        WHERE own.person_id = ANY ($1::uuid[]) AND known.guarded`;

/** Copies of emptied households as earlier runs found them, which a rollback would bring back. $1: ids of cases. */
export const ERASE_HOUSEHOLD_COPIES = `
  DELETE FROM passerelle.import_undo AS copy
  WHERE copy.relation = 'source_case' AND copy.id = ANY ($1::uuid[])
    AND NOT EXISTS (SELECT FROM passerelle.case_member AS member WHERE member.case_id = copy.id)`;
