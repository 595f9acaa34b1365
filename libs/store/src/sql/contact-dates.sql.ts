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

/** Days that rows of a table hold, and the unified date that they are. */
export interface DatedRows extends Holder {
  readonly name: string;
  /** In terms of `held`. */
  readonly day: string;
  /** Which rows count, in terms of `held`; null: all of them. */
  readonly only: string | null;
}

/** A contact that no export shows, as somebody noted it here: it counts beside whatever dates the policies name. */
const NOTED: DatedRows = {
  name: 'noted',
  table: 'noted_contact',
  person: 'held.person_id',
  join: '',
  day: 'held.day',
  only: null,
};

const MOVE = {
  table: 'aid_request_move',
  person: 'request.person_id',
  join: 'JOIN passerelle.aid_request AS request ON request.id = held.aid_request_id',
} as const;
const MOVED_ON = `(held.at AT TIME ZONE 'Europe/Paris')::date`;

/** What a person does about an aid through the gateway is a contact, whatever the policies say of imported dates. */
const ASKED: readonly DatedRows[] = [
  {
    ...{ name: 'aidRequest', table: 'aid_request', person: 'held.person_id', join: '' },
    ...{ day: 'held.requested_on', only: 'held.person_id IS NOT NULL' },
  },
  {
    ...{ ...MOVE, name: 'aidRequest', day: MOVED_ON },
    only: `held.status IN ('draft', 'submitted', 'appealed', 'cancelled') AND request.person_id IS NOT NULL`,
  },
];

/** Decisions and payments of the gateway count where those of imported aids do. */
const DECIDED: Readonly<Record<string, DatedRows>> = {
  'aid.outcome': {
    ...{ ...MOVE, name: 'aid.outcome', day: MOVED_ON },
    only: `held.status IN ('granted', 'partly_granted', 'refused') AND request.person_id IS NOT NULL`,
  },
  'aid.payment': {
    ...{ ...MOVE, name: 'aid.payment', day: `coalesce(held.paid_on, ${MOVED_ON})` },
    only: `held.status = 'paid' AND request.person_id IS NOT NULL`,
  },
};

/**
 * Rows that hold one of some unified dates, `professionalAct.occurredOn`, the contacts that were noted here, and what was asked
 * for through the gateway.
 */
export const contactRows = (names: readonly string[]): readonly DatedRows[] => [
  ...names.flatMap((name) => [...datedRows(name), ...(DECIDED[name] === undefined ? [] : [DECIDED[name]])]),
  NOTED,
  ...ASKED,
];

/** A condition on the rows: those that count, of which `more` holds. */
export const dated = ({ only }: DatedRows, more: string): string => (only === null ? more : `${only} AND ${more}`);

/** Rows of imports that hold a unified date; an aid's decisions and payments lie in its history too. */
export const datedRows = (name: string): readonly DatedRows[] => {
  const [entity = '', field = ''] = name.split('.');
  const holder = HOLDERS[entity as Entity];
  const days = (columns: readonly ColumnSpec[]): readonly string[] =>
    columns.filter((one) => one.field === field && one.type === 'date').map(({ column }) => column);
  const own = days(UNIFIED_COLUMNS[entity as Entity]).map((column) => ({
    name,
    ...holder,
    day: `held.${column}`,
    only: null,
  }));
  if (entity !== 'aid') return own;
  const history = (['decision', 'payment'] as const).flatMap((kind) =>
    days(HISTORY_COLUMNS[kind]).map((column) => ({
      name,
      table: `aid_${kind}`,
      person: 'aid.person_id',
      join: 'JOIN passerelle.aid AS aid ON aid.id = held.aid_id',
      day: `held.${column}`,
      only: null,
    })),
  );
  return [...own, ...history];
};
