export { readStatisticsPlan, statisticsFile } from './read-statistics-plan.js';
export * from './statistics.service.js';
export type { PublishedCell, TableView } from './table-view.js';
