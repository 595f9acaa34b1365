import { fold } from '../normalise/fold.js';
import { wholeNames } from '../normalise/names.js';
import type { AttributeKind, GoldenAttribute } from './golden-rules.js';
import type { GoldenSource, Statement } from './golden-source.js';

/** A code for "not known" says nothing. */
const UNKNOWN = 'unknown';

/** What sources say of an attribute; those that say nothing of it are left out. */
export const statementsOf = ({ kind, of }: GoldenAttribute, sources: readonly GoldenSource[]): readonly Statement[] => {
  const statements: Statement[] = [];
  for (const source of sources) {
    const parts = of.map((field) => source.values[field] ?? null);
    // Systems mostly hold the same, letter by letter: what is compared is made once.
    const keys = statements.find((one) => isAlike(one.parts, parts))?.keys ?? keysOf(kind, parts);
    if (keys.some((key) => key !== null) || rectifies(of, source)) statements.push({ source, parts, keys });
  }
  return statements;
};

const isAlike = (one: Statement['parts'], other: Statement['parts']): boolean =>
  one.every((part, at) => part === other[at]);

const keysOf = (kind: AttributeKind, parts: Statement['parts']): Statement['keys'] =>
  kind === 'date' ? dateKeys(parts) : parts.map((part) => keyOf(kind, part));

/** "Not known" is something that a person can have rectified: it stands against what records say. */
const rectifies = (of: readonly string[], { provenance, values }: GoldenSource): boolean =>
  provenance.rectified !== undefined && of.some((field) => Object.hasOwn(values, field));

/**
 * Whether everything that `other` says is said by `chosen` too: it says the same, or less. A system that holds the first given
 * name only does not contradict one that holds them all.
 */
export const isConfirmedBy = (kind: AttributeKind, chosen: Statement, other: Statement): boolean =>
  other.keys.every((key, part) => {
    const said = chosen.keys[part] ?? null;
    if (key === null || key === said) return true;
    return kind === 'name' && said !== null && wordsOf(key).every((word) => wordsOf(said).includes(word));
  });

/** Words of a compared value; whole names stand between bars. */
export const wordsOf = (key: string): readonly string[] => key.split(/[ |]/);

/** Whether the two say exactly the same. */
export const isSame = (one: Statement, other: Statement): boolean =>
  one.keys.every((key, part) => key === other.keys[part]);

/** How a value is compared: case, accents, hyphens and apostrophes are no contradiction, nor is a placeholder a name. */
const keyOf = (kind: Exclude<AttributeKind, 'date'>, value: string | null): string | null => {
  if (value === null) return null;
  switch (kind) {
    case 'name':
      return orNull([...new Set(wholeNames(value, 'fr'))].sort().join('|'));
    case 'text':
      return orNull(
        fold(value)
          .replace(/[^\p{L}\p{N}?]+/gu, ' ')
          .trim(),
      );
    case 'code':
      return value === UNKNOWN ? null : orNull(value);
  }
};

const orNull = (key: string): string | null => (key === '' ? null : key);

/**
 * Century, year in it, month and day of a date, as far as its precision says that they are known. A date of which only the
 * year is known does not contradict a day of that year.
 */
const dateKeys = ([date, precision, centuryKnown]: readonly (string | null)[]): (string | null)[] => {
  const [, century, year, month, day] = /^(\d\d)(\d\d)-(\d\d)-(\d\d)$/.exec(date ?? '') ?? [];
  if (century === undefined || year === undefined) return [null, null, null, null];
  return [
    centuryKnown === 'false' ? null : century,
    year,
    precision === 'year' ? null : (month ?? null),
    precision === 'year' || precision === 'month' ? null : (day ?? null),
  ];
};
