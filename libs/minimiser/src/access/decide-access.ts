import type { PolicyBook } from '../policy/policy-book.js';
import type { Precision } from '../policy/policy-documents.js';
import type { AccessRequest, AccessSubject } from './access-request.js';

/** Why nothing may be seen; `permitted` where something may. */
export type AccessReason =
  | 'permitted'
  | 'purpose.missing'
  | 'purpose.unknown'
  | 'purpose.aggregates-only'
  | 'grant.missing'
  | 'grant.expired'
  | 'grant.purpose'
  | 'grant.recipient'
  | 'grant.site'
  | 'recipient.missing'
  | 'recipient.of-purpose'
  | 'subject.withheld'
  | 'subject.erased'
  | 'subject.restricted'
  | 'subject.archived'
  | 'subject.separated'
  | 'subject.address-protected'
  | 'field.not-for-purpose';

/** How much of a field may be seen, and why no more. */
export interface AccessDecision {
  readonly precision: Precision;
  readonly reason: AccessReason;
}

const forbid = (reason: AccessReason): AccessDecision => ({ precision: 'none', reason });

/**
 * Decides about one field of one person. Everything that forbids is asked before anything that permits, and what is missing
 * or unknown forbids. Pure: the caller enters the answer in the audit trail before it is given.
 * @param entity `person`, `case`, `professionalAct` or `aid`; anything else sees nothing
 */
export const decideAccess = (
  book: PolicyBook,
  request: AccessRequest,
  subject: AccessSubject,
  entity: string,
  field: string,
): AccessDecision => {
  const reason = requestForbidden(book, request) ?? subjectForbidden(book, request, subject, entity, field);
  if (reason !== null) return forbid(reason);
  const precision = book.precision(request.purpose ?? '', entity, field);
  return precision === 'none' ? forbid('field.not-for-purpose') : { precision, reason: 'permitted' };
};

/** What forbids a request whomever it is about. */
const requestForbidden = (book: PolicyBook, request: AccessRequest): AccessReason | null => {
  const { purpose, grant, recipient, now } = request;
  if (purpose === null || purpose === '') return 'purpose.missing';
  const known = book.purpose(purpose);
  if (known === null) return 'purpose.unknown';
  if (grant === null) return 'grant.missing';
  if (grant.expires !== null && !(Date.parse(now) < Date.parse(grant.expires))) return 'grant.expired';
  if (!grant.purposes.includes(purpose)) return 'grant.purpose';
  if (recipient === null || recipient === '') return 'recipient.missing';
  if (!grant.recipients.includes(recipient)) return 'grant.recipient';
  if (!known.recipients.includes(recipient)) return 'recipient.of-purpose';
  return known.aggregatesOnly ? 'purpose.aggregates-only' : null;
};

/** What forbids it about this person, and about this field of theirs. */
const subjectForbidden = (
  book: PolicyBook,
  { purpose, grant, throughCase }: AccessRequest,
  subject: AccessSubject,
  entity: string,
  field: string,
): AccessReason | null => {
  const known = book.purpose(purpose ?? '');
  const sites = grant?.sites ?? [];
  if (sites !== 'all' && !subject.sites.some((site) => sites.includes(site))) return 'grant.site';
  const state = stateForbidden(subject.state, known?.whileRestricted === true, known?.whileArchived === true);
  if (state !== null) return state;
  if (throughCase !== null && subject.separatedFrom.includes(throughCase)) return 'subject.separated';
  const hidden = subject.separatedFrom.length > 0 && book.categoryOf(entity, field)?.tellsWhere === true;
  return hidden && known?.protectedAddress !== true ? 'subject.address-protected' : null;
};

const stateForbidden = (state: string, whileRestricted: boolean, whileArchived: boolean): AccessReason | null => {
  switch (state) {
    case 'present':
      return null;
    case 'withheld':
      return 'subject.withheld';
    case 'restricted':
      return whileRestricted ? null : 'subject.restricted';
    case 'archived':
      return whileArchived ? null : 'subject.archived';
    case 'archived-restricted':
      return !whileArchived ? 'subject.archived' : whileRestricted ? null : 'subject.restricted';
    // `erased`, and any state that a later version may write and this one does not know.
    default:
      return 'subject.erased';
  }
};
