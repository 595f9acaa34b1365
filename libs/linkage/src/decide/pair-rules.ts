import type { Levels } from '../compare/levels.js';
import { type FieldKind, type FieldPlan, LEVELS, type LevelRule, type LinkagePlan } from '../plan/linkage-plan.js';
import type { RuleCode } from './rule-codes.js';

/** Levels at which a field speaks for a link on its own. A shared initial or sound, a shared year or street says too little. */
const SPEAKING: Readonly<Record<FieldKind, readonly string[]>> = {
  names: ['exact', 'shorter', 'close', 'swapped'],
  date: ['exact', 'near'],
  text: ['exact', 'close'],
  code: ['same'],
};
/** Kinds that silence their family when they disagree: people keep their names and birth date, and move house. */
const SILENCING: readonly FieldKind[] = ['names', 'date'];

/** What a pair's levels and bits alone say, whatever else there is. */
export type PairRules = (levels: Levels, bits: number) => RuleCode;

/** One bit a level: the levels of a rule as a mask. Missing (255) is in no mask. */
const maskOf = (levels: readonly number[]): number => levels.reduce((mask, level) => mask | (1 << level), 0);
const holds = (mask: number, level: number): boolean => level < 32 && (mask & (1 << level)) !== 0;

const compile = (rules: readonly LevelRule[]) => rules.map(({ field, levels }) => ({ field, mask: maskOf(levels) }));
type Mask = ReturnType<typeof compile>[number];
const at = (levels: Levels, { field }: Pick<Mask, 'field'>): number => levels[field] ?? 255;

/** Bits of a pair that is probable enough for an automatic link, in the precision of the store. */
export const probableBits = ({ decide: { automatic } }: LinkagePlan): number =>
  Math.fround(Math.log2(automatic.probability / (1 - automatic.probability)));

/**
 * The rules of a plan for one pair by itself, in the order in which they are named to a reader: `link.weak` below
 * `review.from`; `link.vetoed`; then what keeps a pair from being linked automatically; else `link.certain`, which the
 * pair's rivals may still overrule.
 */
export function compilePairRules(plan: LinkagePlan): PairRules {
  const { automatic, review } = plan.decide;
  const vetoes = compile(plan.decide.veto);
  const required = compile(automatic.require);
  const enough = probableBits(plan);
  const families = compileFamilies(plan);
  const isTwinPattern = compileTwinPattern(plan);
  return (levels, bits) => {
    if (bits < review.from) return 'link.weak';
    if (vetoes.some((rule) => holds(rule.mask, at(levels, rule)))) return 'link.vetoed';
    const unmet = required.filter((rule) => !holds(rule.mask, at(levels, rule)));
    if (unmet.length > 0 && isTwinPattern(levels, unmet)) return 'link.twin-pattern';
    if (bits < enough) return 'link.improbable';
    if (unmet.length > 0) return 'link.required-level';
    return families(levels) < automatic.families ? 'link.one-family' : 'link.certain';
  };
}

/**
 * How many families speak for a link: one of their fields agrees, and none of their names or dates disagrees outright. A
 * new surname beside the same given name is half a name, not evidence; a new telephone beside the same address is a new
 * telephone.
 */
export function compileFamilies(plan: LinkagePlan): (levels: Levels) => number {
  const families = plan.families.map(({ fields }) =>
    fields.flatMap((field) => {
      const kind = plan.fields[field]?.kind;
      if (kind === undefined) return [];
      const speaking = LEVELS[kind].flatMap((name, level) => (SPEAKING[kind].includes(name) ? [level] : []));
      const silencing = SILENCING.includes(kind) ? [LEVELS[kind].length - 1] : [];
      return [{ field, speaking: maskOf(speaking), silencing: maskOf(silencing) }];
    }),
  );
  return (levels) =>
    families.filter(
      (fields) =>
        fields.some((rule) => holds(rule.speaking, at(levels, rule))) &&
        !fields.some((rule) => holds(rule.silencing, at(levels, rule))),
    ).length;
}

/**
 * Nearly the same given name while every other name and every date is exact: that is how twins look, and a typo does too.
 * It names the reason of a pair that misses a required level; it takes no pair from a plan that requires none.
 */
function compileTwinPattern(plan: LinkagePlan): (levels: Levels, unmet: readonly Mask[]) => boolean {
  const identity = plan.fields.flatMap(({ kind }: FieldPlan, field) =>
    kind === 'names' || kind === 'date' ? [{ field, kind }] : [],
  );
  const close = LEVELS.names.indexOf('close');
  return (levels, unmet) =>
    unmet.every((rule) => plan.fields[rule.field]?.kind === 'names' && at(levels, rule) === close) &&
    identity.every((rule) => unmet.some(({ field }) => field === rule.field) || at(levels, rule) === 0);
}
