import { type ColumnSpec, type Entity, HISTORY_COLUMNS, HISTORY_KINDS, UNIFIED_COLUMNS } from '#libs/domain';

/** Columns that hold a unified field, those of an aid's history included. */
export const columnsOfField = (entity: Entity, field: string): readonly ColumnSpec[] => [
  ...UNIFIED_COLUMNS[entity].filter((column) => column.field === field),
  ...(entity === 'aid'
    ? HISTORY_KINDS.flatMap((kind) => HISTORY_COLUMNS[kind].filter((column) => column.field === field))
    : []),
];
