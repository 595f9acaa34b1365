/** What is known of the persons that acts and aids refer to. $1: ids; the answer names them by position. */
export const FIND_PERSONS = `
  SELECT given.n::int AS n, withheld.person_id IS NOT NULL AS withheld
  FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, n)
  LEFT JOIN passerelle.source_person AS person ON person.id = given.id
  LEFT JOIN passerelle.withheld_person AS withheld ON withheld.person_id = given.id
  WHERE person.id IS NOT NULL OR withheld.person_id IS NOT NULL`;
