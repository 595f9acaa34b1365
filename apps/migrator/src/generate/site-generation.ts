import { CanarySource } from './canary.js';
import { writeCoordin } from './coordin-rows.js';
import type { FourdHabits } from './fourd-cell.js';
import { writeFourd } from './fourd-rows.js';
import { fourdShape } from './fourd-shape.js';
import type { FourdShape } from './fourd-shape.js';
import { FreeText } from './free-text.js';
import { householdOf, phaseOf, presenceOf } from './household-maker.js';
import type { Phase } from './household-maker.js';
import { HouseholdRows } from './household-rows.js';
import type { Household } from './household.js';
import { Namesakes } from './namesakes.js';
import type { Plan } from './plan.js';
import { siteCode } from './plan.js';
import { districtOf } from './places.js';
import { derive, STREAM } from './random.js';
import type { Stream } from './random.js';
import { sourceKeys } from './source-keys.js';
import type { SystemContext } from './system-view.js';
import { writeTipi } from './tipi-rows.js';

/** A household with all that it puts into the exports. */
export interface GeneratedHousehold {
  readonly household: Household;
  readonly rows: HouseholdRows;
  readonly phase: Phase;
  /** Another person who turned out to be the namesake of one of this household, where both are in the files. */
  readonly namesake: number | null;
}

/** Makes the households of one site in their order. It holds the site's counters, and nothing that grows. */
export class SiteGeneration {
  readonly shape: FourdShape;
  private readonly keys = sourceKeys();
  private readonly namesakes = new Namesakes();
  private readonly canary: CanarySource;

  constructor(
    private readonly plan: Plan,
    private readonly site: string,
    private readonly siteIndex: number,
  ) {
    this.shape = fourdShape(plan.fourd, habitsOf(plan, siteIndex));
    this.canary = new CanarySource(plan.textSeed, siteIndex);
  }

  *households(): Generator<GeneratedHousehold> {
    const { households, added, sites } = this.plan;
    for (let number = this.siteIndex; number < households + added; number += sites.length) yield this.make(number);
  }

  private make(number: number): GeneratedHousehold {
    const { plan } = this;
    const phase = phaseOf(plan, number);
    const drawn = this.namesakes.draw(derive(plan.seed, STREAM.namesake, number));
    const household = householdOf(plan, number, districtOf(this.site), drawn, phase);
    const rows = this.write(household);
    const [head] = household.persons;
    if (head !== undefined && rows.links.some((link) => link.person === head.id))
      this.namesakes.offer(head, phase !== 'removed');
    return { household, rows, phase, namesake: drawn?.inFiles === true && phase !== 'removed' ? drawn.id : null };
  }

  private write(household: Household): HouseholdRows {
    const { plan, keys } = this;
    const rows = new HouseholdRows();
    const presence = presenceOf(plan, household.number);
    const text = new FreeText(derive(plan.textSeed, STREAM.text, household.number), this.canary);
    const context = (stream: Stream): SystemContext => ({
      random: derive(plan.seed, stream, household.number),
      ...{ text, rows, dirt: plan.dirt, noise: plan.noise, siteCode: siteCode(this.site) },
    });
    if (presence.coordin) writeCoordin(household, context(STREAM.coordin), keys);
    if (presence.fourd) writeFourd(household, { ...context(STREAM.fourd), shape: this.shape }, keys);
    if (presence.tipi) writeTipi(household, context(STREAM.tipi), keys);
    return rows;
  }
}

/** How this site's 4D application writes: years in two digits as long as its pivot (30) reads them back. */
function habitsOf(plan: Plan, siteIndex: number): FourdHabits {
  const random = derive(plan.seed, STREAM.habits, siteIndex);
  const [yes, no] = random.pick([
    ['Vrai', 'Faux'],
    ['True', 'False'],
    ['Oui', 'Non'],
    ['1', '0'],
  ] as const);
  const lineBreak = random.pick(['{linefeed}', '|', '\v']);
  return { yes, no, lineBreak, shortYears: plan.night.year < 2030, groupSpace: random.pick([' ', '\u00a0']) };
}
