import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DECIDE, WRITE } from '#libs/services';
import type { Access as RequestAccess } from '../access/access.js';
import { Access, Needs } from '../access/needs.js';
import { sendAnswer } from '../idempotency/send-answer.js';
import { type AidRequestView, MOVE, type Move, OPENING, type Opening } from './aid-request.schemas.js';
import { AidRequestsService, etagOf } from './aid-requests.service.js';

const ID = z.uuid();

/** Aid requests: opened, followed, decided. */
@Controller('v1/aid-requests')
export class AidRequestsController {
  constructor(@Inject(AidRequestsService) private readonly aidRequests: AidRequestsService) {}

  @Post()
  @Needs(WRITE)
  async open(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Access() access: RequestAccess,
    @Body({ schema: OPENING }) body: Opening,
  ): Promise<void> {
    sendAnswer(reply, await this.aidRequests.open(request, access, body));
  }

  @Get(':id')
  @Needs(WRITE, DECIDE)
  @Header('Cache-Control', 'no-store')
  async read(
    @Param('id', { schema: ID }) id: string,
    @Access() access: RequestAccess,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AidRequestView> {
    const view = await this.aidRequests.read(access, id);
    void reply.header('ETag', etagOf(view.version));
    return view;
  }

  @Post(':id/transitions')
  @Needs(WRITE, DECIDE)
  async move(
    @Param('id', { schema: ID }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Access() access: RequestAccess,
    @Body({ schema: MOVE }) body: Move,
  ): Promise<void> {
    sendAnswer(reply, await this.aidRequests.move(request, access, id, body));
  }
}
