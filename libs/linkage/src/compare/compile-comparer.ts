import type { LinkagePlan } from '../plan/linkage-plan.js';
import type { Prepared, PreparedValue } from '../prepare/prepared.js';
import { compareDates } from './compare-dates.js';
import { compareNames } from './compare-names.js';
import { compareTexts } from './compare-texts.js';
import { CODE, type Levels, MISSING, NAMES } from './levels.js';

/** Compares two records into `out`, which holds as many levels as the plan has fields. Symmetric; allocates nothing. */
export type Comparer = (a: Prepared, b: Prepared, out: Levels) => void;

/** The comparer of a plan's fields, with its swaps seen last, since they mend what looked different. */
export function compileComparer(plan: LinkagePlan): Comparer {
  const fields = plan.fields.length;
  return (a, b, out) => {
    for (let field = 0; field < fields; field++) {
      const left = a[field];
      const right = b[field];
      out[field] = left == null || right == null ? MISSING : compareValues(left, right);
    }
    for (const [one, other] of plan.swaps) noteSwap(a, b, out, one, other);
  };
}

/** The level of two values of one field. Values of two kinds come from two plans and cannot be compared. */
function compareValues(a: PreparedValue, b: PreparedValue): number {
  if (a.kind === 'names' && b.kind === 'names') return compareNames(a, b);
  if (a.kind === 'date' && b.kind === 'date') return compareDates(a, b);
  if (a.kind === 'text' && b.kind === 'text') return compareTexts(a, b);
  if (a.kind === 'code' && b.kind === 'code') return a.code === b.code ? CODE.same : CODE.different;
  throw new TypeError(`records of two plans: a value of kind ${a.kind} against one of kind ${b.kind}`);
}

/**
 * Given name and surname exchanged on one side: both crossed comparisons agree, one of them exactly. Asked only where
 * one of the two fields looks different and the other no better than alike in sound, or a true agreement would be lost.
 */
function noteSwap(a: Prepared, b: Prepared, out: Levels, one: number, other: number): void {
  const levelOne = out[one] ?? MISSING;
  const levelOther = out[other] ?? MISSING;
  if (levelOne === MISSING || levelOther === MISSING) return;
  if (levelOne < NAMES.phonetic || levelOther < NAMES.phonetic) return;
  if (levelOne !== NAMES.different && levelOther !== NAMES.different) return;
  const crossed = crossedLevel(a[one], b[other]);
  if (crossed > NAMES.close) return;
  const crossedBack = crossedLevel(a[other], b[one]);
  if (crossedBack > NAMES.close || (crossed !== NAMES.exact && crossedBack !== NAMES.exact)) return;
  out[one] = NAMES.swapped;
  out[other] = NAMES.swapped;
}

function crossedLevel(a: PreparedValue | null | undefined, b: PreparedValue | null | undefined): number {
  return a?.kind === 'names' && b?.kind === 'names' ? compareNames(a, b) : NAMES.different;
}
