import type { Transactor } from '../connection/database.js';
import { CLAIM_DELIVERIES, FIND_DUE_WEBHOOKS, TAKE_WEBHOOK } from './claim-deliveries.sql.js';
import type { ClaimedDelivery } from './webhook.js';

/** How much a dispatcher takes. */
export interface ClaimLimits {
  /** Deliveries that this dispatcher has room for. */
  readonly room: number;
  /** Deliveries that may be under way to one webhook, from all processes together. */
  readonly perWebhook: number;
  readonly leaseSeconds: number;
}

/**
 * Takes due deliveries under leases, from one webhook after the other: what was taken is told at once, since the next step may
 * fail.
 *
 * The order of an aid request's events rests on three things: versions are appended in their order, so whoever sees one sees those
 * before it; a claim takes a delivery only where none before it waits; and claims, replays, retries and failures of one webhook
 * happen one after the other, under the lock of its row.
 */
export async function* claimDeliveries(
  database: Transactor,
  { room, perWebhook, leaseSeconds }: ClaimLimits,
): AsyncGenerator<readonly ClaimedDelivery[]> {
  const due = await database.session((client) => client.query<{ id: string }>(FIND_DUE_WEBHOOKS));
  let left = room;
  for (const { id } of due.rows) {
    if (left <= 0) return;
    const claimed = await database.transaction(async (client) => {
      const taken = await client.query(TAKE_WEBHOOK, [id]);
      if (taken.rowCount === 0) return [];
      const values = [id, leaseSeconds, left, perWebhook];
      return (await client.query<ClaimedDelivery>({ name: 'claim-deliveries', text: CLAIM_DELIVERIES, values })).rows;
    });
    left -= claimed.length;
    yield claimed;
  }
}
