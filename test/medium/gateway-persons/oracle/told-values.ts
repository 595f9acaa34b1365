import type { PolicyOracle, Precision } from './policy-oracle.js';

/** Types of fields that are not told as text. */
const NUMBERS: readonly string[] = ['childrenCount', 'requestedAmount', 'grantedAmount', 'payment'];

/** A stored value at a precision: what is told, or nothing. A pseudonym is whatever `isPseudonym` takes for this value. */
export type Told = { readonly value: unknown } | { readonly pseudonymOf: string } | null;

const band = (value: number, ends: readonly number[], names: readonly string[]): string =>
  names[ends.findIndex((end) => value <= end)] ?? names.at(-1) ?? '';
const CHILDREN = { ends: [0, 2, 4], names: ['0', '1-2', '3-4', '5+'] } as const;
const CENTS = {
  ends: [0, 10_000, 30_000, 100_000, 300_000],
  names: ['0', '1-10000', '10001-30000', '30001-100000', '100001-300000', '300001+'],
} as const;

/** Of Paris, Lyon and Marseille the arrondissement, of other towns the département. */
const arrondissement = (postcode: string): string => {
  if (postcode === '75116') return '75016';
  if (/^(750(0[1-9]|1\d|20)|6900[1-9]|130(0[1-9]|1[0-6]))$/.test(postcode)) return postcode;
  return postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2);
};

const generalised = (how: string | undefined, field: string, raw: string): string | null => {
  if (how === 'year' || how === 'month') return /^\d{4}-/.test(raw) ? raw.slice(0, how === 'year' ? 4 : 7) : null;
  if (how === 'arrondissement') return arrondissement(raw);
  if (how !== 'band') return null;
  const { ends, names } = field === 'childrenCount' ? CHILDREN : CENTS;
  return /^\d+$/.test(raw) ? band(Number(raw), ends, names) : null;
};

export const toldOf = (
  policies: PolicyOracle,
  entity: string,
  field: string,
  precision: Precision,
  raw: string | null,
): Told => {
  if (raw === null || raw === 'unknown' || precision === 'none') return null;
  if (precision === 'presence') return { value: null };
  if (precision === 'pseudonym') return { pseudonymOf: raw };
  if (precision === 'generalised') {
    const value = generalised(policies.generalise(entity, field), field, raw);
    return value === null ? null : { value };
  }
  return { value: NUMBERS.includes(field) && /^\d+$/.test(raw) ? Number(raw) : raw };
};

/** Pseudonyms as answers told them: one value has one for a purpose, and no two have the same. */
export class Pseudonyms {
  private readonly known = new Map<string, string>();
  private readonly stood = new Map<string, string>();

  isPseudonym(purpose: string, field: string, raw: string, told: unknown): boolean {
    if (typeof told !== 'string' || !/^[0-9a-f]{32}$/.test(told)) return false;
    const [value, shown] = [JSON.stringify([purpose, field, raw]), JSON.stringify([purpose, field, told])];
    const isSame = (this.known.get(value) ?? told) === told && (this.stood.get(shown) ?? raw) === raw;
    this.known.set(value, told);
    this.stood.set(shown, raw);
    return isSame;
  }
}
