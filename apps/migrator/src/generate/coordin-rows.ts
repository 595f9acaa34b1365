import { CONTEXT } from './code-lists.js';
import { writeCoordinActs } from './coordin-acts.js';
import { writeCoordinPerson } from './coordin-persons.js';
import { frenchDate } from './calendar.js';
import type { Household } from './household.js';
import { strayKey } from './source-keys.js';
import type { SourceKeys } from './source-keys.js';
import { impossibleDay, knownMembers, recentDay } from './system-view.js';
import type { SystemContext } from './system-view.js';

/** What COORDIN holds of a household: its file, the members that it knows, their acts. */
export function writeCoordin(household: Household, context: SystemContext, keys: SourceKeys): void {
  const dossier = keys.dossier();
  writeCase(household, context, dossier);
  writeStrayCases(household, context, keys, dossier);
  for (const person of knownMembers(household, context.random)) {
    const usager = keys.usager();
    const fate = writeCoordinPerson(person, household, context, { usager, dossier });
    writeCoordinActs(household, context, keys, { usager, fate });
  }
}

/** Cases with persons always land: a person's fate never depends on them. */
function writeCase(household: Household, context: SystemContext, dossier: string): void {
  context.rows.coordin.push(['DOSSIERS', caseRow(household, context, dossier)]);
  context.rows.fates.push(['DOSSIERS', 'clean']);
}

function caseRow(household: Household, { random, text }: SystemContext, dossier: string): string[] {
  return [
    dossier,
    frenchDate(household.opened),
    household.closed === null ? '' : frenchDate(household.closed),
    CONTEXT[household.context]?.coordin ?? '',
    text.maybeToken(0.9),
    frenchDate(recentDay(household, random, 4)),
  ];
}

function writeStrayCases(household: Household, context: SystemContext, keys: SourceKeys, dossier: string): void {
  const { random, dirt, rows } = context;
  const add = (
    fate: 'key.duplicate' | 'key.missing' | 'date.invalid' | 'code.unmapped' | 'row.width',
    row: string[],
  ): void => {
    rows.coordin.push(['DOSSIERS', row]);
    rows.fates.push(['DOSSIERS', fate]);
  };
  if (random.chance(dirt.duplicate)) add('key.duplicate', caseRow(household, context, dossier));
  if (random.chance(dirt.keyless)) add('key.missing', caseRow(household, context, ''));
  if (!random.chance(dirt.strayCase)) return;
  const row = caseRow(household, context, strayKey('D', 7, keys));
  switch (random.below(3)) {
    case 0:
      return add('date.invalid', row.with(1, frenchDate(impossibleDay(household.opened.year))));
    case 1:
      return add('code.unmapped', row.with(3, '7'));
    default:
      return add('row.width', row.slice(0, 4));
  }
}
