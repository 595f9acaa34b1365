import type { AccessSubject } from '#libs/minimiser';
import {
  type Client,
  findSeparationsOf,
  type PersonMember,
  readPlaces,
  type SeparationOfPerson,
  type Vault,
} from '#libs/store';
import { findSubjectState } from '../../subjects/subject-state.js';

/** Of whom something is asked, with what a separation says of them. */
export interface FoundSubject extends AccessSubject {
  readonly separations: readonly SeparationOfPerson[];
  /** Source persons that are the new file: they show for no purpose that may not see where the person is. */
  readonly later: ReadonlySet<string>;
}

/**
 * What access is decided by, of one person, as the store tells it. A separated person is where the separation says and nowhere
 * else: the sites of former records open nothing any more.
 * @param members all source persons of the person that are in the store
 */
export const findAccessSubject = async (
  client: Client,
  vault: Vault,
  members: readonly Pick<PersonMember, 'id' | 'site'>[],
): Promise<FoundSubject> => {
  const ids = members.map(({ id }) => id);
  const state = await findSubjectState(client, ids);
  const separations = await findSeparationsOf(client, ids);
  const sites = [...new Set(members.map(({ site }) => site))];
  if (separations.length === 0) return { sites, state, separatedFrom: [], separations, later: new Set() };
  const [latest] = await readPlaces(client, vault, ids);
  return {
    sites: latest?.place.site == null ? [] : [latest.place.site],
    state,
    // The separation itself where there was no case: whoever is separated is protected.
    separatedFrom: [...new Set(separations.flatMap(({ id, cases }) => [...cases, id]))],
    separations,
    later: new Set(separations.flatMap(({ personId, later }) => (later ? [personId] : []))),
  };
};
