import {
  type ColumnSpec,
  HISTORY_COLUMNS,
  type HistoryKind,
  type Issue,
  REPEAT_SEPARATOR,
  UNIFIED_COLUMNS,
  type Value,
} from '#libs/domain';
import { isFault, type ValueReader } from '../readers/value-reader.js';
import type { ProfileWords } from './column-writer.js';
import type { ColumnDocument } from './profile-document.js';
import { ProfileFault } from './profile-fault.js';

export type HistoryColumn = Extract<ColumnDocument, { readonly history: HistoryKind }>;

type HistoryPartName = 'date' | 'code' | 'amount';
const TYPE_OF_PART = { date: 'date', code: 'code', amount: 'cents' } as const satisfies Record<HistoryPartName, string>;

/** Position of a part among the columns of a history kind. */
const positionOf = (kind: HistoryKind, part: HistoryPartName): number =>
  HISTORY_COLUMNS[kind].findIndex((column) => column.type === TYPE_OF_PART[part]);

interface HistoryPart {
  readonly slot: number;
  readonly name: string;
  readonly at: number;
  readonly read: ValueReader;
}

export interface HistoryWriter {
  readonly kind: HistoryKind;
  /** Reads the entries of one record in the order of the export; issues are appended. */
  write(fields: readonly (string | undefined)[], issues: Issue[]): readonly (readonly Value[])[];
}

/** Compiles the columns of one history kind (decisions, payments) of a table. */
export const compileHistory = (
  words: ProfileWords,
  kind: HistoryKind,
  columns: readonly {
    readonly name: string;
    readonly slot: number;
    readonly column: HistoryColumn;
    readonly path: readonly string[];
  }[],
): HistoryWriter => {
  const width = HISTORY_COLUMNS[kind].length;
  const parts: HistoryPart[] = columns.map(({ name, slot, column, path }) => {
    const at = positionOf(kind, column.part);
    const spec: ColumnSpec | undefined = HISTORY_COLUMNS[kind][at];
    if (spec === undefined) throw new ProfileFault(path, 'profile.unknown-field', { field: column.part, entity: kind });
    if (column.codes === undefined && column.read === undefined) {
      throw new ProfileFault(path, 'profile.unknown-reader', { name: '' });
    }
    const read =
      column.codes === undefined ? words.value(column.read ?? '', spec, path) : words.codes(column.codes, spec, path);
    return { slot, name, at, read };
  });
  return {
    kind,
    write: (fields, issues) => {
      const entries: Value[][] = [];
      for (const part of parts) {
        const raws = fields[part.slot]?.split(REPEAT_SEPARATOR) ?? [];
        for (const [index, raw] of raws.entries()) {
          const value = part.read(raw);
          if (isFault(value)) issues.push({ code: value.fault, field: part.name });
          else if (value !== null) (entries[index] ??= new Array<Value>(width).fill(null))[part.at] = value;
        }
      }
      return entries.filter((entry) => entry !== undefined && isFact(kind, entry));
    },
  };
};

const DECISION_CODE = positionOf('decision', 'code');
const DECISION_DATE = positionOf('decision', 'date');
const DECISION_AMOUNT = positionOf('decision', 'amount');

/** Flat exports hold a decision's columns in every row: without date and outcome nothing was decided yet. */
const isFact = (kind: HistoryKind, entry: readonly Value[]): boolean =>
  kind === 'payment' || entry[DECISION_CODE] !== null || entry[DECISION_DATE] !== null;

const AID_OUTCOME = UNIFIED_COLUMNS.aid.findIndex((column) => column.column === 'outcome');
const AID_DECIDED = UNIFIED_COLUMNS.aid.findIndex((column) => column.column === 'decided_on');
const AID_GRANTED = UNIFIED_COLUMNS.aid.findIndex((column) => column.column === 'granted_cents');

/** The decision that counts today: the latest date holds; of two on one day the later one in the export (tipi.md). */
export const applyLatestDecision = (decisions: readonly (readonly Value[])[], values: Value[]): void => {
  let latest: readonly Value[] | undefined;
  for (const decision of decisions) {
    if (latest === undefined || String(decision[DECISION_DATE] ?? '') >= String(latest[DECISION_DATE] ?? ''))
      latest = decision;
  }
  if (latest === undefined) return;
  values[AID_OUTCOME] = latest[DECISION_CODE] ?? null;
  values[AID_DECIDED] = latest[DECISION_DATE] ?? null;
  values[AID_GRANTED] = latest[DECISION_AMOUNT] ?? null;
};
