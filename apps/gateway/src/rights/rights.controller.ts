import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access as RequestAccess } from '../access/access.js';
import { Access, Needs } from '../access/needs.js';
import { languageOf } from '../http/negotiation.js';
import { sendAnswer } from '../idempotency/send-answer.js';
import { OwnReportService } from './own-report.service.js';
import { RefusalsService } from './refusals.service.js';
import { REFUSING, type RefusingBody } from './rights.schemas.js';
import { sendReport } from './send-report.js';

const SCOPE = 'rights:write';
const ID = z.guid().toLowerCase();

/** Rights of one person: refusal of digital filing, and what is held about them. */
@Controller('v1/persons')
export class RightsController {
  constructor(
    @Inject(RefusalsService) private readonly refusals: RefusalsService,
    @Inject(OwnReportService) private readonly reports: OwnReportService,
  ) {}

  @Post(':id/refusals')
  @Needs(SCOPE)
  async refuse(
    @Param('id', { schema: ID }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Access() access: RequestAccess,
    @Body({ schema: REFUSING }) body: RefusingBody,
  ): Promise<void> {
    sendAnswer(reply, await this.refusals.refuse(request, access, id, body));
  }

  @Post(':id/refusals/withdrawals')
  @Needs(SCOPE)
  async withdraw(
    @Param('id', { schema: ID }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Access() access: RequestAccess,
    @Body({ schema: REFUSING }) body: RefusingBody,
  ): Promise<void> {
    sendAnswer(reply, await this.refusals.withdraw(request, access, id, body));
  }

  @Get(':id/report')
  @Needs(SCOPE)
  async report(
    @Param('id', { schema: ID }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Access() access: RequestAccess,
  ): Promise<void> {
    sendReport(request, reply, await this.reports.read(access, id, languageOf(request)));
  }
}
