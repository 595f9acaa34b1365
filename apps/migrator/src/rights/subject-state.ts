import type { SubjectState } from '#libs/minimiser';
import { type Client, isRestricted } from '#libs/store';

/**
 * The state of a person whose records are in the store. One restricted record restricts the person; whoever is withheld or erased
 * has none that could be read.
 * @param ids of its source persons
 */
export const findSubjectState = async (client: Client, ids: readonly string[]): Promise<SubjectState> =>
  (await isRestricted(client, ids)) ? 'restricted' : 'present';
