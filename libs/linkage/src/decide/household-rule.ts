import type { Levels } from '../compare/levels.js';
import type { HouseholdRules, LevelRule, LinkagePlan } from '../plan/linkage-plan.js';
import type { HouseholdSupport } from './decided-edge.js';
import { compileFamilies, probableBits } from './pair-rules.js';
import type { RuleCode } from './rule-codes.js';

/** A pair as supports are known by, whichever end is named first. */
export const pairName = ({ left, right }: { readonly left: string; readonly right: string }): string =>
  left < right ? `${left} ${right}` : `${right} ${left}`;

/** Rules that hold a pair back for want of evidence. What contradicts it (a veto, a twin, a rival, a person) is never lifted. */
const WANTING: readonly RuleCode[] = ['link.improbable', 'link.required-level', 'link.one-family'];

/** Whether its household makes a pair an automatic link, which by itself is under `own`. */
export type HouseholdRule = (
  own: RuleCode,
  levels: Levels,
  bits: number,
  support: HouseholdSupport | undefined,
) => boolean;

/** Bits that a support adds; none takes any away. */
export const householdBits = ({ bits }: Pick<HouseholdRules, 'bits'>, support: HouseholdSupport | undefined): number =>
  support === 'one' ? bits.one : support === 'several' ? bits.several : 0;

/**
 * The household as evidence: a pair that lacks evidence and nothing else is linked where its levels are those that the rules ask
 * for, bits and families suffice together with the household's, and others support it. A plan without households links none.
 */
export function compileHouseholdRule(plan: LinkagePlan): HouseholdRule {
  const rules = plan.household;
  if (rules === undefined) return () => false;
  const levelsSuffice = compileLevels(plan, rules);
  const families = compileFamilies(plan);
  const enough = probableBits(plan);
  return (own, levels, bits, support) => {
    const added = householdBits(rules, support);
    if (added === 0 || !WANTING.includes(own)) return false;
    return levelsSuffice(levels) && bits + added >= enough && families(levels) + 1 >= plan.decide.automatic.families;
  };
}

/** Whether a household could make a pair of these levels and bits a link: for which pairs to look at households at all. */
export function compileHouseholdQuestion(plan: LinkagePlan): (levels: Levels, bits: number) => boolean {
  const rules = plan.household;
  if (rules === undefined) return () => false;
  const levelsSuffice = compileLevels(plan, rules);
  const least = probableBits(plan) - Math.max(rules.bits.one, rules.bits.several);
  return (levels, bits) => Math.fround(bits) >= least && levelsSuffice(levels);
}

function compileLevels(plan: LinkagePlan, { require, insteadOf }: HouseholdRules): (levels: Levels) => boolean {
  const asked = plan.decide.automatic.require.filter(({ field }) => !insteadOf.includes(field));
  const all: readonly LevelRule[] = [...require, ...asked];
  return (levels) => all.every(({ field, levels: wanted }) => wanted.includes(levels[field] ?? -1));
}
