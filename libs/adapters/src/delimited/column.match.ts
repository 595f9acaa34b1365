import { missingColumns, repeatedColumns, type DelimitedRefused } from './delimited.refusal.js';

/** Names of columns are the same when they differ only in case, in blanks around them or in a byte-order mark. */
export const foldName = (name: string): string => cleanName(name).toLowerCase();

/** `trim` takes U+FEFF away too. */
export const cleanName = (name: string): string => name.trim();

/** Position in `wanted` of each column of the file, -1 for a column that nobody asked for. */
export function slotsOf(columns: readonly string[], wanted: readonly string[]): Int32Array {
  const places = new Map(wanted.map((name, place) => [foldName(name), place]));
  return Int32Array.from(columns, (name) => places.get(foldName(name)) ?? -1);
}

/**
 * Checks a header against the columns that will be read. Others may be there, twice even: they are never looked at. A
 * column without a name cannot be asked for, so any number of them is fine.
 * @returns `file.mismatch` with the names that are missing, or there twice
 */
export function columnRefusal(
  table: string,
  columns: readonly string[],
  required: readonly string[],
): DelimitedRefused | undefined {
  const found = new Map<string, number>();
  for (const name of columns.map(foldName)) found.set(name, (found.get(name) ?? 0) + 1);
  const times = (name: string): number => found.get(foldName(name)) ?? 0;
  const missing = required.filter((name) => times(name) === 0);
  if (missing.length > 0) return missingColumns(table, unique(missing));
  const repeated = required.filter((name) => foldName(name) !== '' && times(name) > 1);
  return repeated.length > 0 ? repeatedColumns(table, unique(repeated)) : undefined;
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
