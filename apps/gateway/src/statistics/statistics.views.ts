import type { StatisticsService, TableView } from '#libs/services';
import type { StatisticsTablesView, StatisticsTableView } from './statistics.schemas.js';

export const tablesView = (tables: StatisticsService['tables']): StatisticsTablesView => ({
  tables: tables.map(({ name, title, population, dimensions, bySite }) => ({
    table: name,
    title: { ...title },
    population,
    dimensions: [...dimensions],
    by_site: bySite,
  })),
});

export const statisticsView = (view: TableView): StatisticsTableView => ({
  table: view.table,
  title: { ...view.title },
  population: view.population,
  site: view.site,
  period: view.period,
  as_of: view.asOf,
  repeated: view.repeated,
  dimensions: view.dimensions.map(({ name, list, categories }) => ({ name, list, categories: [...categories] })),
  cells: view.cells.map(({ place, count }) => ({ place: { ...place }, count })),
});
