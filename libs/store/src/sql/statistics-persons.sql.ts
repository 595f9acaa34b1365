/**
 * Source persons whom no table may place: their person is left out of whatever tells a site. The one seam for that: what else
 * protects somebody is one more UNION here.
 */
export const UNPLACED_PERSONS = `
  SELECT person_id FROM passerelle.restricted_person
  UNION SELECT person_id FROM passerelle.separated_person
  UNION SELECT person_id FROM passerelle.retention_hold WHERE archived_on IS NOT NULL`;

/**
 * Persons with what they are counted by, each once, however many source persons each has. Rows that a full export no longer
 * holds, and whoever is withheld, are not counted. $1: systems in the order in which they are believed.
 * @param values SQL of each dimension over `person` and `household`; the freshest record that says something counts
 */
export const countedPersons = (values: readonly string[]): string => `
  unplaced AS MATERIALIZED (${UNPLACED_PERSONS}),
  record AS MATERIALIZED (
    SELECT coalesce(cluster.person_id, person.id) AS person_id, person.site_id, unplaced.person_id IS NOT NULL AS unplaced,
           coalesce(person.source_updated_on, '-infinity'::date) AS updated,
           coalesce(array_position($1::text[], system.code::text), 99) AS rank
           ${values.map((value, at) => `, ${value} AS d${String(at)}`).join('')}
    FROM passerelle.source_person AS person
    JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
    JOIN passerelle.source_system AS system ON system.id = source_table.system_id
    LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
    LEFT JOIN passerelle.case_member AS member ON member.person_id = person.id
    LEFT JOIN passerelle.source_case AS household ON household.id = member.case_id
    LEFT JOIN unplaced ON unplaced.person_id = person.id
    WHERE person.absent_run IS NULL
      AND NOT EXISTS (SELECT FROM passerelle.withheld_person AS mark WHERE mark.person_id = person.id)
  ),
  counted AS MATERIALIZED (
    SELECT person_id, bool_or(unplaced) AS unplaced, array_agg(DISTINCT site_id) AS sites
           ${values.map((_, at) => `, ${firstSaid(at)} AS d${String(at)}`).join('')}
    FROM record GROUP BY person_id
  )`;

const firstSaid = (at: number): string =>
  `(array_agg(d${String(at)} ORDER BY updated DESC, rank, d${String(at)}) FILTER (WHERE d${String(at)} IS NOT NULL))[1]`;
