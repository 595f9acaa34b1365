import { UNDECODABLE } from './byte-encodings.js';
import { frenchDate } from './calendar.js';
import { EDUCATION, EMPLOYMENT, HOUSING, MARITAL } from './code-lists.js';
import { personVerdict } from './fate.js';
import type { Fate, Fault } from './fate.js';
import type { Household, TruePerson } from './household.js';
import type { Random } from './random.js';
import { COORDIN_COLUMNS } from './tables.js';
import { impossibleDay, lastChange } from './system-view.js';
import type { SystemContext } from './system-view.js';
import { writtenPerson } from './written-person.js';
import type { WrittenBirth } from './written-person.js';

const FAULTS: readonly Fault[] = ['code', 'date', 'number', 'width', 'encoding', 'harmless'];

const at = (column: string): number => COORDIN_COLUMNS.USAGERS.indexOf(column);
const [NAME, BIRTH, CHILDREN, HOUSED, REMARKS] = [
  at('NOM'),
  at('DATE_NAISS'),
  at('NB_ENFANTS'),
  at('TYPE_LOGT'),
  at('OBSERVATIONS'),
];

/** Writes a row of USAGERS, sometimes with a second one that repeats or lacks its key. Returns the fate of the person. */
export function writeCoordinPerson(
  person: TruePerson,
  household: Household,
  context: SystemContext,
  key: { readonly usager: string; readonly dossier: string },
): Fate {
  const { random, dirt, rows } = context;
  const { fate, fault } = personVerdict(random, dirt, FAULTS, household.refuses);
  const row = personRow(person, household, context, key);
  rows.coordin.push(['USAGERS', fault === null ? row : spoil(row, fault, context)]);
  rows.fates.push(['USAGERS', fate]);
  const [twice, keyless] = [random.chance(dirt.duplicate), random.chance(dirt.keyless)];
  if (fate !== 'clean') return fate;
  rows.links.push({ system: 'coordin', sourceId: key.usager, person: person.id });
  if (twice) addSecond(context, 'key.duplicate', personRow(person, household, context, key));
  if (keyless) addSecond(context, 'key.missing', personRow(person, household, context, { ...key, usager: '' }));
  return fate;
}

function addSecond({ rows }: SystemContext, fate: 'key.duplicate' | 'key.missing', row: string[]): void {
  rows.coordin.push(['USAGERS', row]);
  rows.fates.push(['USAGERS', fate]);
}

function personRow(
  person: TruePerson,
  household: Household,
  context: SystemContext,
  key: { readonly usager: string; readonly dossier: string },
): string[] {
  const { random, text } = context;
  const written = writtenPerson(person, random, context.noise);
  const { line, extra, postcode, town } = household.address;
  const separator = random.pick([' ', ' ', ', ']);
  return [
    key.usager,
    key.dossier,
    title(person, random),
    ...[written.usageName, written.birthName, written.givenNames.join(separator)],
    birthText(written.birth),
    text.birthTown(),
    MARITAL[person.marital]?.coordin ?? '',
    String(household.children),
    HOUSING[household.housing]?.coordin ?? '',
    EMPLOYMENT[person.employment]?.coordin ?? '',
    EDUCATION[person.education]?.coordin ?? '',
    extra === '' ? line : `${line} ; ${extra}`,
    ...[postcode, town.toUpperCase()],
    `01 99 ${text.token()}`,
    ...[text.maybeToken(0.3), text.maybeToken(0.3)],
    text.notes(),
    `Mme ${text.token()}`,
    household.refuses ? 'O' : '',
    frenchDate(lastChange(household, random)),
  ];
}

/** Old records still say `MLLE`; some say nothing. */
function title({ sex, adult }: TruePerson, random: Random): string {
  const draw = random.below(100);
  if (draw < 4) return '';
  if (sex === 'man') return 'M';
  return draw < (adult ? 15 : 70) ? 'MLLE' : 'MME';
}

/** COORDIN has no imprecise dates: a birth of which only the year is known stands at 1 January. */
function birthText(birth: WrittenBirth): string {
  if (birth.precision === 'none') return '';
  return frenchDate(birth.precision === 'day' ? birth.date : { year: birth.date.year, month: 1, day: 1 });
}

function spoil(row: string[], fault: Fault, { random, text }: SystemContext): string[] {
  const name = row[NAME] ?? '';
  switch (fault) {
    case 'code':
      return row.with(HOUSED, '11');
    case 'date':
      return row.with(BIRTH, frenchDate(impossibleDay(1980)));
    case 'number':
      return row.with(CHILDREN, random.pick(['deux', '1/2', '2?']));
    case 'width':
      return random.chance(0.6) ? row.slice(0, random.between(14, 21)) : [...row, text.token()];
    case 'encoding':
      return row.with(NAME, name.slice(0, 1) + UNDECODABLE.windows1252 + name.slice(1));
    case 'harmless':
      return row.with(REMARKS, UNDECODABLE.windows1252 + text.remark());
  }
}
