import { fromDays, toDays } from './calendar.js';
import { CONTEXT, EMPLOYMENT, HOUSING } from './code-lists.js';
import { FamilyMaker } from './family.js';
import type { Family, Identity } from './identity.js';
import type { Household, TruePerson } from './household.js';
import type { Plan } from './plan.js';
import { address } from './places.js';
import { derive, STREAM } from './random.js';

/** How a household stands against the base night; `steady` where there is none. */
export type Phase = 'steady' | 'changed' | 'removed' | 'added';

/** Draws the phase from the household's number alone, so that both nights agree about the others. */
export function phaseOf(plan: Plan, number: number): Phase {
  if (plan.evolve === null) return 'steady';
  if (number >= plan.households) return 'added';
  const random = derive(plan.seed, STREAM.evolve, number);
  const removed = random.chance(plan.evolve.removed);
  const changed = random.chance(plan.evolve.changed);
  return removed ? 'removed' : changed ? 'changed' : 'steady';
}

/** Which of the three systems know a household: one at least. */
export interface Presence {
  readonly coordin: boolean;
  readonly fourd: boolean;
  readonly tipi: boolean;
}

export function presenceOf(plan: Plan, number: number): Presence {
  const random = derive(plan.seed, STREAM.presence, number);
  const presence = { coordin: random.chance(0.7), fourd: random.chance(0.52), tipi: random.chance(0.52) };
  if (presence.coordin || presence.fourd || presence.tipi) return presence;
  return { ...presence, [random.pick(['coordin', 'fourd', 'tipi'] as const)]: true };
}

/** The true household of that number. `namesake` is an identity elsewhere that its first person shares. */
export function householdOf(
  plan: Plan,
  number: number,
  district: number,
  namesake: Identity | null,
  phase: Phase,
): Household {
  const random = derive(plan.seed, STREAM.family, number);
  const lastDay = toDays(phase === 'added' ? plan.night : plan.baseNight);
  const family = new FamilyMaker(random, number, lastDay, plan.noise.birthDayUnknown).make(namesake);
  const known = random.between(90, 20 * 365);
  const closedFor = random.below(known);
  const closed = random.chance(0.12) ? fromDays(lastDay - closedFor) : null;
  return {
    number,
    persons: phase === 'changed' ? family.persons.map(atOtherWork) : family.persons,
    children: family.children,
    context: random.chance(0.05) ? CONTEXT.length - 1 : contextOf(family),
    housing: random.below(HOUSING.length),
    address: address(random, district),
    opened: fromDays(lastDay - known),
    closed,
    refuses: random.chance(plan.dirt.refusal),
    lastDay,
    changedOn: phase === 'changed' ? plan.night : null,
  };
}

const contextOf = ({ couple, children }: Family): number => (couple ? 2 : 0) + (children > 0 ? 1 : 0);

/** Draws no number: whatever else a changed household holds stays as it was. */
const atOtherWork = (person: TruePerson): TruePerson => ({
  ...person,
  employment: (person.employment + 1) % EMPLOYMENT.length,
});
