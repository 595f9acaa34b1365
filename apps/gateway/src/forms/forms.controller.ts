import { Controller, Get, Header, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DECIDE, WRITE } from '#libs/services';
import type { Access as RequestAccess } from '../access/access.js';
import { Access, Needs } from '../access/needs.js';
import { sendTagged } from '../persons/answer-tag.js';
import { PERSON_ID } from '../persons/person.schemas.js';
import { FORM_QUERY, type FormQuery, HISTORY_QUERY, type HistoryQuery, type HistoryView } from './form.schemas.js';
import { FormsService } from './forms.service.js';

/** What is filled in advance for a person, so that nobody tells the same twice. */
@Controller('v1/persons/:id')
export class FormsController {
  constructor(@Inject(FormsService) private readonly forms: FormsService) {}

  @Get('single-form')
  @Needs('forms:read')
  async singleForm(
    @Param('id', { schema: PERSON_ID }) id: string,
    @Query({ schema: FORM_QUERY }) query: FormQuery,
    @Access() access: RequestAccess,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTagged(reply, await this.forms.singleForm(access, id, query.aid, known));
  }

  @Get('engagement-contract')
  @Needs('forms:read')
  async contract(
    @Param('id', { schema: PERSON_ID }) id: string,
    @Access() access: RequestAccess,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTagged(reply, await this.forms.contract(access, id, known));
  }

  @Get('aid-requests')
  @Needs(WRITE, DECIDE)
  @Header('Cache-Control', 'no-store')
  history(
    @Param('id', { schema: PERSON_ID }) id: string,
    @Query({ schema: HISTORY_QUERY }) query: HistoryQuery,
    @Access() access: RequestAccess,
  ): Promise<HistoryView> {
    return this.forms.history(access, id, query);
  }
}
