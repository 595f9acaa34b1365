import { EXIT, TeachingError } from '#libs/domain';
import type { Client } from '../connection/database.js';
import { shareRights } from '../rights/rights-lock.js';
import {
  FIND_AID_REQUEST,
  FIND_MOVES,
  INSERT_AID_REQUEST,
  INSERT_MOVE,
  LIST_OF_PERSON,
  LOCK_AID_REQUEST,
  UPDATE_AID_REQUEST,
} from '../sql/aid-requests.sql.js';
import type { AidRequest, AidRequestMove, NewAidRequest, NewMove } from './aid-request.js';

/** PostgreSQL's code for a lock that was not given in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Lands with regard to rights as rows of an import do: before an erasure, which takes it along, or after it, and then not at all.
 * @param grant who opens it, as the audit trail names it
 * @returns null where the store no longer holds the person
 * @throws TeachingError `rights.busy` where the transaction has a `lock_timeout` and a right is being used for longer
 */
export const insertAidRequest = async (
  client: Client,
  request: NewAidRequest,
  grant: string,
): Promise<AidRequest | null> => {
  if (request.personId !== null) await shareWithRights(client);
  const { id, kind, personId, paperReference, recipient, site, requestedCents, requestedOn } = request;
  const values = [id, kind, personId, paperReference, recipient, site, requestedCents, requestedOn, grant];
  const made = (await client.query<AidRequest>({ name: 'insert-aid-request', text: INSERT_AID_REQUEST, values }))
    .rows[0];
  if (made === undefined) return null;
  await insertMove(client, made, { ...NOTHING_SAID, status: made.status, amountCents: requestedCents }, grant);
  return made;
};

const shareWithRights = async (client: Client): Promise<void> => {
  try {
    await shareRights(client);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
    throw new TeachingError('rights.busy', {}, { exitCode: EXIT.waiting, cause: error });
  }
};

const NOTHING_SAID = { reason: null, waitingFor: [], waitingUntil: null, paidOn: null } as const;

/** @param forUpdate keeps others from changing it until the transaction ends */
export const findAidRequest = async (
  client: Client,
  id: string,
  { forUpdate = false }: { readonly forUpdate?: boolean } = {},
): Promise<AidRequest | null> =>
  (
    await client.query<AidRequest>({
      ...(forUpdate
        ? { name: 'lock-aid-request', text: LOCK_AID_REQUEST }
        : { name: 'aid-request', text: FIND_AID_REQUEST }),
      values: [id],
    })
  ).rows[0] ?? null;

/** Writes a status and what was said with it, and one line of history. Call it with the row locked. */
export const moveAidRequest = async (client: Client, id: string, move: NewMove, grant: string): Promise<AidRequest> => {
  const { status, amountCents, reason, waitingFor, waitingUntil, paidOn } = move;
  const values = [id, status, amountCents, reason, waitingFor, waitingUntil, paidOn];
  const moved = (await client.query<AidRequest>({ name: 'move-aid-request', text: UPDATE_AID_REQUEST, values }))
    .rows[0];
  if (moved === undefined) throw new Error('the aid request went while it was locked');
  await insertMove(client, moved, move, grant);
  return moved;
};

const insertMove = (client: Client, { id, version, changedAt }: AidRequest, move: NewMove, grant: string) => {
  const { status, amountCents, reason, waitingFor, waitingUntil, paidOn } = move;
  const values = [id, version, changedAt, status, amountCents, reason, waitingFor, waitingUntil, paidOn, grant];
  return client.query({ name: 'insert-aid-request-move', text: INSERT_MOVE, values });
};

/** What became of an aid request, the oldest first. */
export const findMoves = async (client: Client, id: string): Promise<readonly AidRequestMove[]> =>
  (await client.query<AidRequestMove>({ name: 'aid-request-moves', text: FIND_MOVES, values: [id] })).rows;

/**
 * Aid requests of a person, the newest first.
 * @param personIds all source persons of the person
 * @param before the last one of the page before; null for the first page
 */
export const listAidRequests = async (
  client: Client,
  personIds: readonly string[],
  before: { readonly createdAt: string; readonly id: string } | null,
  limit: number,
): Promise<readonly AidRequest[]> =>
  (await client.query<AidRequest>(LIST_OF_PERSON, [personIds, before?.createdAt ?? null, before?.id ?? null, limit]))
    .rows;
