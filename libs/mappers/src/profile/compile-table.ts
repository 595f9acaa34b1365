import type { Entity, HistoryKind, WithheldReason } from '#libs/domain';
import type { ValueFault } from '../readers/value-reader.js';
import { type ColumnWriter, compileWriter, type ProfileWords } from './column-writer.js';
import { compileHistory, type HistoryColumn, type HistoryWriter } from './history-writer.js';
import type { ColumnDocument, ProfileDocument, ReferenceDocument, TableDocument } from './profile-document.js';
import { ProfileFault } from './profile-fault.js';

/** Whether the policy lets a unified field of an entity be read at all. */
export type Keeps = (entity: Entity, field: string) => boolean;

/** A column that feeds a field, ready to run. `slot` is its position among the materialised columns. */
export interface FieldPlan {
  readonly name: string;
  readonly slot: number;
  /** Slot of the column to read instead when this one is empty, or -1. */
  readonly fallback: number;
  readonly write: ColumnWriter;
}

/** Where a record finds the person or case that it belongs to. */
export type ReferencePlan =
  | {
      readonly via: 'column';
      readonly slot: number;
      readonly name: string;
      readonly table: string;
      readonly none: ReadonlySet<string>;
    }
  | { readonly via: 'enclosing'; readonly table: string }
  | { readonly via: 'applicant'; readonly table: string };

export interface TablePlan {
  readonly table: string;
  readonly entity: Entity;
  /** Materialised columns, in slot order, by the profile's names. */
  readonly columns: readonly string[];
  /** Those of them that repeat inside a record. */
  readonly repeated: ReadonlySet<string>;
  readonly key: { readonly slot: number; readonly name: string };
  readonly person: ReferencePlan | null;
  readonly case: ReferencePlan | null;
  readonly withheld: {
    readonly slot: number;
    readonly name: string;
    readonly reason: WithheldReason;
    readonly read: (raw: string) => boolean | null | ValueFault;
  } | null;
  readonly rank: { readonly slot: number } | null;
  readonly fields: readonly FieldPlan[];
  readonly history: Readonly<Partial<Record<HistoryKind, HistoryWriter>>> | null;
  /** The birth column and the rule for 1 January, where the profile leaves it to the file. */
  readonly births: { readonly name: string; readonly yearOnlyAbove: number } | null;
  /** Whether 1 January always stands for "year only". */
  readonly firstOfJanuaryIsYearOnly: boolean;
}

/** Hands out slots: each column once, in the order of first use. */
class Slots {
  readonly names: string[] = [];

  of(name: string): number {
    const known = this.names.indexOf(name);
    return known >= 0 ? known : this.names.push(name) - 1;
  }
}

const isField = (column: ColumnDocument): column is Extract<ColumnDocument, { readonly field: string }> =>
  typeof column === 'object' && 'field' in column;
const isHistory = (column: ColumnDocument): column is HistoryColumn =>
  typeof column === 'object' && 'history' in column;

const HISTORY_FIELD = { decision: 'outcome', payment: 'payment' } as const;

export const compileTable = (profile: ProfileDocument, words: ProfileWords, table: string, keeps: Keeps): TablePlan => {
  const document = profile.tables[table];
  const path = ['tables', table];
  if (document === undefined || document.columns === 'all')
    throw new ProfileFault(path, 'profile.read-only', { table });
  const entity = document.makes;
  if (entity === undefined || document.key === undefined) throw new ProfileFault(path, 'profile.no-key', { table });
  const slots = new Slots();
  const key = { slot: slots.of(document.key), name: document.key };
  const person = referencePlan(profile, document.person, slots, [...path, 'person']);
  const inCase = referencePlan(profile, document.case, slots, [...path, 'case']);
  if ((entity === 'professionalAct' || entity === 'aid') && person === null) {
    throw new ProfileFault(path, 'profile.no-person', { table });
  }
  const withheld = withheldPlan(document, words, slots, path);
  const columns = Object.entries(document.columns).map(([name, column]) => ({
    name,
    column,
    path: [...path, 'columns', name],
  }));
  const rank = columns.find(({ column }) => typeof column === 'object' && 'rank' in column);
  const fields = columns.flatMap(({ name, column, path: at }) => {
    if (!isField(column)) return [];
    const write = compileWriter(words, entity, column, at);
    if (!keeps(entity, column.field)) return [];
    const fallback = 'whenEmpty' in column && column.whenEmpty !== undefined ? slots.of(column.whenEmpty) : -1;
    return [{ name, slot: slots.of(name), fallback, write }];
  });
  const history = historyPlans(words, entity, columns, keeps, slots);
  return {
    table,
    entity,
    key,
    person,
    case: inCase,
    withheld,
    rank: rank === undefined ? null : { slot: slots.of(rank.name) },
    fields,
    history,
    ...birthRule(document, words, entity, keeps, path),
    columns: slots.names,
    repeated: new Set(
      columns.filter(({ column }) => isHistory(column) && column.repeated === true).map(({ name }) => name),
    ),
  };
};

const referencePlan = (
  profile: ProfileDocument,
  reference: ReferenceDocument | undefined,
  slots: Slots,
  path: readonly string[],
): ReferencePlan | null => {
  if (reference === undefined) return null;
  const table =
    'column' in reference ? reference.table : 'enclosing' in reference ? reference.enclosing : reference.applicant;
  if (profile.tables[table] === undefined) throw new ProfileFault(path, 'profile.unknown-table', { name: table });
  if ('column' in reference) {
    const { column, none = [] } = reference;
    return { via: 'column', slot: slots.of(column), name: column, table, none: new Set(none) };
  }
  return { via: 'enclosing' in reference ? 'enclosing' : 'applicant', table };
};

const withheldPlan = (
  document: TableDocument,
  words: ProfileWords,
  slots: Slots,
  path: readonly string[],
): TablePlan['withheld'] => {
  if (document.withheld === undefined) return null;
  const { column, read, reason } = document.withheld;
  return { slot: slots.of(column), name: column, reason, read: words.flag(read, [...path, 'withheld', 'read']) };
};

const historyPlans = (
  words: ProfileWords,
  entity: Entity,
  columns: readonly { readonly name: string; readonly column: ColumnDocument; readonly path: readonly string[] }[],
  keeps: Keeps,
  slots: Slots,
): TablePlan['history'] => {
  if (entity !== 'aid') return null;
  const plans: Partial<Record<HistoryKind, HistoryWriter>> = {};
  for (const kind of ['decision', 'payment'] as const) {
    const parts = columns.flatMap(({ name, column, path }) =>
      isHistory(column) && column.history === kind && keeps('aid', HISTORY_FIELD[kind])
        ? [{ name, column, path, slot: slots.of(name) }]
        : [],
    );
    if (parts.length > 0) plans[kind] = compileHistory(words, kind, parts);
  }
  return plans;
};

const birthRule = (
  document: TableDocument,
  words: ProfileWords,
  entity: Entity,
  keeps: Keeps,
  path: readonly string[],
): Pick<TablePlan, 'births' | 'firstOfJanuaryIsYearOnly'> => {
  const none = { births: null, firstOfJanuaryIsYearOnly: false };
  if (document.columns === 'all' || !keeps(entity, 'birthDate')) return none;
  const column = Object.entries(document.columns).find(([, c]) => isField(c) && c.field === 'birthDate');
  if (column === undefined || !isField(column[1]) || !('read' in column[1])) return none;
  const reader = words.reader(column[1].read, path);
  if (reader.kind !== 'birthDate' || reader.firstOfJanuary === undefined) return none;
  if (typeof reader.firstOfJanuary === 'string') {
    return { births: null, firstOfJanuaryIsYearOnly: reader.firstOfJanuary === 'yearOnly' };
  }
  return {
    births: { name: column[0], yearOnlyAbove: reader.firstOfJanuary.yearOnlyAbove },
    firstOfJanuaryIsYearOnly: false,
  };
};
