import type { FieldKind, LinkagePlan } from '../plan/linkage-plan.js';
import type { DateValue, Prepared, PreparedValue } from './prepared.js';
import { codeValue, namesValue, textValue } from './values.js';

/**
 * One line of text for the store: fields by `|`, whole names by `;`, a date as digits with `~` where the century is open,
 * nothing for missing. Normalised values hold letters, digits, spaces and `?` only, so nothing needs escaping; parts,
 * tokens and codes of sound are not stored, since they follow.
 */
const FIELD = '|';
const WHOLE = ';';
const CENTURY_OPEN = '~';

export const pack = (prepared: Prepared): string => prepared.map(packValue).join(FIELD);

function packValue(value: PreparedValue | null): string {
  if (value === null) return '';
  switch (value.kind) {
    case 'names':
      return value.wholes.join(WHOLE);
    case 'date':
      return packDate(value);
    case 'text':
      return value.text;
    case 'code':
      return value.code;
  }
}

const packDate = ({ year, month, day, centuryKnown }: DateValue): string =>
  String(year * 10_000 + month * 100 + day).padStart(8, '0') + (centuryKnown ? '' : CENTURY_OPEN);

/** What `pack` wrote, under the same plan. */
export const unpack = (plan: LinkagePlan, packed: string): Prepared => {
  const { fields } = plan;
  const prepared = new Array<PreparedValue | null>(fields.length).fill(null);
  let from = 0;
  for (let index = 0; index < fields.length; index++) {
    const mark = packed.indexOf(FIELD, from);
    const end = mark < 0 ? packed.length : mark;
    const field = fields[index];
    if (end > from && field !== undefined) prepared[index] = unpackValue(field.kind, packed.slice(from, end));
    from = end + 1;
  }
  return prepared;
};

function unpackValue(kind: FieldKind, text: string): PreparedValue {
  switch (kind) {
    case 'names':
      return namesValue(text.includes(WHOLE) ? text.split(WHOLE) : [text]);
    case 'date':
      return unpackDate(text);
    case 'text':
      return textValue(text);
    case 'code':
      return codeValue(text);
  }
}

const unpackDate = (text: string): DateValue => {
  const digits = Number(text.slice(0, 8));
  return {
    kind: 'date',
    year: Math.floor(digits / 10_000),
    month: Math.floor(digits / 100) % 100,
    day: digits % 100,
    centuryKnown: text.length === 8,
  };
};
