import type { Entity } from '#libs/domain';
import { type ContactRule, lastContacts } from '#libs/store';
import { ENTITY_TABLES } from '../entity-tables.js';

/** How the rows of each table that holds unified fields lead to source persons, as `row` and a join. */
const HOLDERS: Readonly<Record<string, { readonly person: string; readonly join: string }>> = {
  source_case: {
    person: 'member.person_id',
    join: 'JOIN passerelle.case_member AS member ON member.case_id = held.id',
  },
  source_person: { person: 'held.id', join: '' },
  rectified_person: { person: 'held.person_id', join: '' },
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

/**
 * Persons whose period is over, and persons of whom no day is known at all, as the nightly run counts them.
 * $1 today, $2 how long ahead is announced, $3 the period.
 */
export const countDue = (rule: ContactRule): string => `
  WITH ${lastContacts(rule, false)}
  SELECT count(*) FILTER (WHERE due_on < $1::date)::int AS due, count(*) FILTER (WHERE due_on IS NULL)::int AS undated
  FROM latest`;

/** Persons with a payment further back than a period. $1 today, $2 how long ahead is announced, $3 the period. */
export const COUNT_PAID = `
  SELECT count(DISTINCT coalesce(cluster.person_id, aid.person_id))::int AS due, 0 AS undated
  FROM passerelle.aid_payment AS payment JOIN passerelle.aid AS aid ON aid.id = payment.aid_id
  LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = aid.person_id
  WHERE payment.paid_on + $3::interval < $1::date AND $2::interval IS NOT NULL`;
