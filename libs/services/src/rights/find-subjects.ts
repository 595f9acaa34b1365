import { TeachingError } from '#libs/domain';
import {
  type Client,
  findMarks,
  findMembers,
  findSourcePerson,
  findTables,
  isAwaited,
  type PersonMember,
  type WithheldMark,
} from '#libs/store';
import { isPersonId } from '../subjects/person-address.js';
import { type Naming, readAddress, type SourceAddress, subjectIds } from './subject-ids.js';

/** A source person as a right reaches it. */
export interface Subject {
  readonly id: string;
  readonly system: string;
  readonly site: string;
  readonly table: string;
  /** Key of its record; null where nothing knows it any more. */
  readonly sourceId: string | null;
  /** Why it is withheld already; null: it is not. */
  readonly mark: WithheldMark | null;
}

/** How far a right reaches. */
export interface Reach {
  /** The named record alone, not the others that linkage says are the same person. */
  readonly onlyThisRecord: boolean;
  /** A key that no export has held yet will do. */
  readonly inAdvance: boolean;
}

/**
 * The source persons whom a right is about: all those of the person that is named by an id or by system/site/key. One who is in
 * the store no longer, or not yet, is found by its mark, by records that wait, or by its key alone.
 * @throws TeachingError `person.address`, `source.unknown`, `site.malformed` (exit code 2), `person.unknown`
 */
export const findSubjects = async (
  client: Client,
  naming: Naming,
  named: string,
  reach: Reach,
): Promise<readonly Subject[]> => {
  const address = isPersonId(named) ? null : readAddress(named);
  const id = address === null ? named.toLowerCase() : await findSourcePerson(client, address);
  const members = id === null ? [] : await findMembers(client, [id]);
  const reached = reach.onlyThisRecord ? members.filter((member) => member.id === id) : members;
  const subjects =
    reached.length > 0
      ? await presentSubjects(client, reached)
      : address === null
        ? await markedSubjects(client, named.toLowerCase())
        : await keyedSubjects(client, naming, address, reach.inAdvance);
  if (subjects.length === 0) throw new TeachingError('person.unknown');
  return subjects;
};

const presentSubjects = async (client: Client, members: readonly PersonMember[]): Promise<Subject[]> => {
  const ids = members.map(({ id }) => id);
  const [tables, marks] = [await findTables(client, ids), await findMarks(client, ids)];
  return members.map(({ id, system, site, sourceId }) => ({
    id,
    system,
    site,
    sourceId,
    table: tables.get(id) ?? '',
    mark: marks.find((mark) => mark.id === id) ?? null,
  }));
};

const markedSubjects = async (client: Client, id: string): Promise<Subject[]> =>
  (await findMarks(client, [id])).map((mark) => ({ ...placeOf(mark), sourceId: null, mark }));

const keyedSubjects = async (
  client: Client,
  naming: Naming,
  address: SourceAddress,
  inAdvance: boolean,
): Promise<Subject[]> => {
  const subjects: Subject[] = [];
  for (const { id, table } of subjectIds(naming, address)) {
    const [mark = null] = await findMarks(client, [id]);
    if (mark !== null || inAdvance || (await isAwaited(client, id))) subjects.push({ ...address, id, table, mark });
  }
  return subjects;
};

const placeOf = ({ id, system, site, table }: WithheldMark): Pick<Subject, 'id' | 'system' | 'site' | 'table'> => ({
  id,
  system,
  site,
  table,
});
