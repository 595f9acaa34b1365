import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { KnownGivenNames } from '#libs/services';
import { AccessGuard } from '../access/access.guard.js';
import { RequestLimit } from '../access/request-limit.js';
import { AidRequestsController } from '../aid-requests/aid-requests.controller.js';
import { AidRequestsService } from '../aid-requests/aid-requests.service.js';
import { CasesController } from '../cases/cases.controller.js';
import { FormsController } from '../forms/forms.controller.js';
import { AnswerKeeper } from '../idempotency/answer-keeper.js';
import { PersonSearchService } from '../persons/person-search.service.js';
import { PersonsController } from '../persons/persons.controller.js';
import { personReadingProviders } from '../persons/read-parts.js';
import { OwnReportService } from '../rights/own-report.service.js';
import { RefusalsService } from '../rights/refusals.service.js';
import { RightsController } from '../rights/rights.controller.js';
import { SeparationsController } from '../rights/separations.controller.js';
import { SeparationsService } from '../rights/separations.service.js';
import { STATISTICS, StatisticsController } from '../statistics/statistics.controller.js';
import { WebhooksController } from '../webhooks/webhooks.controller.js';
import { WebhooksService } from '../webhooks/webhooks.service.js';
import type { ApiParts } from './api-parts.js';

/** How often one address may come with a token that is none: a second, and at once. */
const GUESSES = { perSecond: 1, burst: 20 };

/** All that answers under `/v1`; the OpenAPI document is made from them. */
export const CONTROLLERS = [
  PersonsController,
  AidRequestsController,
  CasesController,
  FormsController,
  WebhooksController,
  SeparationsController,
  RightsController,
  StatisticsController,
] as const;

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
    reading,
    webhooks,
    delivery,
    rights: rightsParts,
    statistics,
    answerKey,
  }: ApiParts): DynamicModule {
    const { requestsPerSecond, burst } = rules.limits;
    const keeper = new AnswerKeeper(database, trail, answerKey, () => delivery.ring());
    const guard = new AccessGuard(
      clients,
      book,
      rules,
      new RequestLimit(requestsPerSecond, burst),
      new RequestLimit(GUESSES.perSecond, GUESSES.burst),
    );
    const rights = { ...rightsParts, keeper };
    const { findSubject } = aidRequests;
    const givenNames = new KnownGivenNames(database);
    const searching = new PersonSearchService({ database, trail, book, findSubject, givenNames, reach });
    return {
      module: ApiModule,
      controllers: [...CONTROLLERS],
      providers: [
        { provide: PersonSearchService, useValue: searching },
        ...personReadingProviders({ database, trail, book, reach, aidRequests }, reading),
        { provide: WebhooksService, useFactory: () => new WebhooksService(database, trail, keeper, webhooks) },
        { provide: APP_GUARD, useValue: guard },
        { provide: SeparationsService, useFactory: () => new SeparationsService(rights) },
        { provide: RefusalsService, useFactory: () => new RefusalsService(rights) },
        { provide: OwnReportService, useFactory: () => new OwnReportService(rights) },
        { provide: STATISTICS, useValue: statistics },
        {
          provide: AidRequestsService,
          useFactory: () => new AidRequestsService(database, trail, keeper, aidRequests),
        },
      ],
    };
  }
}
