import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Access as RequestAccess } from '../access/access.js';
import { Access, Needs } from '../access/needs.js';
import { sendTagged } from '../persons/answer-tag.js';
import { CasesService } from './cases.service.js';

const ID = z.guid().toLowerCase();

/** Cases: by the person who is in one, or by id. */
@Controller('v1')
export class CasesController {
  constructor(@Inject(CasesService) private readonly cases: CasesService) {}

  @Get('persons/:id/case')
  @Needs('cases:read')
  async ofPerson(
    @Param('id', { schema: ID }) id: string,
    @Access() access: RequestAccess,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTagged(reply, await this.cases.ofPerson(access, id, known));
  }

  @Get('cases/:id')
  @Needs('cases:read')
  async read(
    @Param('id', { schema: ID }) id: string,
    @Access() access: RequestAccess,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTagged(reply, await this.cases.read(access, id, known));
  }
}
