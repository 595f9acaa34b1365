import { HISTORY_COLUMNS, HISTORY_KINDS, type HistoryKind, type Minimised, type StoreRow } from '#libs/domain';
import xxhash from 'xxhash-wasm';
import { copyValues, escapeCopy, NULL } from './copy-text.js';
import { ENTITY_TABLES } from './entity-table.js';

/** Where a chunk's rows belong. */
export interface Landing {
  readonly runId: number;
  readonly fileId: number;
  readonly siteId: number;
  readonly tableId: number;
}

/** A row with the text of its content and the hash of that: enough to tell whether anything has changed. */
export interface HashedRow {
  /** The export's table. */
  readonly table: string;
  readonly row: Minimised<StoreRow>;
  /** The unified columns as COPY takes them. */
  readonly values: string;
  /** Signed 64-bit decimal of xxHash64 over the minimised content, as the database holds it. */
  readonly hash: string;
}

export type RowHasher = (table: string, row: Minimised<StoreRow>) => HashedRow;

/** Makes the function that hashes rows; asynchronous because the hash is compiled from WebAssembly once. */
export const createRowHasher = async (): Promise<RowHasher> => {
  const hasher = await xxhash();
  return (table, row) => {
    const values = copyValues(ENTITY_TABLES[row.entity].unified, row.values);
    const content = `${values}\t${row.caseId ?? row.personId ?? ''}${historyText(row)}`;
    return { table, row, values, hash: BigInt.asIntN(64, hasher.h64(content)).toString() };
  };
};

/** The COPY line of a row, in the order of its table's columns. */
export const rowLine = ({ row, values, hash }: HashedRow, { runId, fileId, siteId, tableId }: Landing): string => {
  const reference = ENTITY_TABLES[row.entity].hasPerson ? `\t${row.personId ?? NULL}` : '';
  const { record, byteOffset, byteLength } = row.address;
  return (
    `${row.id}\t${siteId}\t${tableId}\t${escapeCopy(row.sourceKey)}${reference}\t${values}\t${hash}\t${fileId}` +
    `\t${record}\t${byteOffset}\t${byteLength}\t${runId}\t${runId}\t${NULL}\n`
  );
};

const historyText = ({ history }: StoreRow): string => {
  if (history === null) return '';
  return HISTORY_KINDS.map(
    (kind) => `\u0001${history[kind].map((entry) => copyValues(HISTORY_COLUMNS[kind], entry)).join('\u0002')}`,
  ).join('');
};

/** COPY lines of a history kind (aid_decision, aid_payment) for the given aids. */
export const historyLines = (kind: HistoryKind, rows: readonly HashedRow[], runId: number): string[] =>
  rows.flatMap(({ row }) =>
    (row.history?.[kind] ?? []).map(
      (entry, ordinal) => `${row.id}\t${ordinal}\t${copyValues(HISTORY_COLUMNS[kind], entry)}\t${runId}\t${NULL}\n`,
    ),
  );

export const HISTORY_RELATIONS: Readonly<Record<HistoryKind, string>> = {
  decision: 'passerelle.aid_decision',
  payment: 'passerelle.aid_payment',
};

export const historyColumns = (kind: HistoryKind): string[] => [
  'aid_id',
  'ordinal',
  ...HISTORY_COLUMNS[kind].map((column) => column.column),
  'first_run',
  'superseded_run',
];
