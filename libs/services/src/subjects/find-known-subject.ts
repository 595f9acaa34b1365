import { type Client, findMembers, findSeparationsOf } from '#libs/store';
import type { KnownSubject } from '../aid-requests/aid-request-desk.js';
import { findSubjectState } from './subject-state.js';

/**
 * A person by the id of any of its source persons, as access decisions see it.
 * @returns null where the store holds no record of it: unknown, withheld and erased persons alike
 */
export const findKnownSubject = async (client: Client, id: string): Promise<KnownSubject | null> => {
  const members = await findMembers(client, [id]);
  const [first] = members;
  if (first === undefined) return null;
  const sourceIds = members.map((member) => member.id);
  const separations = await findSeparationsOf(client, sourceIds);
  return {
    personId: first.personId,
    sourceIds,
    sites: [...new Set(members.map(({ site }) => site))],
    state: await findSubjectState(client, sourceIds),
    separatedFrom: [...new Set(separations.flatMap(({ cases }) => cases))],
  };
};
