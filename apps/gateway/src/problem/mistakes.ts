import type { TeachingError } from '#libs/domain';
import { Refusal } from './refusal.js';

/** The HTTP status of mistakes that the services tell by their code. A code that is not here is a fault of ours. */
export const STATUSES: Readonly<Record<string, number>> = {
  'aid-request.unknown': 404,
  'aid-request.whom': 422,
  'aid-request.person': 422,
  'aid-request.word': 422,
  'aid-request.detail-missing': 422,
  'aid-request.detail-unused': 422,
  'aid-request.amount': 422,
  'aid-request.until': 422,
  'aid-request.move': 409,
  'aid-request.scope': 403,
  'aid-request.site': 403,
  'form.kind': 422,
  'rights.busy': 503,
  'rights.linking': 503,
  'subject-report.changed': 409,
  'statistics.table': 404,
  'statistics.site-unknown': 404,
  'statistics.not-drawn': 404,
  'statistics.forbidden': 403,
  'statistics.not-by-site': 422,
  'statistics.month': 422,
  'statistics.month-open': 422,
  'statistics.too-small': 409,
  'statistics.unfit': 409,
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

/** Arguments that list names, one after the other for a sentence: as members they are lists. */
const LISTS: ReadonlySet<string> = new Set(['allowed', 'known']);
const SEPARATOR = /, ?/;

/** What is under way ends by itself. */
const AGAIN_SECONDS = '10';

/** A mistake as the answer to it; null where the code is none that clients make. Its arguments are names and codes. */
export const mistakeOf = ({ code, args }: TeachingError): Refusal | null => {
  const status = STATUSES[code];
  if (status === undefined) return null;
  const members = Object.entries(args).map(([name, value]) => [name, LISTS.has(name) ? listOf(value) : value]);
  const headers: Readonly<Record<string, string>> = status === 503 ? { 'Retry-After': AGAIN_SECONDS } : {};
  return new Refusal(status, code, headers, Object.fromEntries(members) as Readonly<Record<string, unknown>>);
};

const listOf = (value: string | number): readonly string[] =>
  String(value)
    .split(SEPARATOR)
    .filter((one) => one !== '');
