import type { SubjectState } from '#libs/minimiser';
import { type Client, isArchived, isRestricted } from '#libs/store';

/**
 * The state of a person whose records are in the store. One restricted record restricts the person, one that is archived archives
 * it; whoever is withheld or erased has none that could be read.
 * @param ids of its source persons
 */
export const findSubjectState = async (client: Client, ids: readonly string[]): Promise<SubjectState> => {
  const restricted = await isRestricted(client, ids);
  if (await isArchived(client, ids)) return restricted ? 'archived-restricted' : 'archived';
  return restricted ? 'restricted' : 'present';
};
