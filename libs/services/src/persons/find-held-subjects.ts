import type { SubjectState } from '#libs/minimiser';
import { type Client, findHeldMembers, type HeldMember, openPlace, unlockWith, type Vault } from '#libs/store';
import type { KnownSubject } from '../subjects/known-subject.js';
import type { FoundSubject } from '../rights/separation/access-subject.js';

/** A person with its source persons and all that access to it is decided by; nothing that its records say. */
export interface HeldSubject extends FoundSubject, KnownSubject {
  readonly members: readonly HeldMember[];
}

/**
 * The persons that some source persons belong to, in one round trip: what `findAccessSubject` tells the console, for many.
 * @param ids of any source persons; those that nobody has are left out
 * @throws TeachingError `protection-key.*` where somebody of them is separated and the key is missing
 */
export const findHeldSubjects = async (
  client: Client,
  vault: Vault,
  ids: readonly string[],
): Promise<readonly HeldSubject[]> => {
  const persons = new Map<string, HeldMember[]>();
  for (const member of await findHeldMembers(client, ids)) {
    persons.set(member.personId, [...(persons.get(member.personId) ?? []), member]);
  }
  return [...persons].map(([personId, members]) => toSubject(vault, personId, members));
};

const toSubject = (vault: Vault, personId: string, members: readonly HeldMember[]): HeldSubject => {
  const separations = members.flatMap((member) => member.separations);
  const about = { personId, members, sourceIds: members.map(({ id }) => id), state: stateOf(members), separations };
  if (separations.length === 0) {
    return { ...about, sites: [...new Set(members.map(({ site }) => site))], separatedFrom: [], later: new Set() };
  }
  const site = givenSite(vault, members);
  return {
    ...about,
    // A separated person is where the separation says and nowhere else.
    sites: site === null ? [] : [site],
    // The separation itself where there was no case: whoever is separated is protected.
    separatedFrom: [...new Set(separations.flatMap(({ id, cases }) => [...cases, id]))],
    later: new Set(separations.flatMap((one) => (one.later ? [one.personId] : []))),
  };
};

/** One restricted record restricts the person, one that is archived archives it. */
const stateOf = (members: readonly HeldMember[]): SubjectState => {
  const restricted = members.some((member) => member.restricted);
  if (members.some((member) => member.archived)) return restricted ? 'archived-restricted' : 'archived';
  return restricted ? 'restricted' : 'present';
};

const givenSite = (vault: Vault, members: readonly HeldMember[]): string | null => {
  const [latest] = members
    .flatMap(({ place }) => place ?? [])
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.personId < b.personId ? -1 : 1));
  if (latest === undefined) return null;
  unlockWith(
    vault,
    members.flatMap(({ separations }) => separations.map(({ keyFingerprint }) => keyFingerprint)),
  );
  return openPlace(vault, latest).place.site;
};
