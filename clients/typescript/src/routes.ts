// Written by `npm run docs` from docs/generated/openapi.json. Do not edit.

import type { Routes } from './client.js';

/** Method and path of each operation. */
export const ROUTES: Routes = {
  openAidRequest: ['POST', '/v1/aid-requests'],
  readAidRequest: ['GET', '/v1/aid-requests/{id}'],
  moveAidRequest: ['POST', '/v1/aid-requests/{id}/transitions'],
  readCase: ['GET', '/v1/cases/{id}'],
  separatePersons: ['POST', '/v1/cases/{id}/separations'],
  searchPerson: ['POST', '/v1/persons/search'],
  readPerson: ['GET', '/v1/persons/{id}'],
  listAidsOfPerson: ['GET', '/v1/persons/{id}/aid-requests'],
  readCasesOfPerson: ['GET', '/v1/persons/{id}/case'],
  readEngagementContract: ['GET', '/v1/persons/{id}/engagement-contract'],
  refuseDigitalFiling: ['POST', '/v1/persons/{id}/refusals'],
  withdrawRefusal: ['POST', '/v1/persons/{id}/refusals/withdrawals'],
  readOwnReport: ['GET', '/v1/persons/{id}/report'],
  readSingleForm: ['GET', '/v1/persons/{id}/single-form'],
  listStatistics: ['GET', '/v1/statistics'],
  readStatistics: ['GET', '/v1/statistics/{table}'],
  listWebhooks: ['GET', '/v1/webhooks'],
  openWebhook: ['POST', '/v1/webhooks'],
  removeWebhook: ['DELETE', '/v1/webhooks/{id}'],
  readWebhook: ['GET', '/v1/webhooks/{id}'],
  listWebhookDeliveries: ['GET', '/v1/webhooks/{id}/deliveries'],
  retryWebhookDelivery: ['POST', '/v1/webhooks/{id}/deliveries/{event}/retry'],
  replayWebhook: ['POST', '/v1/webhooks/{id}/replay'],
  renewWebhookSecret: ['POST', '/v1/webhooks/{id}/secret'],
};
