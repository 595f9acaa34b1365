/** Where an aid request stands. */
export const AID_REQUEST_STATUSES = [
  'draft',
  'submitted',
  'in_review',
  'adjourned',
  'granted',
  'partly_granted',
  'refused',
  'appealed',
  'paid',
  'cancelled',
] as const;
export type AidRequestStatus = (typeof AID_REQUEST_STATUSES)[number];

/** A status, and whether what was paid was a grant in part: the way of appeal does not end with a payment. */
export type AidRequestStanding = AidRequestStatus | 'paid_in_part';

/** Where a request stands. Of the decisions that are paid, only a grant in part has a reason. */
export const standingOf = ({ status, reason }: { readonly status: string; readonly reason: string | null }) =>
  (status === 'paid' && reason !== null ? 'paid_in_part' : status) as AidRequestStanding;

/** Who may make a move: whoever carries the request, or whoever decides on it (scopes of `gateway.yml`). */
export const WRITE = 'aid-requests:write';
export const DECIDE = 'aid-requests:decide';
export type MoveScope = typeof WRITE | typeof DECIDE;

/** What a move may, or must, say. Amounts in cents; days as YYYY-MM-DD. */
export type MoveDetail = 'amount_cents' | 'until' | 'waiting_for' | 'reason' | 'paid_on';

interface Move {
  readonly scope: MoveScope;
  readonly from: readonly AidRequestStanding[];
  /** Without these the move would say nothing: an amount that is granted, why something is refused. */
  readonly needs: readonly MoveDetail[];
  readonly takes: readonly MoveDetail[];
}

const DECIDABLE: readonly AidRequestStatus[] = ['submitted', 'in_review', 'adjourned', 'appealed'];

/** The moves, by the status that they lead to. What is not here cannot happen. */
export const MOVES: Readonly<Record<Exclude<AidRequestStatus, 'draft'>, Move>> = {
  submitted: { scope: WRITE, from: ['draft'], needs: [], takes: [] },
  // From `adjourned` when the document has come: whoever carries the request says so.
  in_review: { scope: WRITE, from: ['submitted', 'adjourned', 'appealed'], needs: [], takes: [] },
  adjourned: { scope: DECIDE, from: ['submitted', 'in_review'], needs: ['waiting_for'], takes: ['until'] },
  granted: { scope: DECIDE, from: DECIDABLE, needs: ['amount_cents'], takes: [] },
  partly_granted: { scope: DECIDE, from: DECIDABLE, needs: ['amount_cents', 'reason'], takes: [] },
  refused: { scope: DECIDE, from: DECIDABLE, needs: ['reason'], takes: [] },
  appealed: { scope: WRITE, from: ['refused', 'partly_granted', 'paid_in_part'], needs: [], takes: [] },
  paid: { scope: DECIDE, from: ['granted', 'partly_granted'], needs: ['amount_cents'], takes: ['paid_on'] },
  cancelled: { scope: WRITE, from: ['draft', 'submitted', 'in_review', 'adjourned', 'appealed'], needs: [], takes: [] },
};

/** Where a request may go from where it stands, in the order of `AID_REQUEST_STATUSES`. */
export const nextStatuses = (from: AidRequestStanding): readonly AidRequestStatus[] =>
  (Object.entries(MOVES) as [AidRequestStatus, Move][])
    .filter(([, move]) => move.from.includes(from))
    .map(([to]) => to);

/** Why a move is not made; null where it may be. */
export type MoveFault =
  | { readonly code: 'aid-request.move'; readonly allowed: readonly AidRequestStatus[] }
  | { readonly code: 'aid-request.scope'; readonly scope: MoveScope }
  | { readonly code: 'aid-request.detail-missing'; readonly member: MoveDetail }
  | { readonly code: 'aid-request.detail-unused'; readonly member: MoveDetail };

/** A move that is asked for. */
export interface MoveWish {
  readonly to: AidRequestStatus;
  /** Names of the details that were given. */
  readonly details: readonly MoveDetail[];
  readonly scopes: readonly string[];
}

/** Holds a wish against the table above. Whether optional fields of the request are filled is never asked. */
export const moveFault = (from: AidRequestStanding, { to, details, scopes }: MoveWish): MoveFault | null => {
  const move = to === 'draft' ? undefined : MOVES[to];
  if (move === undefined || !move.from.includes(from)) return { code: 'aid-request.move', allowed: nextStatuses(from) };
  if (!scopes.includes(move.scope)) return { code: 'aid-request.scope', scope: move.scope };
  const missing = move.needs.find((detail) => !details.includes(detail));
  if (missing !== undefined) return { code: 'aid-request.detail-missing', member: missing };
  const unused = details.find((detail) => !move.needs.includes(detail) && !move.takes.includes(detail));
  return unused === undefined ? null : { code: 'aid-request.detail-unused', member: unused };
};
