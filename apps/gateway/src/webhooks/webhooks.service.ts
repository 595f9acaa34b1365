import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  type MadeWebhook,
  makeWebhook,
  removeWebhook,
  renewSecret,
  replayWebhook,
  retryDead,
  type WebhookDesk,
  type WebhookOwner,
} from '#libs/services';
import {
  type AuditTrail,
  findWebhook,
  type KeptAnswer,
  listDeliveries,
  listWebhooks,
  type Transactor,
} from '#libs/store';
import type { Access } from '../access/access.js';
import type { AnswerKeeper, Done } from '../idempotency/answer-keeper.js';
import { Refusal } from '../problem/refusal.js';
import { revealSecret, sealedBody } from './secret-answer.js';
import type {
  DeliveryListView,
  DeliveryQuery,
  Replay,
  WebhookListView,
  WebhookOpening,
  WebhookView,
} from './webhook.schemas.js';
import { deliveryView, webhookView } from './webhook.views.js';

/** Webhooks over HTTP. A webhook of another body is unknown: nobody learns that there is one. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Transactor,
    private readonly trail: AuditTrail,
    private readonly keeper: AnswerKeeper,
    private readonly desk: WebhookDesk,
  ) {}

  async open(request: FastifyRequest, access: Access, body: WebhookOpening): Promise<KeptAnswer> {
    const wish = { url: body.url, eventTypes: body.event_types ?? [] };
    const answer = await this.keeper.once(request, access, async (client) =>
      this.made(await makeWebhook(this.desk, client, ownerOf(access), wish), 201),
    );
    return revealSecret(answer, this.desk.box);
  }

  async renew(request: FastifyRequest, access: Access, id: string): Promise<KeptAnswer> {
    const answer = await this.keeper.once(request, access, async (client) =>
      this.made(known(await renewSecret(this.desk, client, ownerOf(access), id)), 200),
    );
    return revealSecret(answer, this.desk.box);
  }

  async list(access: Access): Promise<WebhookListView> {
    const webhooks = await this.database.session((client) => listWebhooks(client, access.recipient));
    return { webhooks: webhooks.map(webhookView) };
  }

  async read(access: Access, id: string): Promise<WebhookView> {
    return webhookView(known(await this.database.session((client) => findWebhook(client, access.recipient, id))));
  }

  async remove(access: Access, id: string): Promise<void> {
    await this.database.transaction(async (client) => {
      await this.trail.record(client, known(await removeWebhook(client, ownerOf(access), id)));
    });
  }

  async deliveries(access: Access, id: string, query: DeliveryQuery): Promise<DeliveryListView> {
    const { limit, state = null, before = null } = query;
    const found = await this.database.session(async (client) => {
      known(await findWebhook(client, access.recipient, id));
      // One more than asked for tells whether there is another page.
      return listDeliveries(client, id, { state, before, limit: limit + 1 });
    });
    const page = found.slice(0, limit);
    return { deliveries: page.map(deliveryView), next: found.length > limit ? (page.at(-1)?.seq ?? null) : null };
  }

  replay(request: FastifyRequest, access: Access, id: string, { from }: Replay): Promise<KeptAnswer> {
    return this.keeper.once(request, access, async (client) => {
      const { events, entries } = known(await replayWebhook(client, ownerOf(access), id, from));
      return { status: 202, body: { events }, entries, personId: null };
    });
  }

  retry(request: FastifyRequest, access: Access, id: string, eventId: string): Promise<KeptAnswer> {
    return this.keeper.once(request, access, async (client) => {
      const { entries } = known(await retryDead(client, ownerOf(access), id, eventId));
      return { status: 202, body: { events: 1 }, entries, personId: null };
    });
  }

  private made({ webhook, secret, entries }: MadeWebhook, status: number): Done {
    const headers = status === 201 ? { Location: `/v1/webhooks/${webhook.id}` } : {};
    return { status, body: sealedBody(webhookView(webhook), secret), headers, entries, personId: null };
  }
}

const ownerOf = ({ client, recipient, purpose }: Access): WebhookOwner => ({ grant: client.grant, recipient, purpose });

/** @throws Refusal 404 */
const known = <T>(found: T | null): T => {
  if (found === null) throw new Refusal(404, 'webhook.unknown');
  return found;
};
