export * from './calibration.js';
export * from './evaluate.js';
export type * from './quality-report.js';
export * from './quality-text.js';
export * from './trade-off-chart.js';
export * from './truth.js';
