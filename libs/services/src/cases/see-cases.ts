import type { AccessRequest, PolicyBook } from '#libs/minimiser';
import { type Client, findCaseMembers, type Vault } from '#libs/store';
import { findHeldSubjects, type HeldSubject } from '../persons/find-held-subjects.js';
import { whyUnseen } from '../persons/may-see.js';

/** A member of a case whom the asker may see. */
export interface SeenMember {
  readonly subject: HeldSubject;
  /** Those of its source persons that are in this case. */
  readonly sourceIds: readonly string[];
}

/** A case that the asker may see, before anything of it is read. */
export interface SeenCase {
  readonly caseId: string;
  /** One at least; whoever may not be seen is not there and is not counted. */
  readonly members: readonly SeenMember[];
  /** Whether a separated person belongs to it: then its place is theirs. */
  readonly isProtected: boolean;
}

export interface CaseDesk {
  readonly book: PolicyBook;
  readonly vault: Vault;
}

/**
 * Which of some cases an asker may see, and whom in them. A case is seen through its members: without one who may be seen it is
 * not there, and neither is the case of a separated person who may not be, whoever else is in it.
 */
export const seeCases = async (
  client: Client,
  { book, vault }: CaseDesk,
  request: AccessRequest,
  caseIds: readonly string[],
): Promise<readonly SeenCase[]> => {
  const members = await findCaseMembers(client, caseIds);
  const subjects = await findHeldSubjects(client, vault, [...new Set([...members.values()].flat())]);
  const isOpen = book.purpose(request.purpose ?? '')?.protectedAddress === true;
  return caseIds.flatMap((caseId) => {
    const ids = members.get(caseId) ?? [];
    const inCase = subjects
      .map((subject) => ({ subject, sourceIds: subject.sourceIds.filter((id) => ids.includes(id)) }))
      .filter(({ sourceIds }) => sourceIds.length > 0);
    const through = { ...request, throughCase: caseId };
    // The new file of a separated person tells where they are: it is there for purposes that may know that, and for no other.
    const isSeen = ({ subject, sourceIds }: SeenMember): boolean =>
      (isOpen || sourceIds.some((id) => !subject.later.has(id))) && whyUnseen(book, through, subject) === null;
    const isSeparated = ({ subject }: SeenMember): boolean => subject.separatedFrom.length > 0;
    const seen = inCase.filter(isSeen);
    if (seen.length === 0 || inCase.some((member) => isSeparated(member) && !isSeen(member))) return [];
    return [{ caseId, members: seen, isProtected: inCase.some(isSeparated) }];
  });
};
