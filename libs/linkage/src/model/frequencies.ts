import type { LinkagePlan } from '../plan/linkage-plan.js';
import type { NamesValue, Prepared } from '../prepare/prepared.js';
import { FOLDED_BELOW, FOLDED_UNDER, type LinkageModel } from './linkage-model.js';

/** Bits by which a common name lessens, or a rare one raises, the weight of an exact agreement, at most. */
export const LARGEST_ADJUSTMENT = 4;

/** Counts the parts of names over records, field by field. Parts that few bear are left out of what it hands over. */
export class FrequencyCounts {
  private readonly fields: readonly { name: string; at: number; counts: Map<string, number>; records: number }[];

  constructor(plan: LinkagePlan) {
    this.fields = plan.fields.flatMap((field, at) =>
      field.kind === 'names' ? [{ name: field.name, at, counts: new Map<string, number>(), records: 0 }] : [],
    );
  }

  add(record: Prepared): void {
    for (const field of this.fields) {
      const value = record[field.at];
      if (value?.kind !== 'names') continue;
      field.records++;
      for (const part of value.parts) field.counts.set(part, (field.counts.get(part) ?? 0) + 1);
    }
  }

  /** Shares by field, most frequent first, so that the same records make the same file. */
  shares(): LinkageModel['frequencies'] {
    return Object.fromEntries(
      this.fields.map(({ name, counts, records }) => {
        const least = Math.max(FOLDED_UNDER, records * FOLDED_BELOW);
        const kept = [...counts].filter(([, count]) => count >= least);
        kept.sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
        return [name, Object.fromEntries(kept.map(([part, count]) => [part, count / records]))];
      }),
    );
  }
}

/** Adjustments in bits of exact agreements on one field, ready to be looked up. */
export interface Adjustment {
  readonly byPart: ReadonlyMap<string, number>;
  /** Of a name that the model does not name. */
  readonly other: number;
}

/**
 * How many bits an exact agreement on each name gains over the average one: log2(u of exact / share of the name), within
 * bounds. A name that was folded away counts with the largest share that it can have. Null where nothing was counted.
 */
export function adjustmentOf(shares: Readonly<Record<string, number>> | undefined, exactU: number): Adjustment | null {
  const entries = Object.entries(shares ?? {});
  if (entries.length === 0) return null;
  const bits = (share: number): number =>
    Math.max(-LARGEST_ADJUSTMENT, Math.min(LARGEST_ADJUSTMENT, Math.log2(exactU / share)));
  const rarest = Math.min(...entries.map(([, share]) => share));
  return { byPart: new Map(entries.map(([part, share]) => [part, bits(share)])), other: bits(rarest) };
}

/** The adjustment by the rarest part that both sides bear; a compound name counts once, its parts are no coincidence. */
export function adjust(adjustment: Adjustment, a: NamesValue, b: NamesValue): number {
  let best = -LARGEST_ADJUSTMENT;
  let shared = false;
  for (const part of a.parts) {
    if (!b.parts.includes(part)) continue;
    shared = true;
    best = Math.max(best, adjustment.byPart.get(part) ?? adjustment.other);
  }
  return shared ? best : 0;
}
