import { Body, Controller, Header, HttpCode, Inject, Post } from '@nestjs/common';
import type { Access as RequestAccess } from '../access/access.js';
import { Access, Needs } from '../access/needs.js';
import { SEARCH, type Search, type SearchResult } from './person-search.schemas.js';
import { PersonSearchService } from './person-search.service.js';

/** Persons: looked for by identity, read by id. */
@Controller('v1/persons')
export class PersonsController {
  constructor(@Inject(PersonSearchService) private readonly searching: PersonSearchService) {}

  /** A POST, so that no identity stands in an address; it changes nothing and needs no Idempotency-Key. */
  @Post('search')
  @HttpCode(200)
  @Needs('persons:read')
  @Header('Cache-Control', 'no-store')
  search(@Access() access: RequestAccess, @Body({ schema: SEARCH }) body: Search): Promise<SearchResult> {
    return this.searching.search(access, body);
  }
}
