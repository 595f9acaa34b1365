/**
 * What is known of the persons that acts and aids refer to. $1: ids; the answer names them by position. $2: run. Whoever it is
 * that returned by this very run is still withheld by it, in whichever order its chunks land: the next import brings them whole.
 */
export const FIND_PERSONS = `
  SELECT given.n::int AS n, person.id IS NULL OR withheld.person_id IS NOT NULL AS withheld
  FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, n)
  LEFT JOIN passerelle.source_person AS person ON person.id = given.id
  LEFT JOIN passerelle.withheld_person AS withheld ON withheld.person_id = given.id
  LEFT JOIN passerelle.returned_person AS returned ON returned.person_id = given.id AND returned.run_id = $2
  WHERE person.id IS NOT NULL OR withheld.person_id IS NOT NULL OR returned.person_id IS NOT NULL`;
