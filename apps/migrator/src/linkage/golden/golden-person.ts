import { TeachingError } from '#libs/domain';
import { goldenRecord, type GoldenField, type GoldenRules, type GoldenSource } from '#libs/linkage';
import { type Client, findMembers, type PersonMember, type PersonRecord, readPersonRecords } from '#libs/store';
import { runName } from '../../imports/balance-sheet.js';
import type { PersonReader, PersonView } from '../../policies/person-reader.js';
import { findSubjectState } from '../../rights/subject-state.js';
import { findSourcePersonId } from '../review/person-address.js';
import { rulesFor, showGolden } from './show-golden.js';

/** A person as the rules of precedence see it. Holds values: for the eyes of whoever asked, never for a log. */
export interface GoldenPerson {
  readonly personId: string;
  readonly rulesVersion: number;
  readonly members: readonly PersonMember[];
  readonly fields: readonly GoldenField[];
  /** What the purpose sees of the person; the fields above are shown so. */
  readonly view: PersonView;
  /** Unified fields of the rules that the purpose may not see. */
  readonly notShown: readonly string[];
}

/**
 * One person by the id of any of its source persons, or by the address of one, as the reader's purpose sees it. What the
 * purpose may not see is not read.
 * @throws TeachingError `person.unknown`
 */
export const readGoldenPerson = async (
  client: Client,
  rules: GoldenRules,
  reader: PersonReader,
  named: string,
): Promise<GoldenPerson> => {
  const id = await findSourcePersonId(client, named);
  const members = await findMembers(client, [id]);
  const [first] = members;
  if (first === undefined) throw new TeachingError('person.unknown');
  const ids = members.map((member) => member.id);
  const state = await findSubjectState(client, ids);
  const view = reader.viewOf([...new Set(members.map(({ site }) => site))], state);
  const visible = rulesFor(rules, view);
  const records = await readPersonRecords(client, ids, columnsOf(visible));
  return {
    personId: first.personId,
    rulesVersion: rules.version,
    members,
    fields: showGolden(goldenRecord(visible, records.map(toSource)), view),
    view,
    notShown: notShown(rules, view),
  };
};

const columnsOf = ({ attributes }: GoldenRules): string[] => [...new Set(attributes.flatMap(({ of }) => of))];

/** A field may have several columns (a date and its precision): it is named once. */
const notShown = (rules: GoldenRules, { show }: PersonView): string[] => [
  ...new Set(
    columnsOf(rules)
      .filter((column) => !show.includes(column))
      .map((column) => (column === 'birthPrecision' || column === 'birthCenturyKnown' ? 'birthDate' : column)),
  ),
];

const toSource = ({
  id,
  of,
  system,
  site,
  sourceId,
  runId,
  night,
  updatedOn,
  absent,
  values,
}: PersonRecord): GoldenSource => ({
  id,
  provenance: { system, site, sourceId, of, run: runName(runId), night, updatedOn, absent },
  values,
});
