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

/** A row ready for COPY, with the hash of its content for "has anything changed?". */
export interface RowLine {
  readonly row: Minimised<StoreRow>;
  /** Signed 64-bit decimal of xxHash64 over the minimised content, as the database holds it. */
  readonly hash: string;
  readonly line: string;
}

export type RowWriter = (row: Minimised<StoreRow>, landing: Landing) => RowLine;

/** Makes the function that turns rows into COPY text; asynchronous because the hash is compiled from WebAssembly once. */
export const createRowWriter = async (): Promise<RowWriter> => {
  const hasher = await xxhash();
  return (row, { runId, fileId, siteId, tableId }) => {
    const table = ENTITY_TABLES[row.entity];
    const values = copyValues(table.unified, row.values);
    const reference = table.hasPerson ? `\t${row.personId ?? NULL}` : '';
    const content = `${values}\t${row.caseId ?? row.personId ?? ''}${historyText(row)}`;
    const hash = BigInt.asIntN(64, hasher.h64(content)).toString();
    const { record, byteOffset, byteLength } = row.address;
    return {
      row,
      hash,
      line:
        `${row.id}\t${siteId}\t${tableId}\t${escapeCopy(row.sourceKey)}${reference}\t${values}\t${hash}\t${fileId}` +
        `\t${record}\t${byteOffset}\t${byteLength}\t${runId}\t${runId}\t${NULL}\n`,
    };
  };
};

const historyText = ({ history }: StoreRow): string => {
  if (history === null) return '';
  return HISTORY_KINDS.map(
    (kind) => `\u0001${history[kind].map((entry) => copyValues(HISTORY_COLUMNS[kind], entry)).join('\u0002')}`,
  ).join('');
};

/** COPY lines of a history kind (aid_decision, aid_payment) for the given aids. */
export const historyLines = (kind: HistoryKind, rows: readonly RowLine[], runId: number): string[] =>
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
