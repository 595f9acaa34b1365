export { type CellPlace, cellKey, TOTAL } from './cell-key.js';
export { type Drawing, drawFamily, NOTHING_EARLIER } from './draw-family.js';
export { comparableReleases } from './earlier-releases.js';
export type { Count, DimensionCounts, FamilyCounts, GridCounts, SuppressionRules } from './family-counts.js';
export type { EarlierReleases } from './family-pattern.js';
export { aggregatesForbidden } from './decide-aggregates.js';
export * from './statistics-document.js';
export * from './statistics-plan.js';
export { type CodesByList, SITE, STATISTICS, type TableDimension, UNKNOWN } from './table-dimension.js';
