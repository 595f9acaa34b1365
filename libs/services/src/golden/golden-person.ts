import { TeachingError, runName } from '#libs/domain';
import type { SubjectState } from '#libs/minimiser';
import { goldenRecord, type GoldenField, type GoldenRules, type GoldenSource } from '#libs/linkage';
import {
  type Client,
  findMembers,
  openPersonRecords,
  type PersonMember,
  type PersonRecord,
  readPersonRecords,
  type Vault,
} from '#libs/store';
import type { PersonReader, PersonView } from '../policies/person-reader.js';
import { type FoundSubject, findAccessSubject } from '../rights/separation/access-subject.js';
import { findSourcePersonId, isPersonId } from '../subjects/person-address.js';
import { showGolden, visibleRules } from './show-golden.js';

/** A person as the rules of precedence see it. Holds values: for the eyes of whoever asked, never for a log. */
export interface GoldenPerson {
  readonly personId: string;
  readonly rulesVersion: number;
  readonly state: SubjectState;
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
  vault: Vault,
  rules: GoldenRules,
  reader: PersonReader,
  named: string,
): Promise<GoldenPerson> => {
  const id = await findSourcePersonId(client, named);
  const found = await findMembers(client, [id]);
  const subject = await findAccessSubject(client, vault, found);
  const view = reader.viewOf(subject);
  const members = visibleMembers(subject, view, found);
  const isShown = members.some((member) => member.id === id);
  if (members.length === 0 || (!isShown && !isPersonId(named))) throw new TeachingError('person.unknown');
  return readSeenPerson(client, vault, rules, { subject, members, view });
};

/** A person whom somebody may see, before anything of its records is read. */
export interface SeenPerson {
  readonly subject: FoundSubject;
  /** Its source persons that may be known of, one at least (`visibleMembers`). */
  readonly members: readonly PersonMember[];
  readonly view: PersonView;
}

/** The new file of a separated person tells where they are, also by the key that names it. */
export const visibleMembers = <T extends Pick<PersonMember, 'id'>>(
  { later }: Pick<FoundSubject, 'later'>,
  { protectedAddress }: Pick<PersonView, 'protectedAddress'>,
  members: readonly T[],
): readonly T[] => members.filter(({ id }) => protectedAddress || !later.has(id));

/** What the records of a person come to for a view. What the view may not see is not read. */
export const readSeenPerson = async (
  client: Client,
  vault: Vault,
  rules: GoldenRules,
  { subject, members, view }: SeenPerson,
): Promise<GoldenPerson> => {
  const ids = members.map((member) => member.id);
  const visible = visibleRules(rules, view);
  const read = await readPersonRecords(client, ids, visible.columns);
  const isOpen = subject.separations.length > 0 && view.protectedAddress;
  const records = isOpen ? await openPersonRecords(client, vault, read, view.show) : read;
  return {
    personId: members[0]?.personId ?? '',
    rulesVersion: rules.version,
    state: subject.state,
    members,
    fields: showGolden(goldenRecord(visible.rules, records.map(toSource)), view),
    view,
    notShown: visible.notShown,
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
  rectified,
}: PersonRecord): GoldenSource => ({
  id,
  provenance: {
    ...{ system, site, sourceId, of, run: runName(runId), night, updatedOn, absent },
    ...(rectified === null ? {} : { rectified }),
  },
  values,
});
