import type { BlockingKey, LinkagePlan } from '../plan/linkage-plan.js';
import type { Prepared } from '../prepare/prepared.js';
import { blockingValues } from './blocking-values.js';

/**
 * The blocking keys of a record as canonical text `n|value|value`, where n is the key's position in the plan. A record has
 * none, one or several of each key: several where it has several names, none where a part is missing. Two records are
 * candidates when they share one.
 */
export const blockingKeys = (plan: LinkagePlan, prepared: Prepared): string[] => {
  const keys: string[] = [];
  plan.blocking.forEach((key, position) => {
    for (const { text } of keysOf(key, position, prepared)) keys.push(text);
  });
  return keys;
};

/** A key as far as it is written, and the value that it ends with. */
interface KeyText {
  readonly text: string;
  readonly last: string;
}

function keysOf(key: BlockingKey, position: number, prepared: Prepared): readonly KeyText[] {
  let begun: readonly KeyText[] = [{ text: String(position), last: '' }];
  let before: KeyPart | undefined;
  let values: readonly string[] = [];
  for (const part of key.parts) {
    // Twice the same part: pairs of different values, each pair in one order only.
    const again = before !== undefined && samePart(before, part);
    if (!again) values = valuesOf(part, prepared);
    const next: KeyText[] = [];
    for (const { text, last } of begun) {
      for (const value of values) if (!again || value > last) next.push({ text: `${text}|${value}`, last: value });
    }
    if (next.length === 0) return next;
    begun = next;
    before = part;
  }
  return begun;
}

type KeyPart = BlockingKey['parts'][number];

const samePart = (one: KeyPart, other: KeyPart): boolean =>
  one.part === other.part &&
  one.fields.length === other.fields.length &&
  one.fields.every((field, at) => field === other.fields[at]);

/** Each value once, whichever of the fields holds it. */
function valuesOf({ fields, part }: KeyPart, prepared: Prepared): readonly string[] {
  const values: string[] = [];
  for (const field of fields) {
    const value = prepared[field] ?? null;
    if (value === null) continue;
    for (const text of blockingValues(value, part)) if (!values.includes(text)) values.push(text);
  }
  return values;
}
