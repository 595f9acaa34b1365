import type { Operations } from '../operation.js';
import { aidRequestOperations } from './aid-request.operations.js';
import { personOperations } from './person.operations.js';
import { personSearchOperations } from './person-search.operations.js';
import { rightsOperations } from './rights.operations.js';
import { statisticsOperations } from './statistics.operations.js';
import { webhookOperations } from './webhook.operations.js';

/** Everything that the document says of a call beyond its handler. A spec holds that each call is here, and nothing else. */
export const OPERATIONS: Operations = {
  ...personSearchOperations,
  ...personOperations,
  ...aidRequestOperations,
  ...rightsOperations,
  ...statisticsOperations,
  ...webhookOperations,
};

/** Subjects by the first step of a path under `/v1`. */
export const TAGS: Readonly<Record<string, string>> = {
  persons: 'Persons: looked for by identity, read by id, as the stated purpose allows',
  cases: 'Cases and their members',
  'aid-requests': 'Aid requests: opened, followed, decided',
  statistics: 'Aggregates with small cells suppressed',
  webhooks: 'Being told of changes of aid requests, signed by Standard Webhooks',
};
