import { HOUSING } from './code-lists.js';
import { isoDate } from './calendar.js';
import type { Fate } from './fate.js';
import type { Household } from './household.js';
import type { SourceKeys } from './source-keys.js';
import type { SystemContext } from './system-view.js';
import { clockTime } from './calendar.js';
import { knownMembers, recentDay } from './system-view.js';
import { tipiAids } from './tipi-aids.js';
import { tipiPersons } from './tipi-persons.js';
import { escapeXml } from './xml-text.js';

/** What TIPI holds of a household: one DOSSIER with the members that it knows and the aids of its applicant. */
export function writeTipi(household: Household, context: SystemContext, keys: SourceKeys): void {
  const { random, text, dirt, rows } = context;
  const num = keys.tipiDossier();
  const members = knownMembers(household, random);
  const nobody = random.chance(dirt.orphan);
  const persons = tipiPersons(nobody ? [] : members, household, context, keys);
  const address = addressElement(household);
  const aids = tipiAids(household, context, keys, persons.applicant);
  const comment = `    <COMMENTAIRE>${escapeXml(text.remark())}</COMMENTAIRE>\n`;
  addDossier(household, context, num, 'clean', persons.elements + address + aids + (random.chance(0.6) ? comment : ''));
  const [twice, keyless] = [random.chance(dirt.duplicate), random.chance(dirt.keyless)];
  if (twice) addDossier(household, context, num, 'key.duplicate', comment);
  if (keyless) addDossier(household, context, '', 'key.missing', comment);
  rows.fates.push(...persons.fates);
}

function addDossier(
  household: Household,
  { random, rows }: SystemContext,
  num: string,
  fate: Fate,
  content: string,
): void {
  const changed = `${isoDate(recentDay(household, random, 2))}T${clockTime(random.between(480, 1140))}:${String(random.between(10, 59))}`;
  rows.tipi.push(`  <DOSSIER num="${num}" maj="${changed}">\n${content}  </DOSSIER>\n`);
  rows.fates.push(['DOSSIER', fate]);
}

function addressElement({ address, housing }: Household): string {
  if (HOUSING[housing]?.tipi === 'L8') return '';
  const { line, postcode, town } = address;
  return `    <ADRESSE><VOIE>${escapeXml(line)}</VOIE><CP>${postcode}</CP><VILLE>${town.toUpperCase()}</VILLE></ADRESSE>\n`;
}
