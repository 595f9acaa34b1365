import { type ContactRule, lastContacts } from './retention-contacts.sql.js';

/**
 * Persons by site and by the month in which their period is over (null: no day is known), as far ahead as asked; whoever has
 * records at two sites counts at each. $1 day from which to look, $2 how long ahead is announced, $3 period, $4 last day,
 * $5 site or null.
 */
export const lookAhead = (rule: ContactRule): string => `
  WITH ${lastContacts(rule, false)}
  SELECT site.code AS site, CASE WHEN latest.due_on < $1::date THEN 'over' ELSE to_char(latest.due_on, 'YYYY-MM') END AS month,
         count(DISTINCT latest.person_id)::int AS persons
  FROM latest JOIN owner ON owner.person_id = latest.person_id
  JOIN passerelle.source_person AS person ON person.id = owner.id
  JOIN passerelle.site AS site ON site.id = person.site_id
  WHERE (latest.due_on IS NULL OR latest.due_on <= $4::date) AND ($5::text IS NULL OR site.code = $5)
  GROUP BY 1, 2 ORDER BY 1, 2 NULLS LAST`;

/** Records of persons of whom no day is known, by address: no name, nothing of what they hold. Parameters as above. */
export const findUndated = (rule: ContactRule): string => `
  WITH ${lastContacts(rule, false)}
  SELECT latest.person_id::text AS "personId", system.code AS system, site.code AS site, person.source_key AS "sourceId"
  FROM latest JOIN owner ON owner.person_id = latest.person_id
  JOIN passerelle.source_person AS person ON person.id = owner.id
  JOIN passerelle.site AS site ON site.id = person.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  WHERE latest.due_on IS NULL AND ($4::date IS NOT NULL) AND ($5::text IS NULL OR site.code = $5)
  ORDER BY 3, 2, 4`;
