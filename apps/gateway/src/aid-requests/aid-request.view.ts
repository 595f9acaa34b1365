import { decideAccess } from '#libs/minimiser';
import {
  type AidRequestDesk,
  type AidRequestStatus,
  type Asker,
  MOVES,
  nextStatuses,
  type SeenAidRequest,
  standingOf,
} from '#libs/services';
import type { AidRequest, AidRequestMove } from '#libs/store';
import type { AidRequestView } from './aid-request.schemas.js';

/** Which unified field of an aid a member tells. A member that is not here tells nothing of a person beyond the status. */
const FIELDS = {
  kind: 'nature',
  requested_on: 'requestedOn',
  requested_cents: 'requestedAmount',
  granted_cents: 'grantedAmount',
  paid_cents: 'payment',
  paid_on: 'payment',
  reason: 'outcome',
} as const;
type Told = keyof typeof FIELDS;

const DAY_MS = 86_400_000;

/** An aid request as an asker sees it: one explicit function, so that a new column is never published by accident. */
export const aidRequestView = (
  desk: AidRequestDesk,
  asker: Asker,
  { aidRequest, subject }: SeenAidRequest,
  moves: readonly AidRequestMove[],
): AidRequestView => {
  const isOwn = aidRequest.recipient === asker.recipient;
  const sees = (member: Told): boolean =>
    subject === null ||
    // Whoever opened a request has said what it is for.
    (member === 'kind' && isOwn) ||
    decideAccess(desk.book, asker.request, subject, 'aid', FIELDS[member]).precision === 'full';
  const shown = <T>(member: Told, value: T): T | null => (sees(member) ? value : null);
  const status = aidRequest.status as AidRequestStatus;
  return {
    id: aidRequest.id,
    version: aidRequest.version,
    status,
    allowed: nextStatuses(standingOf(aidRequest)).filter(
      (to) => to !== 'draft' && asker.scopes.includes(MOVES[to].scope),
    ),
    kind: shown('kind', aidRequest.kind),
    person_id: subject?.personId ?? null,
    paper_reference: aidRequest.paperReference,
    site: siteOf(desk, asker, aidRequest, subject),
    requested_on: shown('requested_on', aidRequest.requestedOn),
    requested_cents: shown('requested_cents', aidRequest.requestedCents),
    granted_cents: shown('granted_cents', aidRequest.grantedCents),
    paid_cents: shown('paid_cents', aidRequest.paidCents),
    paid_on: shown('paid_on', aidRequest.paidOn),
    reason: shown('reason', aidRequest.reason),
    waiting_for: [...aidRequest.waitingFor],
    waiting_until: aidRequest.waitingUntil,
    appeal: appealOf(desk, aidRequest, moves),
    withheld: (Object.keys(FIELDS) as Told[]).filter((member) => !sees(member)),
    created_at: aidRequest.createdAt,
    changed_at: aidRequest.changedAt,
    history: moves.map((move) => ({
      version: move.version,
      at: move.at,
      status: move.status as AidRequestStatus,
      amount_cents: shown(amountOf(move.status as AidRequestStatus), move.amountCents),
      reason: shown('reason', move.reason),
      waiting_for: [...move.waitingFor],
      waiting_until: move.waitingUntil,
      paid_on: shown('paid_on', move.paidOn),
    })),
  };
};

/** What an amount of the history is. */
const amountOf = (status: AidRequestStatus): Told => {
  if (status === 'draft') return 'requested_cents';
  return status === 'paid' ? 'paid_cents' : 'granted_cents';
};

/** The site of a separated person tells where they are: only a purpose that may know it is told (invariant 16). */
const siteOf = (
  { book }: AidRequestDesk,
  { request }: Asker,
  { site }: AidRequest,
  subject: SeenAidRequest['subject'],
): string | null => {
  if (subject === null || subject.separatedFrom.length === 0) return site;
  return book.purpose(request.purpose ?? '')?.protectedAddress === true ? site : null;
};

/** The way of appeal runs from the decision, also where that has been paid. */
const appealOf = (
  { rules: { appeal } }: AidRequestDesk,
  aidRequest: AidRequest,
  moves: readonly AidRequestMove[],
): AidRequestView['appeal'] => {
  if (!nextStatuses(standingOf(aidRequest)).includes('appealed')) return null;
  const decided = moves.findLast(({ status }) => status === 'refused' || status === 'partly_granted');
  const until = new Date(Date.parse(decided?.at ?? aidRequest.changedAt) + appeal.days * DAY_MS)
    .toISOString()
    .slice(0, 10);
  return { until, way: { ...appeal.way }, text: { ...appeal.text } };
};
