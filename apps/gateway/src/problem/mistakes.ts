import type { TeachingError } from '#libs/domain';
import { Refusal } from './refusal.js';

/** The HTTP status of mistakes that the services tell by their code. A code that is not here is a fault of ours. */
const STATUSES: Readonly<Record<string, number>> = {
  'aid-request.unknown': 404,
  'aid-request.whom': 422,
  'aid-request.person': 422,
  'aid-request.word': 422,
  'aid-request.detail-missing': 422,
  'aid-request.detail-unused': 422,
  'aid-request.amount': 422,
  'aid-request.move': 409,
  'aid-request.scope': 403,
  'version.stale': 412,
  'webhook.url': 422,
  'webhook.url-scheme': 422,
  'webhook.url-credentials': 422,
  'webhook.url-port': 422,
  'webhook.url-address': 422,
  'webhook.event-type': 422,
  'webhook.place-unknown': 422,
  'webhook.too-many': 409,
  'webhook.rotated-often': 409,
  'webhook.not-dead': 409,
  'webhook.disabled': 409,
};

/** A mistake as the answer to it; null where the code is none that clients make. Its arguments are names and codes. */
export const mistakeOf = ({ code, args }: TeachingError): Refusal | null => {
  const status = STATUSES[code];
  return status === undefined ? null : new Refusal(status, code, {}, args);
};
