/**
 * Source persons who were born on a day, by what stands of them today. A date that says only the year or the month is no day.
 * $1: day.
 */
export const FIND_BORN_ON = `
  WITH held AS (
    SELECT id FROM passerelle.source_person WHERE birth_date = $1::date
    UNION SELECT person_id FROM passerelle.rectified_person WHERE birth_date = $1::date)
  SELECT person.id::text AS id, coalesce(cluster.person_id, person.id)::text AS "personId", site.code AS site,
         person.birth_name AS "birthName", person.usage_name AS "usageName", person.given_names AS "givenNames",
         person.sex, person.postcode
  FROM held JOIN passerelle.current_person AS person ON person.id = held.id
  JOIN passerelle.site AS site ON site.id = person.site_id
  LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
  WHERE person.birth_date = $1::date AND person.birth_precision = 'day'
  ORDER BY person.id`;

/** Given names that somebody bears, each as its source wrote it. */
export const LIST_GIVEN_NAMES = `
  SELECT DISTINCT given_names AS "givenNames" FROM passerelle.source_person WHERE given_names IS NOT NULL`;
