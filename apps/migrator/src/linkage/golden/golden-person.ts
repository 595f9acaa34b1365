import { TeachingError } from '#libs/domain';
import { goldenRecord, type GoldenField, type GoldenRules, type GoldenSource } from '#libs/linkage';
import { type Client, findMembers, type PersonMember, type PersonRecord, readPersonRecords } from '#libs/store';
import { runName } from '../../imports/balance-sheet.js';
import { findSourcePersonId } from '../review/person-address.js';

/** A person as the rules of precedence see it. Holds values: for the eyes of whoever asked, never for a log. */
export interface GoldenPerson {
  readonly personId: string;
  readonly rulesVersion: number;
  readonly members: readonly PersonMember[];
  readonly fields: readonly GoldenField[];
}

/**
 * One person by the id of any of its source persons, or by the address of one.
 * @throws TeachingError `person.unknown`
 */
export const readGoldenPerson = async (client: Client, rules: GoldenRules, named: string): Promise<GoldenPerson> => {
  const id = await findSourcePersonId(client, named);
  const members = await findMembers(client, [id]);
  const [first] = members;
  if (first === undefined) throw new TeachingError('person.unknown');
  const fields = [...new Set(rules.attributes.flatMap(({ of }) => of))];
  const records = await readPersonRecords(
    client,
    members.map((member) => member.id),
    fields,
  );
  return {
    personId: first.personId,
    rulesVersion: rules.version,
    members,
    fields: goldenRecord(rules, records.map(toSource)),
  };
};

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
