import type { ColumnSpec, Value } from '#libs/domain';
import type { Generalisation, Precision } from '../policy/policy-documents.js';
import { generalise } from './generalise.js';

/** What of a field is shown: values by position of its columns, whether there is any, or nothing. */
export type ShownField =
  | { readonly precision: 'full' | 'generalised' | 'pseudonym'; readonly values: readonly Value[] }
  | { readonly precision: 'presence'; readonly present: boolean }
  | { readonly precision: 'none' };

/** How values of a field are shown, beside the precision. */
export interface ShowOptions {
  readonly generalise: Generalisation | null;
  /** Keyed hash of a value, of the purpose's own key so that two purposes cannot be put together. */
  readonly pseudonym: (value: string) => string;
  /** Codes that read as if nothing were said; none for a purpose that names sensitive acts. */
  readonly hides: (list: string, code: string) => boolean;
}

/**
 * Shows the values of one field at a precision. A sensitive code reads like one that nobody wrote, at every precision: also
 * its presence would tell.
 * @param columns of the field, in the order of `values`
 */
export const showValues = (
  precision: Precision,
  columns: readonly ColumnSpec[],
  values: readonly Value[],
  options: ShowOptions,
): ShownField => {
  if (precision === 'none') return { precision };
  const seen = columns.map((column, at) => unlessHidden(column, values[at] ?? null, options));
  switch (precision) {
    case 'presence':
      return { precision, present: seen.some((value) => value !== null) };
    case 'full':
      return { precision, values: seen };
    case 'pseudonym':
      return { precision, values: seen.map((value) => (value === null ? null : options.pseudonym(String(value)))) };
    case 'generalised':
      return { precision, values: columns.map((column, at) => generalised(column, seen[at] ?? null, options)) };
  }
};

const unlessHidden = ({ list }: ColumnSpec, value: Value, { hides }: ShowOptions): Value =>
  list !== undefined && value !== null && hides(list, String(value)) ? null : value;

/** A field may have columns that cannot be generalised (the century of a date): they are left out, not shown whole. */
const generalised = ({ type }: ColumnSpec, value: Value, { generalise: how }: ShowOptions): Value => {
  if (how === null) return null;
  if (how === 'band') {
    if (type !== 'integer' && type !== 'cents') return null;
    return generalise(how, value, type === 'cents' ? 'cents' : 'number');
  }
  const fits = how === 'year' || how === 'month' ? type === 'date' : type === 'text';
  return fits ? generalise(how, value) : null;
};
