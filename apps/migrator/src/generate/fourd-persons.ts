import { EDUCATION, EMPLOYMENT, MARITAL } from './code-lists.js';
import type { CivilDate } from './calendar.js';
import { personVerdict } from './fate.js';
import type { Fate, Fault } from './fate.js';
import { boolean, date, integer, text as textCell } from './fourd-cell.js';
import type { FourdCell } from './fourd-cell.js';
import type { FourdContext } from './fourd-rows.js';
import type { Household, TruePerson } from './household.js';
import type { Random } from './random.js';
import { FOURD_COLUMNS } from './tables.js';
import { impossibleDay, lastChange } from './system-view.js';
import { writtenPerson } from './written-person.js';
import type { WrittenBirth } from './written-person.js';

const FAULTS: readonly Fault[] = ['code', 'date'];
const LOOSE_FAULTS: readonly Fault[] = [...FAULTS, 'width'];
const UTF8_FAULTS: readonly Fault[] = [...FAULTS, 'encoding', 'harmless'];

const UNKNOWN_LABELS: readonly string[] = [
  'Auto-entrepreneur',
  'Service civique',
  'Intérimaire saisonnier',
  'Bénévole',
];

const at = (column: string): number => FOURD_COLUMNS.Personnes.indexOf(column);
const [NAME, BIRTH, WORK, REMARKS] = [at('Nom'), at('Ne_Le'), at('Profession'), at('Remarques')];

interface PersonKeys {
  readonly personne: number | null;
  readonly foyer: number;
  readonly head: boolean;
}

/** Writes a row of Personnes, sometimes with a second one that repeats or lacks its key. Returns the fate of the person. */
export function writeFourdPerson(
  person: TruePerson,
  household: Household,
  context: FourdContext,
  keys: PersonKeys & { readonly personne: number },
): Fate {
  const { random, dirt, rows, shape } = context;
  const possible = shape.looseRows ? LOOSE_FAULTS : shape.undecodable === null ? FAULTS : UTF8_FAULTS;
  const { fate, fault } = personVerdict(random, dirt, possible, household.refuses);
  const row = personRow(person, household, context, keys);
  add(context, fate, fault === null ? row : spoil(row, fault, context));
  const [twice, keyless] = [random.chance(dirt.duplicate), random.chance(dirt.keyless)];
  if (fate !== 'clean') return fate;
  rows.links.push({ system: '4d', sourceId: String(keys.personne), person: person.id });
  if (twice) add(context, 'key.duplicate', personRow(person, household, context, keys));
  if (keyless) add(context, 'key.missing', personRow(person, household, context, { ...keys, personne: null }));
  return fate;
}

function add({ rows }: FourdContext, fate: Fate, row: FourdCell[]): void {
  rows.fourd.push(['Personnes', row]);
  rows.fates.push(['Personnes', fate]);
}

function personRow(person: TruePerson, household: Household, context: FourdContext, keys: PersonKeys): FourdCell[] {
  const { random, text } = context;
  const written = writtenPerson(person, random, context.noise);
  return [
    integer(keys.personne),
    integer(keys.foyer),
    textCell(title(person, random)),
    ...[written.usageName, written.birthName, written.givenNames.join(' ')].map(textCell),
    date(birthDate(written.birth)),
    textCell(random.pick(MARITAL[person.marital]?.fourd ?? [])),
    textCell(random.pick(EMPLOYMENT[person.employment]?.fourd ?? [])),
    textCell(random.pick(EDUCATION[person.education]?.fourd ?? [])),
    boolean(keys.head),
    boolean(household.refuses),
    textCell(text.notes()),
    date(lastChange(household, random)),
  ];
}

function title({ sex, adult }: TruePerson, random: Random): string {
  const draw = random.below(100);
  if (draw < 3) return '';
  if (sex === 'man') return 'Monsieur';
  return draw < (adult ? 12 : 70) ? 'Mademoiselle' : 'Madame';
}

/** 4D has no imprecise dates either: 1 January stands for a year. */
function birthDate(birth: WrittenBirth): CivilDate | null {
  if (birth.precision === 'none') return null;
  return birth.precision === 'day' ? birth.date : { year: birth.date.year, month: 1, day: 1 };
}

function spoil(row: FourdCell[], fault: Fault, { random, text, shape }: FourdContext): FourdCell[] {
  const name = row[NAME]?.type === 'text' ? row[NAME].value : '';
  const bad = shape.undecodable ?? '';
  switch (fault) {
    case 'code':
      return row.with(WORK, textCell(random.pick(UNKNOWN_LABELS)));
    case 'date':
      return row.with(BIRTH, date(impossibleDay(1980)));
    case 'width':
      return random.chance(0.6) ? row.slice(0, random.between(6, 12)) : [...row, textCell(text.token())];
    case 'encoding':
      return row.with(NAME, textCell(name.slice(0, 1) + bad + name.slice(1)));
    case 'number':
    case 'harmless':
      return row.with(REMARKS, textCell(bad + text.remark()));
  }
}
