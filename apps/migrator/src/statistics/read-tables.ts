import type { TableDocument } from '#libs/minimiser';
import { readCodeLists, readPolicies, readStatisticsPlan } from '#libs/services';

/** A table as `statistics list` tells it. */
export type ListedTable = TableDocument & { readonly table: string };

/** @throws ConfigError, TeachingError of the configuration; exit code 2 */
export const readTables = (configDir: string): readonly ListedTable[] => {
  const lists = Object.entries(readCodeLists(configDir));
  const codes = Object.fromEntries(lists.map(([list, of]) => [list, Object.keys(of)]));
  return readStatisticsPlan(configDir, readPolicies(configDir), codes).tables.map(
    ({ name, title, population, dimensions, bySite }) => ({ table: name, title, population, dimensions, bySite }),
  );
};
