import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access as RequestAccess } from '../access/access.js';
import { Access, Needs } from '../access/needs.js';
import { sendAnswer } from '../idempotency/send-answer.js';
import {
  DELIVERY_QUERY,
  type DeliveryListView,
  type DeliveryQuery,
  REPLAY,
  type Replay,
  WEBHOOK_OPENING,
  type WebhookListView,
  type WebhookOpening,
  type WebhookView,
} from './webhook.schemas.js';
import { WebhooksService } from './webhooks.service.js';

const SCOPE = 'webhooks:write';
const ID = z.uuid().toLowerCase();

/** Who is told of changes of aid requests, and how far each telling has come. */
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(@Inject(WebhooksService) private readonly webhooks: WebhooksService) {}

  @Post()
  @Needs(SCOPE)
  async open(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Access() access: RequestAccess,
    @Body({ schema: WEBHOOK_OPENING }) body: WebhookOpening,
  ): Promise<void> {
    sendAnswer(reply, await this.webhooks.open(request, access, body));
  }

  @Get()
  @Needs(SCOPE)
  @Header('Cache-Control', 'no-store')
  list(@Access() access: RequestAccess): Promise<WebhookListView> {
    return this.webhooks.list(access);
  }

  @Get(':id')
  @Needs(SCOPE)
  @Header('Cache-Control', 'no-store')
  read(@Param('id', { schema: ID }) id: string, @Access() access: RequestAccess): Promise<WebhookView> {
    return this.webhooks.read(access, id);
  }

  @Delete(':id')
  @Needs(SCOPE)
  @HttpCode(204)
  remove(@Param('id', { schema: ID }) id: string, @Access() access: RequestAccess): Promise<void> {
    return this.webhooks.remove(access, id);
  }

  @Post(':id/secret')
  @Needs(SCOPE)
  async renew(
    @Param('id', { schema: ID }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Access() access: RequestAccess,
  ): Promise<void> {
    sendAnswer(reply, await this.webhooks.renew(request, access, id));
  }

  @Get(':id/deliveries')
  @Needs(SCOPE)
  @Header('Cache-Control', 'no-store')
  deliveries(
    @Param('id', { schema: ID }) id: string,
    @Query({ schema: DELIVERY_QUERY }) query: DeliveryQuery,
    @Access() access: RequestAccess,
  ): Promise<DeliveryListView> {
    return this.webhooks.deliveries(access, id, query);
  }

  @Post(':id/replay')
  @Needs(SCOPE)
  async replay(
    @Param('id', { schema: ID }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Access() access: RequestAccess,
    @Body({ schema: REPLAY }) body: Replay,
  ): Promise<void> {
    sendAnswer(reply, await this.webhooks.replay(request, access, id, body));
  }

  @Post(':id/deliveries/:event/retry')
  @Needs(SCOPE)
  async retry(
    @Param('id', { schema: ID }) id: string,
    @Param('event', { schema: ID }) event: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Access() access: RequestAccess,
  ): Promise<void> {
    sendAnswer(reply, await this.webhooks.retry(request, access, id, event));
  }
}
