import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access as RequestAccess } from '../access/access.js';
import { Access, Needs } from '../access/needs.js';
import { sendAnswer } from '../idempotency/send-answer.js';
import { CASE_ID, SEPARATION, type SeparationBody } from './rights.schemas.js';
import { SeparationsService } from './separations.service.js';

/** Separation of persons from the household of a case. */
@Controller('v1/cases')
export class SeparationsController {
  constructor(@Inject(SeparationsService) private readonly separations: SeparationsService) {}

  @Post(':id/separations')
  @Needs('separations:write')
  async separate(
    @Param('id', { schema: CASE_ID }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Access() access: RequestAccess,
    @Body({ schema: SEPARATION }) body: SeparationBody,
  ): Promise<void> {
    sendAnswer(reply, await this.separations.separate(request, access, id, body));
  }
}
