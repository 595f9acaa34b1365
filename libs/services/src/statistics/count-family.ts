import {
  type Count,
  type FamilyCounts,
  generalise,
  SITE,
  type TableDimension,
  type TableFamily,
  UNKNOWN,
} from '#libs/minimiser';
import {
  type Client,
  countAidCells,
  type CountedCell,
  countPersonCells,
  type Grouping,
  listSiteCodes,
} from '#libs/store';

const NOBODY: Count = { units: 0, persons: 0 };

/**
 * Counts all tables of a family in one statement, and so in one state of the store.
 * @param period YYYY-MM of the aids; null for persons
 * @param systems in the order in which they are believed
 */
export const countFamily = async (
  client: Client,
  family: TableFamily,
  period: string | null,
  systems: readonly string[],
): Promise<FamilyCounts> => {
  const sites = family.bySite ? await listSiteCodes(client) : [];
  const groupings = groupingsOf(family);
  const rows =
    period === null
      ? await countPersonCells(client, family.dimensions, groupings, systems)
      : await countAidCells(client, family.dimensions, groupings, period);
  const counts = gather(family, rows);
  const dimensions = [
    ...family.dimensions.map(({ name, categories }) => ({ name, categories })),
    ...(family.bySite ? [{ name: SITE, categories: sites }] : []),
  ];
  const countOf = (place: Readonly<Record<string, string>>): Count => counts.get(placeKey(place)) ?? NOBODY;
  const at = (name: string): number => dimensions.findIndex((dimension) => dimension.name === name);
  return {
    total: countOf({}),
    dimensions: dimensions.map(({ name, categories }) => ({
      name,
      categories,
      counts: categories.map((category) => countOf({ [name]: category })),
    })),
    grids: family.pairs.map(([rowName, columnName]) => ({
      rows: at(rowName),
      columns: at(columnName),
      counts: (dimensions[at(rowName)]?.categories ?? []).map((row) =>
        (dimensions[at(columnName)]?.categories ?? []).map((column) =>
          countOf({ [rowName]: row, [columnName]: column }),
        ),
      ),
    })),
  };
};

const groupingsOf = ({ dimensions, bySite, pairs }: TableFamily): readonly Grouping[] => {
  const numberOf = (name: string): number | 'site' =>
    name === SITE ? 'site' : dimensions.findIndex((dimension) => dimension.name === name);
  return [
    [],
    ...dimensions.map((_, at) => [at]),
    ...(bySite ? [['site'] as const] : []),
    ...pairs.map((pair) => pair.map(numberOf)),
  ];
};

const placeKey = (place: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(place).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Counts by place in words of the plan. Codes that may not be told apart are counted together. */
const gather = ({ dimensions, population }: TableFamily, rows: readonly CountedCell[]): ReadonlyMap<string, Count> => {
  const counts = new Map<string, Count>();
  for (const { place, units, persons } of rows) {
    const words = Object.entries(place).map(([name, value]): readonly [string, string] => {
      const dimension = dimensions[Number(name.slice(1))];
      return name === SITE || dimension === undefined ? [SITE, value] : [dimension.name, categoryOf(dimension, value)];
    });
    const key = placeKey(Object.fromEntries(words));
    const known = counts.get(key) ?? NOBODY;
    // One person may have asked for aids of two codes: counted twice, few would pass for many.
    const behind = population === 'aids' ? Math.max(known.persons, persons) : known.persons + persons;
    counts.set(key, { units: known.units + units, persons: behind });
  }
  return counts;
};

const categoryOf = ({ list, categories }: TableDimension, value: string): string => {
  const category = list === null ? generalise('band', value) : value;
  return category !== null && categories.includes(category) ? category : UNKNOWN;
};
