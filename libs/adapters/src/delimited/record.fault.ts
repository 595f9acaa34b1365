import type { Issue } from '#libs/domain';
import type { ReadPlan } from './read-plan.js';

const ROW_WIDTH: Issue = { code: 'row.width' };

/**
 * The fault of a record: its shape before its values.
 * @param broken whether text came after a closing quote
 * @param undecodable place in `wanted` of the first value that could not be decoded, or -1
 */
export function faultOf(plan: ReadPlan, width: number, broken: boolean, undecodable: number): Issue | undefined {
  if (broken || width !== plan.slots.length) return ROW_WIDTH;
  if (undecodable < 0) return undefined;
  const field = plan.wanted[undecodable];
  return field === undefined ? undefined : { code: 'encoding.invalid', field };
}
