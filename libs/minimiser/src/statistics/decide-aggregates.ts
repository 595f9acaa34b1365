import type { AccessRequest } from '../access/access-request.js';
import { type AccessReason, decideAccess } from '../access/decide-access.js';
import type { PolicyBook } from '../policy/policy-book.js';
import type { TableDimension } from './table-dimension.js';

/**
 * Whether a request may be answered with figures: by the rules of every read, and its purpose only counts. A grant for some
 * sites sees the tables of those sites, not the City's.
 * @param site null: the City's table
 * @returns why not; null where it may
 */
export const aggregatesForbidden = (
  book: PolicyBook,
  request: AccessRequest,
  dimensions: readonly TableDimension[],
  site: string | null,
): AccessReason | 'purpose.not-aggregates' | null => {
  for (const { entity, field } of dimensions) {
    const nobody = { sites: site === null ? [] : [site], state: 'present', separatedFrom: [] } as const;
    // That the purpose only counts is asked last: whoever gets there broke no other rule of the request.
    const { reason } = decideAccess(book, request, nobody, entity, field);
    if (reason !== 'purpose.aggregates-only') return reason === 'permitted' ? 'purpose.not-aggregates' : reason;
    if (book.precision(request.purpose ?? '', entity, field) === 'none') return 'field.not-for-purpose';
  }
  const sites = request.grant?.sites ?? [];
  return sites === 'all' || (site !== null && sites.includes(site)) ? null : 'grant.site';
};
