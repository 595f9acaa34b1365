import type { Entity } from '#libs/domain';
import { ENTITY_TABLES } from '../entity-tables.js';

/** How the rows of each table that holds unified fields lead to source persons, as `row` and a join. */
const HOLDERS: Readonly<Record<string, { readonly person: string; readonly join: string }>> = {
  source_case: {
    person: 'member.person_id',
    join: 'JOIN passerelle.case_member AS member ON member.case_id = held.id',
  },
  source_person: { person: 'held.id', join: '' },
  professional_act: { person: 'held.person_id', join: '' },
  aid: { person: 'held.person_id', join: '' },
  aid_decision: { person: 'aid.person_id', join: 'JOIN passerelle.aid AS aid ON aid.id = held.aid_id' },
  aid_payment: { person: 'aid.person_id', join: 'JOIN passerelle.aid AS aid ON aid.id = held.aid_id' },
};

interface Held {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Tables and columns that hold a field; `dates`: those columns only that are days. */
const heldIn = (entity: Entity, field: string, dates: boolean): readonly Held[] =>
  ENTITY_TABLES.filter((one) => one.entity === entity)
    .map(({ table, columns }) => ({
      table,
      columns: columns
        .filter((column) => column.field === field && (!dates || column.type === 'date'))
        .map(({ column }) => column),
    }))
    .filter(({ columns }) => columns.length > 0);

const from = ({ table }: Held): string => `FROM passerelle.${table} AS held ${HOLDERS[table]?.join ?? ''}`;
const personOf = ({ table }: Held): string => HOLDERS[table]?.person ?? 'NULL';

/** Persons with a value in any column of a field, each counted once whatever the number of their records. */
export const countHolders = (entity: Entity, field: string): string => {
  const rows = heldIn(entity, field, false).map(
    (held) =>
      `SELECT ${personOf(held)} AS id ${from(held)} WHERE num_nonnulls(${held.columns.map((name) => `held.${name}`).join(', ')}) > 0`,
  );
  return `
    SELECT count(DISTINCT coalesce(cluster.person_id, holder.id))::int AS persons
    FROM (${rows.join(' UNION ALL ')}) AS holder
    LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = holder.id`;
};

/** Every day of the given fields with its source person; a day to come is a slip, not a contact. */
const daysOf = (fields: readonly string[]): string => {
  const rows = fields.flatMap((name) => {
    const [entity = '', field = ''] = name.split('.');
    return heldIn(entity as Entity, field, true).flatMap((held) =>
      held.columns.map((column) => `SELECT ${personOf(held)} AS id, held.${column} AS day ${from(held)}`),
    );
  });
  const all = rows.length === 0 ? 'SELECT NULL::uuid AS id, NULL::date AS day' : rows.join(' UNION ALL ');
  return `SELECT id, max(day) AS day FROM (${all}) AS each_day WHERE day <= current_date GROUP BY id`;
};

/**
 * Persons whose last contact is further back than a period, and persons of whom no day is known at all. $1: the period.
 * @param household whether a contact with one member of a case counts for all of them
 */
export const countDue = (dates: readonly string[], otherwise: readonly string[], household: boolean): string => `
  WITH contact AS (${daysOf(dates)}), fallback AS (${daysOf(otherwise)}),
  owner AS (
    SELECT person.id, coalesce(cluster.person_id, person.id) AS person_id
    FROM passerelle.source_person AS person
    LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id),
  own AS (
    SELECT owner.person_id, max(contact.day) AS day, max(fallback.day) AS other_day
    FROM owner LEFT JOIN contact USING (id) LEFT JOIN fallback USING (id) GROUP BY owner.person_id),
  shared AS (
    SELECT member.case_id, max(own.day) AS day
    FROM passerelle.case_member AS member JOIN owner ON owner.id = member.person_id
    JOIN own ON own.person_id = owner.person_id
    WHERE ${household ? 'true' : 'false'} GROUP BY member.case_id),
  latest AS (
    SELECT own.person_id, coalesce(greatest(max(own.day), max(shared.day)), max(own.other_day)) AS day
    FROM own JOIN owner ON owner.person_id = own.person_id
    LEFT JOIN passerelle.case_member AS member ON member.person_id = owner.id
    LEFT JOIN shared ON shared.case_id = member.case_id GROUP BY own.person_id)
  SELECT count(*) FILTER (WHERE day < current_date - $1::interval)::int AS due,
         count(*) FILTER (WHERE day IS NULL)::int AS undated
  FROM latest`;

/** Persons with a payment further back than a period. $1: the period. */
export const COUNT_PAID = `
  SELECT count(DISTINCT coalesce(cluster.person_id, aid.person_id))::int AS due, 0 AS undated
  FROM passerelle.aid_payment AS payment JOIN passerelle.aid AS aid ON aid.id = payment.aid_id
  LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = aid.person_id
  WHERE payment.paid_on < current_date - $1::interval`;
