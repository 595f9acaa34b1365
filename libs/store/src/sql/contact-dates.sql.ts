import { type ColumnSpec, type Entity, HISTORY_COLUMNS, UNIFIED_COLUMNS } from '#libs/domain';

/** How the rows of a table lead to the source persons that they are about. */
export interface Holder {
  readonly table: string;
  /** The source person, in terms of `held` and the join. */
  readonly person: string;
  readonly join: string;
}

/** How the rows of an entity lead to the source persons that they are about. */
export const HOLDERS: Readonly<Record<Entity, Holder>> = {
  case: {
    table: 'source_case',
    person: 'member.person_id',
    join: 'JOIN passerelle.case_member AS member ON member.case_id = held.id',
  },
  person: { table: 'source_person', person: 'held.id', join: '' },
  professionalAct: { table: 'professional_act', person: 'held.person_id', join: '' },
  aid: { table: 'aid', person: 'held.person_id', join: '' },
};

/** A column of days and the unified date that it is. */
export interface DatedColumn extends Holder {
  readonly name: string;
  readonly column: string;
}

/** A contact that no export shows, as somebody noted it here: it counts beside whatever dates the policies name. */
const NOTED: DatedColumn = {
  name: 'noted',
  table: 'noted_contact',
  person: 'held.person_id',
  join: '',
  column: 'day',
};

/** Every column that holds one of some unified dates, `professionalAct.occurredOn`, and the contacts that were noted here. */
export const contactColumns = (names: readonly string[]): readonly DatedColumn[] => [
  ...names.flatMap(datedColumns),
  NOTED,
];

/** Every column that holds a unified date; an aid's decisions and payments lie in its history too. */
export const datedColumns = (name: string): readonly DatedColumn[] => {
  const [entity = '', field = ''] = name.split('.');
  const holder = HOLDERS[entity as Entity];
  const days = (columns: readonly ColumnSpec[]): readonly string[] =>
    columns.filter((one) => one.field === field && one.type === 'date').map(({ column }) => column);
  const own = days(UNIFIED_COLUMNS[entity as Entity]).map((column) => ({ name, ...holder, column }));
  if (entity !== 'aid') return own;
  const history = (['decision', 'payment'] as const).flatMap((kind) =>
    days(HISTORY_COLUMNS[kind]).map((column) => ({
      name,
      table: `aid_${kind}`,
      person: 'aid.person_id',
      join: 'JOIN passerelle.aid AS aid ON aid.id = held.aid_id',
      column,
    })),
  );
  return [...own, ...history];
};
