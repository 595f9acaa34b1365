import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Access as RequestAccess } from '../access/access.js';
import { Access, Needs } from '../access/needs.js';
import { sendTagged } from './answer-tag.js';
import { PERSON_ID } from './person.schemas.js';
import { SEARCH, type Search, type SearchResult } from './person-search.schemas.js';
import { PersonSearchService } from './person-search.service.js';
import { PersonsService } from './persons.service.js';

/** Persons: looked for by identity, read by id. */
@Controller('v1/persons')
export class PersonsController {
  constructor(
    @Inject(PersonSearchService) private readonly searching: PersonSearchService,
    @Inject(PersonsService) private readonly persons: PersonsService,
  ) {}

  /** A POST, so that no identity stands in an address; it changes nothing and needs no Idempotency-Key. */
  @Post('search')
  @HttpCode(200)
  @Needs('persons:read')
  @Header('Cache-Control', 'no-store')
  search(@Access() access: RequestAccess, @Body({ schema: SEARCH }) body: Search): Promise<SearchResult> {
    return this.searching.search(access, body);
  }

  @Get(':id')
  @Needs('persons:read')
  async read(
    @Param('id', { schema: PERSON_ID }) id: string,
    @Access() access: RequestAccess,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTagged(reply, await this.persons.read(access, id, known));
  }
}
