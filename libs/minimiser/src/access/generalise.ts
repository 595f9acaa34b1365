import type { Value } from '#libs/domain';
import type { Generalisation } from '../policy/policy-documents.js';

/** Upper ends of the bands of small numbers (children), each included. */
const NUMBER_BANDS = [0, 2, 4] as const;
/** The bands of small numbers, by name. */
export const BANDS: readonly string[] = ['0', '1-2', '3-4', '5+'];
/** Upper ends of the bands of amounts, in cents, each included. */
const CENTS_BANDS = [0, 10_000, 30_000, 100_000, 300_000] as const;

/** Postcodes of Paris, Lyon and Marseille end with the arrondissement; 75116 is the second postcode of the 16th. */
const ARRONDISSEMENT = /^(?:75[01]\d\d|6900[1-9]|130(?:0[1-9]|1[0-6]))$/;
const POSTCODE = /^\d{5}$/;

/**
 * Leaves of a value what a generalisation says, as text; null of what says nothing, and of what does not look like a date, a
 * number or a postcode: an odd value must not come through whole.
 * @param unit whether a number is one of things or of cents
 */
export const generalise = (how: Generalisation, value: Value, unit: 'number' | 'cents' = 'number'): string | null => {
  if (value === null) return null;
  const text = String(value);
  switch (how) {
    case 'year':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? text.slice(0, 4) : null;
    case 'month':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? text.slice(0, 7) : null;
    case 'department':
      return departmentOf(text);
    case 'arrondissement':
      if (!ARRONDISSEMENT.test(text)) return departmentOf(text);
      return text.startsWith('751') ? `750${text.slice(3)}` : text;
    case 'band':
      return bandOf(text, unit === 'cents' ? CENTS_BANDS : NUMBER_BANDS);
  }
};

/** Two digits, three overseas; Corsica's two départements share `20`. */
const departmentOf = (postcode: string): string | null =>
  POSTCODE.test(postcode) ? postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2) : null;

/** `0`, `1-2`, `3-4`, `5+`. */
const bandOf = (text: string, ends: readonly number[]): string | null => {
  if (!/^\d{1,15}$/.test(text)) return null;
  const value = Number(text);
  const at = ends.findIndex((end) => value <= end);
  const from = (at === -1 ? (ends.at(-1) ?? 0) : (ends[at - 1] ?? -1)) + 1;
  if (at === -1) return `${from}+`;
  const to = ends[at] ?? from;
  return from === to ? `${from}` : `${from}-${to}`;
};
