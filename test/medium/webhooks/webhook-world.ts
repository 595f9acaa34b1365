import { createLogger } from '#libs/runtime';
import {
  type DispatchLimits,
  makeWebhook,
  SecretBox,
  showSecret,
  type WakeChannel,
  type WebhookOwner,
  WebhookDispatcher,
} from '#libs/services';
import type { Webhook } from '#libs/store';
import { SIRET, WebhookStore } from '../../../libs/store/src/webhooks/testing/webhook-store.js';
import { Receiver } from './receiver.js';

export const OWNER: WebhookOwner = { grant: 'token/0123456789abcdef', recipient: SIRET, purpose: 'aid_instruction' };
export const RULES = { allow: ['127.0.0.1'], http: true, keepDays: 30 };
export const KEY = Buffer.alloc(32, 7);

/** Dispatchers that wake nobody: each looks by itself. */
const SILENT: WakeChannel = { wake: () => undefined, start: () => undefined, stop: () => Promise.resolve() };

/** A store, a receiver, and dispatchers that look ten times a second. */
export class WebhookWorld {
  readonly box = new SecretBox(KEY);
  readonly desk = { box: this.box, rules: RULES };
  /** Everything that was logged. */
  log = '';
  private readonly dispatchers: WebhookDispatcher[] = [];

  private constructor(
    readonly store: WebhookStore,
    readonly receiver: Receiver,
  ) {}

  static async open(): Promise<WebhookWorld> {
    return new WebhookWorld(await WebhookStore.open(), await Receiver.open());
  }

  /** A webhook to the receiver. @returns it with its secret in the open */
  async webhook(url = this.receiver.url): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
    const wish = { url, eventTypes: [] };
    const made = await this.store.database.transaction((client) => makeWebhook(this.desk, client, OWNER, wish));
    return { webhook: made.webhook, secret: showSecret(this.box.open(made.secret)) };
  }

  dispatch(limits: Partial<DispatchLimits> = {}, channel = SILENT): WebhookDispatcher {
    const write = (line: string): void => void (this.log += line);
    const dispatcher = new WebhookDispatcher({
      database: this.store.database,
      box: this.box,
      send: { rules: RULES },
      channel,
      logger: createLogger({ logLevel: 'trace' }, { write }),
      limits: { sweepMs: 100, graceMs: 500, ...limits },
    });
    this.dispatchers.push(dispatcher);
    dispatcher.start();
    return dispatcher;
  }

  /** Nobody waits five seconds here: what failed is due again at once. */
  async hurry(): Promise<void> {
    await this.store.database.query(
      `UPDATE passerelle.webhook_delivery SET due_at = clock_timestamp()
       WHERE state = 'pending' AND due_at > clock_timestamp() AND lease_until IS NULL`,
    );
  }

  async deliveries(): Promise<
    { state: string; attempts: number; last_status: number | null; last_problem: string | null }[]
  > {
    return this.store.database.query(
      'SELECT state, attempts, last_status, last_problem FROM passerelle.webhook_delivery ORDER BY event_seq',
    );
  }

  /** Whether nothing waits any more. */
  async isQuiet(): Promise<boolean> {
    const rows = await this.store.database.query(
      `SELECT FROM passerelle.webhook_delivery WHERE state = 'pending' LIMIT 1`,
    );
    return rows.length === 0;
  }

  /** Stops the dispatchers and forgets everything. */
  async clear(): Promise<void> {
    await Promise.all(this.dispatchers.splice(0).map((one) => one.stop()));
    await this.store.clear();
    this.receiver.received.length = 0;
    this.receiver.answer = () => 204;
    this.receiver.says = '';
    this.log = '';
  }

  async close(): Promise<void> {
    await this.clear();
    this.receiver.close();
    await this.store.close();
  }
}
