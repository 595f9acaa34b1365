import { cellKey, type CellPlace, SITE, type StatisticsTable } from '#libs/minimiser';
import type { DrawnRelease } from './draw-release.js';

/** A number, or null where it is hidden, in its place: no category stands for the margin. */
export interface PublishedCell {
  readonly place: CellPlace;
  readonly count: number | null;
}

/** A table as it is handed out. */
export interface TableView {
  readonly table: string;
  readonly title: StatisticsTable['title'];
  readonly population: StatisticsTable['population'];
  /** Null: the whole City. */
  readonly site: string | null;
  /** YYYY-MM in which the aids were asked for; null for persons. */
  readonly period: string | null;
  /** ISO 8601 instant of the count. */
  readonly asOf: string;
  /** Whether newer figures would have revealed what these hide. */
  readonly repeated: boolean;
  /** Names of the dimensions with their categories, and the code list that these come from. */
  readonly dimensions: readonly {
    readonly name: string;
    readonly list: string | null;
    readonly categories: readonly string[];
  }[];
  /** In the order of the dimensions and their categories, the total last. */
  readonly cells: readonly PublishedCell[];
}

export const tableView = (table: StatisticsTable, site: string | null, { release, how }: DrawnRelease): TableView => {
  const placed: CellPlace = site === null ? {} : { [SITE]: site };
  const cellAt = (place: CellPlace): PublishedCell => ({
    place,
    count: release.cells[cellKey({ ...place, ...placed })] ?? null,
  });
  const dimensions = table.by.map(({ name, list, categories }) => ({ name, list, categories }));
  const places = dimensions.reduce<readonly CellPlace[]>(
    (all, { name, categories }) => [
      ...all.flatMap((place) => categories.map((category) => ({ ...place, [name]: category }))),
      ...all,
    ],
    [{}],
  );
  return {
    table: table.name,
    title: table.title,
    population: table.population,
    site,
    period: release.period,
    asOf: release.asOf,
    repeated: how === 'repeated',
    dimensions,
    cells: places.map(cellAt),
  };
};

/** Whether a release knows a site at all: one that came later has no cells in it. */
export const knowsSite = ({ release }: DrawnRelease, site: string | null): boolean =>
  site === null || Object.hasOwn(release.cells, cellKey({ [SITE]: site }));
