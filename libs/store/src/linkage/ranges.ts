import { CODE_END } from './blocking-code.js';

/** One more than the largest number that an id may begin with: ids are spread evenly, so that equal ranges hold as many. */
export const ID_END = 2 ** 32;

const SMALLEST_TAIL = '-0000-0000-0000-000000000000';
const LARGEST_TAIL = '-ffff-ffff-ffff-ffffffffffff';
const SMALLEST_ID = `00000000${SMALLEST_TAIL}`;

export interface NumberRange {
  readonly from: number;
  /** Not part of it. */
  readonly to: number;
}

/** Cuts 0 to `end` into as many ranges of equal length. */
const cut = (end: number, parts: number): NumberRange[] =>
  Array.from({ length: parts }, (_, part) => ({
    from: Math.floor((end / parts) * part),
    to: part === parts - 1 ? end : Math.floor((end / parts) * (part + 1)),
  }));

/** Ranges of the numbers that ids begin with. @param parts 1 or more */
export const cutIds = (parts: number): NumberRange[] => cut(ID_END, parts);

/** Ranges of blocking codes. @param parts 1 or more */
export const cutCodes = (parts: number): NumberRange[] => cut(CODE_END, parts);

/** The ids of a range: those after `after`, up to `upTo`. No keyed id is all zeros. */
export const idRange = ({ from, to }: NumberRange): { readonly after: string; readonly upTo: string } => ({
  after: from === 0 ? SMALLEST_ID : hex(from - 1) + LARGEST_TAIL,
  upTo: hex(to - 1) + LARGEST_TAIL,
});

const hex = (number: number): string => number.toString(16).padStart(8, '0');
