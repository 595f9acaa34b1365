import type { ColumnSpec } from '#libs/domain';
import type { CodeLists } from '../profile/profile-document.js';
import { booleanReader } from './boolean.reader.js';
import { birthDateReader } from './date.reader.js';
import { integerReader } from './number.reader.js';
import { textReader } from './text.reader.js';
import { FAULTS, isFault, type ValueFault } from './value-reader.js';

/** How people write what they give by hand: dates as in the legacy systems or as ISO 8601, as precise as they know it. */
const BIRTH = birthDateReader({ kind: 'birthDate', formats: ['YYYY-MM-DD', 'DD/MM/YYYY', 'YYYY-MM', 'YYYY'] });
const FLAG = booleanReader({ true: ['true', 'oui', 'yes'], false: ['false', 'non', 'no'] });

/** What a given value is held against. */
export interface GivenContext {
  readonly lists: CodeLists;
  /** YYYY-MM-DD: nobody is born after it. */
  readonly today: string;
}

/** Values by column as the store holds them, as text; null: nothing is said of this part. */
export type GivenValues = Readonly<Record<string, string | null>>;
export interface Given {
  readonly values: GivenValues;
}

/**
 * Reads what somebody gives for a field of a person, by the rules of imports: the same texts, dates, numbers and unified codes.
 * Several columns take a line each, in their order; a birth date is one line that says all three of its columns.
 * @param columns of the field
 * @returns null where nothing was given; a fault says why a value cannot be taken, never which
 */
export const readGivenValue = (
  columns: readonly ColumnSpec[],
  given: string,
  context: GivenContext,
): Given | null | ValueFault => {
  const [first, second, third] = columns;
  if (first === undefined) throw new RangeError('a field has at least one column');
  const lines = given.replace(/[\r\n]+$/, '').split(/\r\n|\r|\n/);
  if (first.type === 'date') return lines.length > 1 ? FAULTS.value : birthValues(columns, lines[0] ?? '', context);
  if (lines.length > columns.length) return FAULTS.value;
  const values: Record<string, string | null> = {};
  for (const [at, column] of [first, second, third].entries()) {
    if (column === undefined) continue;
    const value = readOne(column, lines[at] ?? '', context);
    if (isFault(value)) return value;
    values[column.column] = value;
  }
  return Object.values(values).every((value) => value === null) ? null : { values };
};

const birthValues = (
  [date, precision, century]: readonly ColumnSpec[],
  line: string,
  { today }: GivenContext,
): Given | null | ValueFault => {
  const birth = BIRTH(line, { night: today, firstOfJanuaryIsYearOnly: false });
  if (birth === null || 'fault' in birth) return birth;
  return {
    values: {
      [date?.column ?? '']: birth.date,
      [precision?.column ?? '']: birth.precision,
      [century?.column ?? '']: String(birth.centuryKnown),
    },
  };
};

const readOne = (spec: ColumnSpec, line: string, { lists }: GivenContext): string | null | ValueFault => {
  switch (spec.type) {
    case 'text':
      return textReader({ max: spec.max ?? 0 })(line);
    case 'code':
      return codeOf(lists[spec.list ?? ''] ?? {}, line.trim());
    case 'integer':
    case 'boolean': {
      const value = spec.type === 'integer' ? integerReader(spec.max ?? 0)(line) : FLAG(line);
      return value === null || isFault(value) ? value : String(value);
    }
    case 'date':
    case 'cents':
    case 'key':
      throw new RangeError(`a value of '${spec.field}' is not given by hand`);
  }
};

/** A code as the unified list names it; nothing is forced into another. */
const codeOf = (list: Readonly<Record<string, unknown>>, code: string): string | null | ValueFault =>
  code === '' ? null : Object.hasOwn(list, code) ? code : FAULTS.code;
