import { UNIFIED_COLUMNS } from '#libs/domain';
import type { HeldRow, HeldRows } from '#libs/store';
import { groupRows } from './group-rows.js';
import type { ReportContext, SeenPrecision } from './report-context.js';
import type { ReportRow } from './report-data.js';
import { type LeftOut, shownRow } from './shown-rows.js';

const ADDRESS: readonly string[] = ['address_line', 'postcode', 'town'];
/** How many the others are is not the person's to know. */
const OF_OTHERS: readonly string[] = ['children_count'];

/**
 * The cases that a person belongs to, with what they say about the person. Where the household lives counts as where the
 * person lives only if their own record names no address: else it may be somebody else's.
 */
export const ownCases = (context: ReportContext, seen: SeenPrecision, { rows }: HeldRows): readonly ReportRow[] => {
  const homeless = new Set(rows.person.filter(hasNoAddress).map(({ id }) => id));
  const byCase = groupRows(rows.case, ({ id }) => id);
  return [...byCase.values()].flatMap((memberships) => {
    const [row] = memberships;
    if (row === undefined) return [];
    const lends = memberships.some(({ sourcePersonId }) => homeless.has(sourcePersonId));
    const leftOut: LeftOut = ({ column, field }) =>
      OF_OTHERS.includes(column) || (!lends && context.book.categoryOf('case', field)?.tellsWhere === true);
    return [shownRow(context, seen, 'case', row, leftOut)];
  });
};

const hasNoAddress = ({ values }: HeldRow): boolean =>
  UNIFIED_COLUMNS.person.every(({ column }, at) => !ADDRESS.includes(column) || (values[at] ?? null) === null);
