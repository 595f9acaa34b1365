import { isoDate, two } from './calendar.js';
import { EDUCATION, EMPLOYMENT, HOUSING, MARITAL } from './code-lists.js';
import { personVerdict } from './fate.js';
import type { Fate, Fault } from './fate.js';
import type { Household, TruePerson } from './household.js';
import type { SourceKeys } from './source-keys.js';
import type { SystemContext } from './system-view.js';
import { impossibleDay } from './system-view.js';
import type { Table } from './tables.js';
import { writtenPerson } from './written-person.js';
import type { WrittenBirth } from './written-person.js';
import { escapeXml } from './xml-text.js';

const FAULTS: readonly Fault[] = ['code', 'date'];

export interface TipiPersons {
  /** PERSONNE elements in document order. */
  readonly elements: string;
  readonly fates: readonly [Table, Fate][];
  /** The fate of whoever has the lowest rang; `unknown` where nobody is there. */
  readonly applicant: Fate | 'unknown';
}

/** Writes the PERSONNE elements of one DOSSIER: rang counts from 1, from 2 where the applicant was taken out. */
export function tipiPersons(
  members: readonly TruePerson[],
  household: Household,
  context: SystemContext,
  keys: SourceKeys,
): TipiPersons {
  const { random, dirt, rows } = context;
  const firstRang = random.chance(0.03) ? 2 : 1;
  const lastFirst = random.chance(0.04);
  const elements: string[] = [];
  const fates: [Table, Fate][] = [];
  let seconds = members.length + firstRang;
  members.forEach((person, index) => {
    const id = keys.tipiPerson();
    const { fate, fault } = personVerdict(random, dirt, FAULTS, household.refuses);
    elements.push(personElement(person, household, context, id, index + firstRang, fault));
    fates.push(['PERSONNE', fate]);
    const [twice, keyless] = [random.chance(dirt.duplicate), random.chance(dirt.keyless)];
    if (fate !== 'clean') return;
    rows.links.push({ system: 'tipi', sourceId: id, person: person.id });
    const second = (key: string, verdict: Fate): void => {
      elements.push(personElement(person, household, context, key, seconds, null));
      fates.push(['PERSONNE', verdict]);
      seconds += 1;
    };
    if (twice) second(id, 'key.duplicate');
    if (keyless) second('', 'key.missing');
  });
  const applicant = fates[0]?.[1] ?? 'unknown';
  const ordered = lastFirst && elements.length === members.length ? elements.toReversed() : elements;
  return { elements: ordered.join(''), fates, applicant };
}

function personElement(
  person: TruePerson,
  household: Household,
  context: SystemContext,
  id: string,
  rang: number,
  fault: Fault | null,
): string {
  const { random, text } = context;
  const { usageName, birthName, givenNames, birth } = writtenPerson(person, random, context.noise);
  const phone = random.chance(0.3) ? `<TELEPHONE>${text.token()}</TELEPHONE>` : '';
  const sex = random.chance(0.02) ? '9' : person.sex === 'man' ? '1' : '2';
  const code = (list: readonly { readonly tipi: string }[], index: number): string => list[index]?.tipi ?? '';
  const work = fault === 'code' ? 'E12' : code(EMPLOYMENT, person.employment);
  const born = fault === 'date' ? isoDate(impossibleDay(1980)) : birthText(birth);
  return (
    `    <PERSONNE id="${id}" rang="${String(rang)}"><NOM>${escapeXml(birthName || usageName)}</NOM>` +
    (birthName === '' || birthName === usageName ? '' : `<NOM_USAGE>${escapeXml(usageName)}</NOM_USAGE>`) +
    `<PRENOMS>${escapeXml(givenNames.join(' '))}</PRENOMS>` +
    (born === '' ? '' : `<NAISSANCE>${born}</NAISSANCE>`) +
    `<SEXE>${sex}</SEXE>${phone}<SITUATION code="${code(MARITAL, person.marital)}"/>` +
    `<LOGEMENT code="${code(HOUSING, household.housing)}"/><EMPLOI code="${work}"/>` +
    `<ETUDES code="${code(EDUCATION, person.education)}"/>` +
    `<REFUS_INFORMATIQUE>${household.refuses ? '1' : '0'}</REFUS_INFORMATIQUE></PERSONNE>\n`
  );
}

/** TIPI says what it knows: a day, a month or a year. */
function birthText(birth: WrittenBirth): string {
  switch (birth.precision) {
    case 'none':
      return '';
    case 'day':
      return isoDate(birth.date);
    case 'month':
      return `${String(birth.date.year)}-${two(birth.date.month)}`;
    case 'year':
      return String(birth.date.year);
  }
}
