import { compareNames } from '../compare/compare-names.js';
import { NAMES } from '../compare/levels.js';
import { withinEdits } from '../compare/typo.js';
import { wholeNames } from '../normalise/names.js';
import type { NamesValue } from '../prepare/prepared.js';

/** Who is asked for. Names as somebody typed them; the birth date is the same for all candidates and whole. */
export interface AskedIdentity {
  /** A birth name or a name in use. */
  readonly name: string;
  readonly givenName: string;
}

/** What one record of the day says. Names as its source wrote them. */
export interface IdentityRecord {
  /** The person that it belongs to. */
  readonly personId: string;
  /** Birth name and name in use, where there are any. */
  readonly names: readonly string[];
  readonly givenNames: string;
  /** What could tell two of the same name apart, by the name under which it may be asked for. */
  readonly telling: Readonly<Record<string, string | null>>;
}

/** What a search came to: one person, nobody, or several with what would tell them apart. */
export type FoundIdentity =
  | { readonly result: 'match'; readonly personId: string }
  | { readonly result: 'none' }
  | { readonly result: 'several'; readonly askFor: readonly string[] };

/** Below this many letters a changed letter makes another name: Léa and Léo. */
const LEAST_LETTERS = 4;
/** Sister and brother differ at the end of a name: Louis and Louise, Julien and Julie. */
const ENDING = 2;

/**
 * One person among the records of a birth date. Both names agree but for accents, case, hyphens, particles, and further given
 * names; or one letter of one name is a slip. Whoever agrees without a slip is never outdone by one who agrees with one. A slip
 * in a given name is none where somebody is really called so, or where it changes the end of the name: twins share the rest.
 * @param isGivenName whether a name, normalised, is borne by anybody
 */
export const findIdentity = (
  asked: AskedIdentity,
  records: readonly IdentityRecord[],
  isGivenName: (name: string) => boolean,
): FoundIdentity => {
  const name = namesOf([asked.name]);
  const given = namesOf([asked.givenName]);
  const agreeing = records.map((record) => ({ record, slips: slipsOf(name, given, record, isGivenName) }));
  for (const slips of [0, 1]) {
    const found = agreeing.filter((one) => one.slips === slips).map(({ record }) => record);
    if (found.length > 0) return oneOf(found);
  }
  return { result: 'none' };
};

const oneOf = (records: readonly IdentityRecord[]): FoundIdentity => {
  const [first, ...others] = new Set(records.map(({ personId }) => personId));
  if (first !== undefined && others.length === 0) return { result: 'match', personId: first };
  return { result: 'several', askFor: tellingApart(records) };
};

/** The records whose names agree with what is asked, but for one slip. */
export const agreeing = (
  asked: AskedIdentity,
  records: readonly IdentityRecord[],
  isGivenName: (name: string) => boolean,
): readonly IdentityRecord[] => {
  const name = namesOf([asked.name]);
  const given = namesOf([asked.givenName]);
  return records.filter((record) => slipsOf(name, given, record, isGivenName) <= 1);
};

/** The members in which two of the persons differ; what nobody's record holds tells nobody apart. */
const tellingApart = (records: readonly IdentityRecord[]): string[] => {
  const members = new Set(records.flatMap(({ telling }) => Object.keys(telling)));
  return [...members].filter((member) => {
    const known = records.filter(({ telling }) => telling[member] != null);
    return new Set(known.map(({ telling }) => telling[member])).size > 1;
  });
};

/** 0: agrees; 1: agrees but for a slip; Infinity: does not. */
const slipsOf = (
  name: NamesValue,
  given: NamesValue,
  record: IdentityRecord,
  isGivenName: (name: string) => boolean,
): number => {
  if (name.wholes.length === 0 || given.wholes.length === 0) return Number.POSITIVE_INFINITY;
  const names = namesOf(record.names);
  const givenNames = namesOf([record.givenNames]);
  const nameAgrees = agrees(name, names);
  const givenAgrees = agrees(given, givenNames);
  if (nameAgrees && givenAgrees) return 0;
  if (givenAgrees && slippedIn(name, names)) return 1;
  return nameAgrees && givenNameSlipped(given, givenNames, isGivenName) ? 1 : Number.POSITIVE_INFINITY;
};

const agrees = (asked: NamesValue, held: NamesValue): boolean => {
  if (held.wholes.length === 0) return false;
  const level = compareNames(asked, held);
  return level === NAMES.exact || level === NAMES.shorter;
};

const slippedIn = (asked: NamesValue, held: NamesValue): boolean =>
  asked.wholes.some((one) => held.wholes.some((other) => isSlip(one, other)));

const givenNameSlipped = (asked: NamesValue, held: NamesValue, isGivenName: (name: string) => boolean): boolean =>
  asked.wholes.some(
    (one) =>
      !isGivenName(one) &&
      held.wholes.some((other) => isSlip(one, other) && one.slice(-ENDING) === other.slice(-ENDING)),
  );

const isSlip = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= LEAST_LETTERS && withinEdits(one, 0, other, 0, 1);

/** Whole names and their words; sounds are not compared here. */
const namesOf = (raw: readonly string[]): NamesValue => {
  const wholes = [...new Set(raw.flatMap((one) => wholeNames(one, 'fr')))];
  const parts = [...new Set(wholes.flatMap((whole) => whole.split(' ')))];
  return { kind: 'names', wholes, parts: parts.toSorted(), phonetic: parts.map(() => '') };
};

/** The names that a given-name column holds, normalised, as `isGivenName` is asked for them. */
export const givenNamesOf = (raw: string): readonly string[] => {
  const wholes = wholeNames(raw, 'fr');
  return [...new Set([...wholes, ...wholes.map((whole) => whole.split(' ')[0] ?? '')])].filter((one) => one !== '');
};
