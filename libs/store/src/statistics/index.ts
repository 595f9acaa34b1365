export { countAidCells, type CountedCell, type CountedField, countPersonCells, listSiteCodes } from './count-cells.js';
export * from './releases.repository.js';
export type { Grouping } from '../sql/statistics-counts.sql.js';
