import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js';
import { connectionOf, SCHEMA } from '../../../../../test/support/schema-template.js';
import type { StoreConnection } from '../../connection/data-source.js';
import { Database } from '../../connection/database.js';
import { type ClaimLimits, claimDeliveries } from '../claims.repository.js';
import { appendOutbox } from '../outbox.repository.js';
import type { ClaimedDelivery, NewWebhook, Webhook } from '../webhook.js';
import { insertWebhook } from '../webhooks.repository.js';

export const SIRET = '21750001600019';

/** An aid request's id from a number. */
export const aidRequest = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A migrated store for what webhooks need. */
export class WebhookStore {
  private constructor(
    private readonly test: TestDatabase,
    readonly connection: StoreConnection,
    readonly database: Database,
  ) {}

  get url(): string {
    return this.test.url;
  }

  static async open(): Promise<WebhookStore> {
    const test = await createTestDatabase(SCHEMA);
    const connection = connectionOf(test.url);
    return new WebhookStore(test, connection, new Database(connection, { max: 8 }));
  }

  async webhook(about: Partial<NewWebhook> = {}): Promise<Webhook> {
    const wanted = { grant: 'token/test', recipient: SIRET, url: 'https://example.org/', eventTypes: [], ...about };
    return (await this.database.transaction((client) => insertWebhook(client, wanted, 1_000)))!;
  }

  /** Commits versions of one aid request, each in a transaction of its own. @returns the ids of the events */
  async change(number: number, ...versions: readonly number[]): Promise<string[]> {
    const ids: string[] = [];
    for (const version of versions) {
      const place = await this.database.transaction((client) =>
        appendOutbox(client, {
          aidRequestId: aidRequest(number),
          version,
          type: 'aid_request.submitted',
          status: 'submitted',
          recipient: SIRET,
        }),
      );
      ids.push(place.id);
    }
    return ids;
  }

  async claim(limits: Partial<ClaimLimits> = {}): Promise<readonly ClaimedDelivery[]> {
    const claimed: ClaimedDelivery[] = [];
    const all = { room: 100, perWebhook: 100, leaseSeconds: 30, ...limits };
    for await (const some of claimDeliveries(this.database, all)) claimed.push(...some);
    return claimed;
  }

  /** `number/version` of what waits, is delivered or dead, in that order. */
  async states(webhookId: string): Promise<Record<string, string>> {
    const rows = await this.database.query<{ name: string; state: string }>(
      `SELECT ltrim(right(aid_request_id::text, 12), '0') || '/' || version AS name, state
       FROM passerelle.webhook_delivery WHERE webhook_id = $1 ORDER BY aid_request_id, version`,
      [webhookId],
    );
    return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
  }

  /** As if time had passed: what waits is due, leases have run out. */
  async letTimePass(): Promise<void> {
    await this.database.query(
      `UPDATE passerelle.webhook_delivery SET due_at = clock_timestamp() - interval '1 second',
         lease_until = clock_timestamp() - interval '1 second' WHERE state = 'pending'`,
    );
  }

  async clear(): Promise<void> {
    await this.database.query('DELETE FROM passerelle.webhook');
    await this.database.query('DELETE FROM passerelle.outbox_event');
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.test.drop();
  }
}
