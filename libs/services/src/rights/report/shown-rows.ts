import { type ColumnSpec, type Entity, HISTORY_COLUMNS, type HistoryKind, UNIFIED_COLUMNS } from '#libs/domain';
import type { Text } from '#libs/messages';
import { showValues } from '#libs/minimiser';
import type { HeldHistory, HeldRow } from '#libs/store';
import type { ReportContext, SeenPrecision } from './report-context.js';
import type { ReportRow, ReportSource, ReportValue } from './report-data.js';
import { columnLabel, valueWords } from './value-words.js';

const KNOWN: Text = {
  en: 'held; the rules of this report do not show its value',
  fr: 'connu ; les règles de ce rapport n’en montrent pas la valeur',
};

/** Which columns of a row are left out, because they are about somebody else. */
export type LeftOut = (column: ColumnSpec) => boolean;
const NOTHING: LeftOut = () => false;

/** A row of the store as its person reads it: each column that holds something, in the order of the model. */
export const shownRow = (
  context: ReportContext,
  seen: SeenPrecision,
  entity: Entity,
  row: HeldRow,
  leftOut: LeftOut = NOTHING,
): ReportRow => ({
  source: sourceOf(context, entity, row),
  values: shownValues(context, seen, entity, UNIFIED_COLUMNS[entity], row.values, leftOut),
});

/** The values of a decision or a payment as their person reads them. */
export const shownHistory = (
  context: ReportContext,
  seen: SeenPrecision,
  kind: HistoryKind,
  { values }: HeldHistory,
): readonly ReportValue[] => shownValues(context, seen, 'aid', HISTORY_COLUMNS[kind], values, NOTHING);

/** The key of a case names its household: a person's report names the person's own records only. */
const sourceOf = ({ systemTitle }: ReportContext, entity: Entity, row: HeldRow): ReportSource => ({
  system: row.system,
  systemTitle: systemTitle(row.system),
  site: row.site,
  record: entity === 'case' ? null : row.sourceId,
  heldSince: row.firstNight,
  asOf: row.night,
  absent: row.absent,
});

/** Columns that hold something, in words. @param values by position of the columns, as text */
export const shownValues = (
  context: ReportContext,
  seen: SeenPrecision,
  entity: Entity,
  columns: readonly ColumnSpec[],
  values: readonly (string | null)[],
  leftOut: LeftOut = NOTHING,
): readonly ReportValue[] =>
  columns.flatMap((column, at) => {
    const value = values[at] ?? null;
    if (value === null || leftOut(column)) return [];
    const { book, lang } = context;
    const label = columnLabel(column, book.field(entity, column.field)?.title, lang);
    return [{ field: column.field, column: column.column, label, ...shownValue(context, seen, entity, column, value) }];
  });

/** Whatever the rules show less of than the value is still named as held: a person learns that it is there. */
const shownValue = (
  { book, codes, lang }: ReportContext,
  seen: SeenPrecision,
  entity: Entity,
  column: ColumnSpec,
  value: string,
): Pick<ReportValue, 'text' | 'value'> => {
  if (column.type === 'key') return { text: valueWords(column, value, codes, lang), value: null };
  const precision = seen(entity, column.field);
  if (precision === 'full') return { text: valueWords(column, value, codes, lang), value };
  if (precision !== 'generalised') return { text: KNOWN[lang], value: null };
  const shown = showValues(precision, [column], [value], {
    generalise: book.field(entity, column.field)?.generalise ?? null,
    pseudonym: () => '',
    hides: () => false,
  });
  const [only = null] = shown.precision === 'generalised' ? shown.values : [];
  return { text: only === null ? KNOWN[lang] : String(only), value: null };
};
