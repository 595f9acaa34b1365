import type { DateField, DateShape } from '../plan/linkage-plan.js';
import type { DateValue, InputValues } from '../prepare/prepared.js';

/** Where a shape writes its parts: offset and length; length 0 where it writes none. Other positions hold its own marks. */
interface Slots {
  readonly year: readonly [number, number];
  readonly month: readonly [number, number];
  readonly day: readonly [number, number];
}

const NONE: readonly [number, number] = [0, 0];
const SLOTS: Readonly<Record<DateShape, Slots>> = {
  'YYYY-MM-DD': { year: [0, 4], month: [5, 2], day: [8, 2] },
  YYYYMMDD: { year: [0, 4], month: [4, 2], day: [6, 2] },
  'DD/MM/YYYY': { year: [6, 4], month: [3, 2], day: [0, 2] },
  'DD/MM/YY': { year: [6, 2], month: [3, 2], day: [0, 2] },
  'MM/DD/YYYY': { year: [6, 4], month: [0, 2], day: [3, 2] },
  'YYYY-MM': { year: [0, 4], month: [5, 2], day: NONE },
  YYYY: { year: [0, 4], month: NONE, day: NONE },
  YYMMDD: { year: [0, 2], month: [2, 2], day: [4, 2] },
};

/**
 * The date that a record holds, or null: nothing written, no shape fits, or a year of 0. An impossible day or month of a CSV
 * stays as written, since a slip of the finger is evidence too; the store holds none.
 */
export const readDate = (field: DateField, values: InputValues): DateValue | null => {
  for (const column of field.from) {
    const raw = values[column]?.trim() ?? '';
    const date = raw === '' ? null : parse(raw, field.formats);
    if (date !== null) return narrowed(date, field, values);
  }
  return null;
};

function parse(raw: string, formats: readonly DateShape[]): DateValue | null {
  for (const format of formats) {
    if (!fits(raw, format)) continue;
    const { year, month, day } = SLOTS[format];
    const short = year[1] === 2;
    const written = digits(raw, year);
    if (written === 0 && !short) return null;
    // A two-digit year is compared modulo 100; 1900 is as good as any century.
    const whole = { year: short ? 1900 + written : written, month: digits(raw, month), day: digits(raw, day) };
    return { kind: 'date', ...whole, day: whole.month === 0 ? 0 : whole.day, centuryKnown: !short };
  }
  return null;
}

const fits = (raw: string, format: DateShape): boolean => {
  if (raw.length !== format.length) return false;
  for (let at = 0; at < raw.length; at++) {
    const mark = format.charAt(at);
    const written = raw.charAt(at);
    if (mark === '-' || mark === '/' ? written !== mark : written < '0' || written > '9') return false;
  }
  return true;
};

const digits = (raw: string, [at, length]: readonly [number, number]): number =>
  length === 0 ? 0 : Number(raw.slice(at, at + length));

/** Takes back what the record says that it does not know. */
function narrowed(date: DateValue, field: DateField, values: InputValues): DateValue {
  const precision = field.precision === null ? null : values[field.precision];
  const yearOnly = precision === 'year' || (field.firstOfJanuary === 'yearOnly' && date.month === 1 && date.day === 1);
  const century = field.centuryKnown === null ? null : values[field.centuryKnown];
  return {
    kind: 'date',
    year: date.year,
    month: yearOnly ? 0 : date.month,
    day: yearOnly || precision === 'month' ? 0 : date.day,
    centuryKnown: date.centuryKnown && century !== 'false' && century !== 'f',
  };
}
