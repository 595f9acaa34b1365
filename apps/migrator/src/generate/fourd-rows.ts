import { CONTEXT, HOUSING } from './code-lists.js';
import type { Fate } from './fate.js';
import { date, integer, text as textCell } from './fourd-cell.js';
import type { FourdCell } from './fourd-cell.js';
import { writeFourdAids, writeFourdTalks } from './fourd-dependents.js';
import { writeFourdPerson } from './fourd-persons.js';
import type { FourdShape } from './fourd-shape.js';
import type { Household } from './household.js';
import { strayNumber } from './source-keys.js';
import type { SourceKeys } from './source-keys.js';
import { impossibleDay, knownMembers, recentDay } from './system-view.js';
import type { SystemContext } from './system-view.js';

/** What 4D needs to know besides: which faults its shape of export can show. */
export type FourdContext = SystemContext & { readonly shape: FourdShape };

/** What 4D holds of a household: its Foyer, the members that it knows, their talks and aids. */
export function writeFourd(household: Household, context: FourdContext, keys: SourceKeys): void {
  const foyer = keys.foyer();
  writeCase(household, context, foyer);
  writeStrayCases(household, context, keys, foyer);
  knownMembers(household, context.random).forEach((person, index) => {
    const personne = keys.personne();
    const fate = writeFourdPerson(person, household, context, { personne, foyer, head: index === 0 });
    const owner = { personne, fate };
    writeFourdTalks(household, context, keys, owner);
    writeFourdAids(household, context, keys, owner);
  });
}

function writeCase(household: Household, context: FourdContext, foyer: number): void {
  add(context, 'clean', caseRow(household, context, foyer));
}

function add({ rows }: FourdContext, fate: Fate, row: FourdCell[]): void {
  rows.fourd.push(['Foyers', row]);
  rows.fates.push(['Foyers', fate]);
}

function caseRow(household: Household, { random, text }: FourdContext, foyer: number | null): FourdCell[] {
  const { line, extra, postcode, town } = household.address;
  return [
    integer(foyer),
    textCell(random.pick(CONTEXT[household.context]?.fourd ?? [])),
    textCell(random.pick(HOUSING[household.housing]?.fourd ?? [])),
    integer(household.children),
    ...[line, extra, postcode, town].map(textCell),
    date(household.opened),
    date(household.closed),
    textCell(text.notes()),
    date(recentDay(household, random, 4)),
  ];
}

/** Cases of their own, so that no person's fate depends on them. */
function writeStrayCases(household: Household, context: FourdContext, keys: SourceKeys, foyer: number): void {
  const { random, dirt, shape } = context;
  if (random.chance(dirt.duplicate)) add(context, 'key.duplicate', caseRow(household, context, foyer));
  if (random.chance(dirt.keyless)) add(context, 'key.missing', caseRow(household, context, null));
  if (!random.chance(dirt.strayCase)) return;
  const row = caseRow(household, context, strayNumber(keys));
  switch (random.below(shape.looseRows ? 4 : 3)) {
    case 0:
      return add(context, 'date.invalid', row.with(8, date(impossibleDay(household.opened.year))));
    case 1:
      return add(context, 'code.unmapped', row.with(2, textCell('Camping-car')));
    case 2:
      return add(context, 'number.invalid', row.with(3, textCell('trois')));
    default:
      return add(context, 'row.width', row.slice(0, 7));
  }
}
