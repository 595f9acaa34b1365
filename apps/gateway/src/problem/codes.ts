import { CODES } from './problem.js';
import { STATUSES } from './mistakes.js';

/** Codes with which handlers and guards refuse, by status. A spec looks for each in the sources, and for others. */
const REFUSALS: Readonly<Record<number, readonly string[]>> = {
  400: ['request.malformed', 'idempotency.key-missing'],
  401: ['access.token-missing', 'access.token-unknown', 'access.proof', 'access.certificate'],
  403: [
    'access.network',
    'access.purpose',
    'access.purpose-missing',
    'access.recipient',
    'access.recipient-missing',
    'access.scope',
  ],
  404: ['case.unknown-here', 'person.unknown-here', 'webhook.unknown'],
  409: ['idempotency.in-flight'],
  412: ['version.stale'],
  422: ['idempotency.other-request', 'request.invalid'],
  428: ['version.missing'],
  429: ['access.too-many', 'access.too-many-persons'],
  500: ['gateway.fault'],
  503: ['gateway.unavailable', 'access.provider-away'],
};

/** Every code that the gateway can answer, by status, in order. */
export const codesByStatus = (): ReadonlyMap<number, readonly string[]> => {
  const all = new Map<number, Set<string>>();
  const add = (status: number, code: string): void => void all.set(status, (all.get(status) ?? new Set()).add(code));
  for (const [status, code] of CODES) add(status, code);
  for (const [code, status] of Object.entries(STATUSES)) add(status, code);
  for (const [status, codes] of Object.entries(REFUSALS)) for (const code of codes) add(Number(status), code);
  return new Map([...all].sort(([a], [b]) => a - b).map(([status, codes]) => [status, [...codes].sort()]));
};
