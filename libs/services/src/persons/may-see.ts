import { type AccessReason, type AccessRequest, decideAccess, type PolicyBook } from '#libs/minimiser';
import type { KnownSubject } from '../subjects/known-subject.js';

/**
 * Whether an asker may learn that somebody is there, as the search decides it: whoever may see nothing of a person is told
 * nothing, and a separated person is nobody for purposes that may not know where they are, unless the grant names their site.
 * @returns why not, for the trail and never for the answer; null where they may
 */
export const whyUnseen = (book: PolicyBook, request: AccessRequest, subject: KnownSubject): AccessReason | null => {
  const reasons: AccessReason[] = [];
  for (const field of fieldsOfPersons(book)) {
    const { reason } = decideAccess(book, request, subject, 'person', field);
    reasons.push(reason);
    if (reason === 'permitted') break;
  }
  if (!reasons.includes('permitted')) {
    // Whatever forbids the person as a whole says more than a field that is not for the purpose.
    return reasons.find((reason) => reason !== 'field.not-for-purpose') ?? 'field.not-for-purpose';
  }
  if (subject.separatedFrom.length === 0 || book.purpose(request.purpose ?? '')?.protectedAddress === true) return null;
  // A grant for every site is held by those of the former household's site too.
  return request.grant === null || request.grant.sites === 'all' ? 'subject.separated' : null;
};

const fieldsOfPersons = (book: PolicyBook): readonly string[] => {
  const known = FIELDS.get(book);
  if (known !== undefined) return known;
  const named = book.fields.flatMap(({ entity, field }) => (entity === 'person' ? [field] : []));
  FIELDS.set(book, named);
  return named;
};
const FIELDS = new WeakMap<PolicyBook, readonly string[]>();
