export { openStatistics, type StatisticsDesk } from './open-statistics.js';
export { readStatisticsPlan, statisticsFile } from './read-statistics-plan.js';
export * from './statistics.service.js';
export { tableCsv } from './table-csv.js';
export { type TableRows, tableRows } from './table-rows.js';
export type { PublishedCell, TableView } from './table-view.js';
