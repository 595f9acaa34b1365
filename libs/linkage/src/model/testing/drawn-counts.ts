import { MISSING } from '../../compare/levels.js';
import type { LinkagePlan } from '../../plan/linkage-plan.js';
import { PatternCounts } from '../pattern-counts.js';
import { generator } from '../random-pairs.js';
import type { Table } from '../shares.js';
import type { TrainingCounts } from '../train.js';

/** A world of which everything is known. */
export interface World {
  readonly m: Table;
  readonly u: Table;
  /** Share of the pairs of each key that are one person. */
  readonly share: number;
  /** Fields that each key fixes. */
  readonly keys: readonly (readonly number[])[];
  /** Pairs of each key. */
  readonly pairs: number;
  /** Share of the fields that are missing. */
  readonly missing?: number;
}

/** Counts as a training would find them in a world: pairs of each key agree at the best level on what it fixes. */
export function drawCounts(plan: LinkagePlan, world: World, seed = 7): TrainingCounts {
  const random = generator(seed);
  const draw = (shares: Table, fixed: readonly number[]): Uint8Array =>
    Uint8Array.from(shares, (levels, field) => {
      if (random() < (world.missing ?? 0)) return MISSING;
      return fixed.includes(field) ? 0 : pick(levels, random());
    });
  const candidates = new PatternCounts(plan);
  const byKey = world.keys.map((fields) => {
    const counts = new PatternCounts(plan);
    for (let pair = 0; pair < world.pairs; pair++) {
      const levels = draw(random() < world.share ? world.m : world.u, fields);
      counts.add(levels);
      candidates.add(levels);
    }
    return { fields, counts };
  });
  const others = new PatternCounts(plan);
  for (let pair = 0; pair < 50_000; pair++) others.add(draw(world.u, []));
  return { random: others, candidates, byKey, records: 10_000, possiblePairs: 50_000_000, frequencies: {} };
}

function pick(shares: readonly number[], at: number): number {
  let sum = 0;
  const level = shares.findIndex((share) => (sum += share) > at);
  return level < 0 ? shares.length - 1 : level;
}
