import type { Client } from '../connection/database.js';
import type { ClaimedDelivery } from './webhook.js';

/** How an attempt ended. `status`: of the HTTP answer; null where none came. `problem`: a code. */
export type AttemptEnd =
  | { readonly kind: 'delivered'; readonly status: number }
  | {
      readonly kind: 'again';
      readonly status: number | null;
      readonly problem: string;
      /** Until the next attempt. */
      readonly seconds: number;
    }
  | { readonly kind: 'dead'; readonly status: number | null; readonly problem: string }
  /** The receiver says that it is gone: nothing more is sent to this webhook. */
  | { readonly kind: 'gone'; readonly status: number; readonly problem: string };

const END = `attempts = attempts + 1, last_at = clock_timestamp(), lease_token = NULL, lease_until = NULL`;
const HELD = `webhook_id = $1 AND event_seq = $2 AND lease_token = $3 AND state = 'pending'`;

/**
 * Writes how an attempt ended.
 * @returns false where somebody else holds the delivery by now, or it is gone: then nothing is written (invariant 2)
 */
export const settleDelivery = async (client: Client, claimed: ClaimedDelivery, end: AttemptEnd): Promise<boolean> => {
  const key = [claimed.webhookId, claimed.seq, claimed.token];
  if (end.kind === 'delivered') {
    const told = await client.query(
      `UPDATE passerelle.webhook_delivery SET state = 'delivered', last_status = $4, last_problem = NULL, ${END} WHERE ${HELD}`,
      [...key, end.status],
    );
    return told.rowCount === 1;
  }
  // Before the delivery, as claims, replays and retries do: else two of them could wait for each other.
  await client.query('SELECT FROM passerelle.webhook WHERE id = $1 FOR NO KEY UPDATE', [claimed.webhookId]);
  const seconds = end.kind === 'again' ? end.seconds : 0;
  const { rowCount } = await client.query(
    `UPDATE passerelle.webhook_delivery SET state = $4, last_status = $5, last_problem = $6,
       due_at = clock_timestamp() + make_interval(secs => $7), ${END} WHERE ${HELD}`,
    [...key, end.kind === 'again' ? 'pending' : 'dead', end.status, end.problem, seconds],
  );
  if (rowCount !== 1) return false;
  if (end.kind === 'again') await putOffLater(client, claimed, seconds);
  if (end.kind === 'gone') await disable(client, claimed.webhookId, end.problem);
  return true;
};

/** What must wait for this delivery anyway need not be looked at by each claim until then. */
const putOffLater = async (client: Client, { webhookId, aidRequestId, version }: ClaimedDelivery, seconds: number) => {
  await client.query(
    `UPDATE passerelle.webhook_delivery SET due_at = greatest(due_at, clock_timestamp() + make_interval(secs => $4))
     WHERE webhook_id = $1 AND aid_request_id = $2 AND version > $3 AND state = 'pending'`,
    [webhookId, aidRequestId, version, seconds],
  );
};

const disable = async (client: Client, webhookId: string, problem: string): Promise<void> => {
  await client.query('UPDATE passerelle.webhook SET disabled_at = clock_timestamp() WHERE id = $1', [webhookId]);
  await client.query(
    `UPDATE passerelle.webhook_delivery SET state = 'dead', last_problem = $2, lease_token = NULL, lease_until = NULL
     WHERE webhook_id = $1 AND state = 'pending'`,
    [webhookId, problem],
  );
};

/** Gives a delivery back at once, as if it had never been taken: a dispatcher stops. */
export const releaseDelivery = async (client: Client, claimed: ClaimedDelivery): Promise<void> => {
  await client.query(`UPDATE passerelle.webhook_delivery SET lease_token = NULL, lease_until = NULL WHERE ${HELD}`, [
    claimed.webhookId,
    claimed.seq,
    claimed.token,
  ]);
};
