import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { KnownGivenNames } from '#libs/services';
import { AccessGuard } from '../access/access.guard.js';
import { RequestLimit } from '../access/request-limit.js';
import { AidRequestsController } from '../aid-requests/aid-requests.controller.js';
import { AidRequestsService } from '../aid-requests/aid-requests.service.js';
import { AnswerKeeper } from '../idempotency/answer-keeper.js';
import { PersonSearchService } from '../persons/person-search.service.js';
import { PersonsController } from '../persons/persons.controller.js';
import { WebhooksController } from '../webhooks/webhooks.controller.js';
import { WebhooksService } from '../webhooks/webhooks.service.js';
import type { ApiParts } from './api-parts.js';

/** How often one address may come with a token that is none: a second, and at once. */
const GUESSES = { perSecond: 1, burst: 20 };

/** The API under `/v1`. */
@Module({})
export class ApiModule {
  static forRoot({
    database,
    trail,
    book,
    rules,
    clients,
    reach,
    aidRequests,
    webhooks,
    delivery,
  }: ApiParts): DynamicModule {
    const { requestsPerSecond, burst } = rules.limits;
    const keeper = new AnswerKeeper(database, trail, () => delivery.ring());
    const guard = new AccessGuard(
      clients,
      book,
      rules,
      new RequestLimit(requestsPerSecond, burst),
      new RequestLimit(GUESSES.perSecond, GUESSES.burst),
    );
    const { findSubject } = aidRequests;
    const givenNames = new KnownGivenNames(database);
    const searching = new PersonSearchService({ database, trail, book, findSubject, givenNames, reach });
    return {
      module: ApiModule,
      controllers: [PersonsController, AidRequestsController, WebhooksController],
      providers: [
        { provide: PersonSearchService, useValue: searching },
        { provide: WebhooksService, useFactory: () => new WebhooksService(database, trail, keeper, webhooks) },
        { provide: APP_GUARD, useValue: guard },
        {
          provide: AidRequestsService,
          useFactory: () => new AidRequestsService(database, trail, keeper, aidRequests),
        },
      ],
    };
  }
}
