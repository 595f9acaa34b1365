import { contactRows, dated, datedRows, type DatedRows } from './contact-dates.sql.js';

/** What counts as a contact with a person: `lastContact` of retention.yml. */
export interface ContactRule {
  /** Unified dates that count as a contact. */
  readonly dates: readonly string[];
  /** Asked only for a person of whom no such date is known. */
  readonly otherwise: readonly string[];
  /** Whether a contact with one member of a case counts for all of them. */
  readonly household: boolean;
}

const daysOf = (all: readonly DatedRows[], scoped: boolean): string =>
  all.length === 0
    ? 'SELECT NULL::uuid AS id, NULL::date AS day WHERE false'
    : all
        .map(
          (rows) => `
    SELECT ${rows.person} AS id, ${rows.day} AS day FROM passerelle.${rows.table} AS held ${rows.join}
    WHERE ${dated(rows, `${rows.day} <= $1::date + $2::interval`)}${scoped ? ` AND ${rows.person} = ANY ($4::uuid[])` : ''}`,
        )
        .join(' UNION ALL ');

/**
 * Common table expressions that end in `owner` (source person `id`, linked person `person_id`) and `latest` (one row for each
 * linked person: `day` of the last contact, null where none is known; `due_on`, when its period is over; `planned`, whether a
 * contact is written for the days to come that are announced ahead). A day further ahead is a slip of the pen.
 * $1 today, $2 how long ahead is announced, $3 period; with `scoped` $4: source persons to look at, which must be whole
 * persons and whole households.
 */
export const lastContacts = ({ dates, otherwise, household }: ContactRule, scoped: boolean): string => `
  owner AS (
    SELECT person.id, coalesce(cluster.person_id, person.id) AS person_id
    FROM passerelle.source_person AS person
    LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
    ${scoped ? 'WHERE person.id = ANY ($4::uuid[])' : ''}),
  contact AS (
    SELECT id, max(day) FILTER (WHERE day <= $1::date) AS day, bool_or(day > $1::date) AS planned
    FROM (${daysOf(contactRows(dates), scoped)}) AS each_day GROUP BY id),
  fallback AS (
    SELECT id, max(day) FILTER (WHERE day <= $1::date) AS day
    FROM (${daysOf(otherwise.flatMap(datedRows), scoped)}) AS each_day GROUP BY id),
  own AS (
    SELECT owner.person_id, max(contact.day) AS day, max(fallback.day) AS other_day,
           coalesce(bool_or(contact.planned), false) AS planned
    FROM owner LEFT JOIN contact USING (id) LEFT JOIN fallback USING (id) GROUP BY owner.person_id),
  shared AS (
    SELECT member.case_id, max(own.day) AS day, bool_or(own.planned) AS planned
    FROM passerelle.case_member AS member JOIN owner ON owner.id = member.person_id
    JOIN own ON own.person_id = owner.person_id
    WHERE ${household ? 'true' : 'false'} GROUP BY member.case_id),
  housed AS (
    SELECT owner.person_id, max(shared.day) AS day, bool_or(shared.planned) AS planned
    FROM shared JOIN passerelle.case_member AS member ON member.case_id = shared.case_id
    JOIN owner ON owner.id = member.person_id GROUP BY owner.person_id),
  latest AS (
    SELECT known.person_id, known.day, (known.day + $3::interval)::date AS due_on, known.planned
    FROM (
      SELECT own.person_id, greatest(coalesce(own.day, own.other_day), housed.day) AS day,
             own.planned OR coalesce(housed.planned, false) AS planned
      FROM own LEFT JOIN housed ON housed.person_id = own.person_id) AS known)`;
