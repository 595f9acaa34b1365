import { type ColumnSpec, type Entity, HISTORY_COLUMNS, RECTIFIABLE_COLUMNS, UNIFIED_COLUMNS } from '#libs/domain';

/** A table of the store that holds unified fields. */
export interface EntityTable {
  readonly table: string;
  readonly entity: Entity;
  readonly columns: readonly ColumnSpec[];
}

/** The tables of the store that hold unified fields, and their columns that do. */
export const ENTITY_TABLES: readonly EntityTable[] = [
  { table: 'source_case', entity: 'case', columns: UNIFIED_COLUMNS.case },
  { table: 'source_person', entity: 'person', columns: UNIFIED_COLUMNS.person },
  { table: 'rectified_person', entity: 'person', columns: RECTIFIABLE_COLUMNS },
  { table: 'professional_act', entity: 'professionalAct', columns: UNIFIED_COLUMNS.professionalAct },
  { table: 'aid', entity: 'aid', columns: UNIFIED_COLUMNS.aid },
  { table: 'aid_decision', entity: 'aid', columns: HISTORY_COLUMNS.decision },
  { table: 'aid_payment', entity: 'aid', columns: HISTORY_COLUMNS.payment },
];
