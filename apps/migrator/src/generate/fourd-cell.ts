import { clockTime, frenchDate, isoDate, shortFrenchDate, two } from './calendar.js';
import type { CivilDate } from './calendar.js';

/** A value of a 4D table before any shape of export has written it. */
export type FourdCell =
  | { readonly type: 'integer'; readonly value: number | null }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'date'; readonly value: CivilDate | null }
  /** Minutes since midnight. */
  | { readonly type: 'time'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'cents'; readonly value: number };

export const integer = (value: number | null): FourdCell => ({ type: 'integer', value });
export const text = (value: string): FourdCell => ({ type: 'text', value });
export const date = (value: CivilDate | null): FourdCell => ({ type: 'date', value });
export const time = (value: number): FourdCell => ({ type: 'time', value });
export const boolean = (value: boolean): FourdCell => ({ type: 'boolean', value });
export const cents = (value: number): FourdCell => ({ type: 'cents', value });

/** How one site's 4D application writes values into text, sheets and XML. */
export interface FourdHabits {
  readonly yes: string;
  readonly no: string;
  readonly shortYears: boolean;
  /** What its exporter puts for a line break inside a value. */
  readonly lineBreak: string;
  /** Between thousands. */
  readonly groupSpace: string;
}

/** A value as text; an empty date is `00/00/00` (or `00/00/0000`), a line break in it is still `\n`. */
export function cellText(cell: FourdCell, habits: FourdHabits): string {
  switch (cell.type) {
    case 'integer':
      return cell.value === null ? '' : String(cell.value);
    case 'text':
      return cell.value;
    case 'date':
      if (cell.value === null) return habits.shortYears ? '00/00/00' : '00/00/0000';
      return habits.shortYears ? shortFrenchDate(cell.value) : frenchDate(cell.value);
    case 'time':
      return `${clockTime(cell.value)}:00`;
    case 'boolean':
      return cell.value ? habits.yes : habits.no;
    case 'cents':
      return groupedAmount(cell.value, habits.groupSpace);
  }
}

/** A value as 4D's SQL export writes it. */
export function cellSql(cell: FourdCell): string {
  switch (cell.type) {
    case 'integer':
      return cell.value === null ? 'NULL' : String(cell.value);
    case 'text':
      return `'${cell.value.replaceAll("'", "''")}'`;
    case 'date':
      return cell.value === null ? 'NULL' : `'${isoDate(cell.value).replaceAll('-', '/')} 00:00:00:00'`;
    case 'time':
      return `'00:${clockTime(cell.value)}:00:000'`;
    case 'boolean':
      return cell.value ? '1' : '0';
    case 'cents':
      return `${String(Math.floor(cell.value / 100))}.${two(cell.value % 100)}`;
  }
}

function groupedAmount(amount: number, groupSpace: string): string {
  const euros = Math.floor(amount / 100);
  const thousands = Math.floor(euros / 1000);
  const units = String(euros % 1000);
  const whole = thousands === 0 ? units : `${String(thousands)}${groupSpace}${units.padStart(3, '0')}`;
  return `${whole},${two(amount % 100)}`;
}
