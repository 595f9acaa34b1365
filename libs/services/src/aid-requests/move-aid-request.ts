import { TeachingError } from '#libs/domain';
import { type AidRequest, type Client, findAidRequest, moveAidRequest, type NewMove } from '#libs/store';
import { type AidRequestDesk, type Asker, seeAidRequest } from './aid-request-desk.js';
import { dayFromToday } from './day-from-today.js';
import { changeEntry, type ChangedAidRequest } from './open-aid-request.js';
import { type AidRequestStatus, type MoveDetail, moveFault, standingOf } from './workflow.js';

/** A status that a request shall take, with what is said about it. */
export interface AidRequestMoveWish {
  readonly to: AidRequestStatus;
  readonly amountCents: number | null;
  /** Codes of `aids.yml`. */
  readonly reason: string | null;
  readonly waitingFor: readonly string[] | null;
  readonly until: string | null;
  readonly paidOn: string | null;
  /** The version that the asker has seen. */
  readonly version: number;
}

/**
 * Moves an aid request, in the caller's transaction.
 * @throws TeachingError `aid-request.unknown`, `version.stale`, `aid-request.move`, `aid-request.scope`,
 * `aid-request.detail-missing`, `aid-request.detail-unused`, `aid-request.amount`, `aid-request.until`
 */
export const moveRequest = async (
  client: Client,
  desk: AidRequestDesk,
  asker: Asker,
  id: string,
  wish: AidRequestMoveWish,
): Promise<ChangedAidRequest> => {
  const locked = await findAidRequest(client, id, { forUpdate: true });
  const { aidRequest, subject } = await seeAidRequest(client, desk, asker, locked);
  if (aidRequest.version !== wish.version) throw new TeachingError('version.stale');
  check(aidRequest, asker, wish);
  // Nobody can bring a paper by a day that is over.
  if (wish.until !== null && wish.until < (await dayFromToday(client))) throw new TeachingError('aid-request.until');
  const until = wish.until ?? (await dayOfPapers(client, desk, wish));
  const moved = await moveAidRequest(client, id, toMove({ ...wish, until }), asker.grant);
  return { aidRequest: moved, subject, entries: [changeEntry('aid-request.move', asker, moved, ['outcome'])] };
};

/** An adjournment always names a day: whoever brings a paper must know by when (code des relations entre le public et l’administration, L. 114-5). */
const dayOfPapers = async (
  client: Client,
  { rules: { adjournment = DEFAULT_ADJOURNMENT } }: AidRequestDesk,
  { to }: AidRequestMoveWish,
): Promise<string | null> => (to === 'adjourned' ? dayFromToday(client, adjournment.days) : null);

const DEFAULT_ADJOURNMENT = { days: 30 };

const check = (aidRequest: AidRequest, { scopes }: Asker, wish: AidRequestMoveWish): void => {
  const fault = moveFault(standingOf(aidRequest), { to: wish.to, details: detailsOf(wish), scopes });
  if (fault !== null) {
    const { code, ...args } = fault;
    throw new TeachingError(
      code,
      Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value)])),
    );
  }
  if (!isAmountPlausible(aidRequest, wish)) throw new TeachingError('aid-request.amount');
};

const detailsOf = ({ amountCents, until, waitingFor, reason, paidOn }: AidRequestMoveWish): MoveDetail[] =>
  Object.entries({ amount_cents: amountCents, until, waiting_for: waitingFor, reason, paid_on: paidOn }).flatMap(
    ([name, value]) => (value === null ? [] : [name as MoveDetail]),
  );

/**
 * What is decided is never held against what was asked for: that amount is optional, and whoever left it out would fare
 * otherwise (invariant 20). What was paid before an appeal counts.
 */
const isAmountPlausible = ({ grantedCents, paidCents }: AidRequest, { to, amountCents }: AidRequestMoveWish): boolean =>
  to !== 'paid' || amountCents === null || grantedCents === null || (paidCents ?? 0) + amountCents <= grantedCents;

const toMove = ({ to, amountCents, reason, waitingFor, until, paidOn }: AidRequestMoveWish): NewMove => ({
  status: to,
  amountCents,
  reason,
  waitingFor: waitingFor ?? [],
  waitingUntil: until,
  paidOn,
});
