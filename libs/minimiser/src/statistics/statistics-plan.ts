import type { PolicyBook } from '../policy/policy-book.js';
import { TOTAL } from './cell-key.js';
import type { SuppressionRules } from './family-counts.js';
import {
  type Population,
  type StatisticsDocument,
  StatisticsFault,
  type TableDocument,
} from './statistics-document.js';
import { type CodesByList, SITE, type TableDimension, tableDimension } from './table-dimension.js';

/** A table that may be published. */
export interface StatisticsTable extends TableDocument {
  readonly name: string;
  readonly by: readonly TableDimension[];
}

/** Tables that share dimensions: drawn up together, from one snapshot. */
export interface TableFamily {
  readonly population: Population;
  readonly tables: readonly StatisticsTable[];
  /** Each once. */
  readonly dimensions: readonly TableDimension[];
  readonly bySite: boolean;
  /** Pairs of names of dimensions, each of which is a table; `site` is one of them. */
  readonly pairs: readonly (readonly [string, string])[];
}

/** What may be published, compiled once. */
export interface StatisticsPlan {
  readonly version: number;
  readonly rules: SuppressionRules;
  readonly tables: readonly StatisticsTable[];
  familyOf(table: StatisticsTable): TableFamily;
}

/** @throws StatisticsFault `statistics.dimension`, `statistics.site`, `statistics.circle` with the place in the document */
export const compileStatistics = (
  document: StatisticsDocument,
  book: PolicyBook,
  codes: CodesByList,
): StatisticsPlan => {
  const tables = Object.entries(document.tables).map(([name, table]): StatisticsTable => {
    const by = table.dimensions.map((dimension, at) =>
      tableDimension(book, codes, table.population, dimension, ['tables', name, 'dimensions', String(at)]),
    );
    if (table.bySite && by.length > 1)
      throw new StatisticsFault(['tables', name, 'bySite'], 'statistics.site', { table: name });
    return { name, ...table, by };
  });
  const families = familiesOf(tables);
  return {
    version: document.version,
    rules: { minimum: document.minimum, reserve: document.reserve },
    tables,
    familyOf: (table) => {
      const found = families.find((family) => family.tables.includes(table));
      if (found === undefined) throw new Error('a table belongs to a family');
      return found;
    },
  };
};

/** The two dimensions of a table, where it has two. */
const pairOf = ({ by, bySite }: StatisticsTable): readonly [string, string] | null => {
  const [one, other] = by;
  if (one === undefined) return null;
  if (bySite) return [one.name, SITE];
  return other === undefined ? null : [one.name, other.name];
};

const familiesOf = (tables: readonly StatisticsTable[]): readonly TableFamily[] => {
  const groups: StatisticsTable[][] = [];
  for (const table of tables) {
    const related = groups.filter((group) => group.some((other) => sharesDimension(table, other)));
    for (const group of related) groups.splice(groups.indexOf(group), 1);
    groups.push([...related.flat(), table]);
  }
  return groups.map(familyOf);
};

const dimensionsOf = ({ by, bySite }: StatisticsTable): readonly string[] => [
  ...by.map(({ name }) => name),
  ...(bySite ? [SITE] : []),
];

const sharesDimension = (one: StatisticsTable, other: StatisticsTable): boolean =>
  one.population === other.population && dimensionsOf(one).some((name) => dimensionsOf(other).includes(name));

const familyOf = (tables: readonly StatisticsTable[]): TableFamily => {
  const pairs: (readonly [string, string])[] = [];
  for (const table of tables) {
    const pair = pairOf(table);
    if (pair === null || pairs.some((known) => known.toSorted().join() === pair.toSorted().join())) continue;
    if (isConnected(pairs, pair)) {
      throw new StatisticsFault(['tables', table.name], 'statistics.circle', { table: table.name });
    }
    pairs.push(pair);
  }
  const dimensions = new Map(tables.flatMap(({ by }) => by.map((dimension) => [dimension.name, dimension] as const)));
  return {
    population: tables[0]?.population ?? 'persons',
    tables,
    dimensions: [...dimensions.values()],
    bySite: tables.some(({ bySite }) => bySite),
    pairs,
  };
};

/** Whether a way leads from one dimension to the other already: tables in a circle could tell together what none tells alone. */
const isConnected = (pairs: readonly (readonly [string, string])[], [from, to]: readonly [string, string]): boolean => {
  const reached = new Set([from]);
  for (const name of reached) {
    for (const pair of pairs) if (pair.includes(name)) for (const end of pair) reached.add(end);
  }
  return reached.has(to);
};

/** Whether a release holds the cells of all tables of a family. @param sites codes of today's sites */
export const holdsFamily = (
  cells: Readonly<Record<string, number | null>>,
  family: TableFamily,
  sites: readonly string[],
): boolean =>
  Object.hasOwn(cells, TOTAL) &&
  family.tables.every(({ by }) =>
    by.every(({ name, categories }) => categories.every((category) => Object.hasOwn(cells, `${name}=${category}`))),
  ) &&
  (!family.bySite || sites.every((site) => Object.hasOwn(cells, `${SITE}=${site}`)));
