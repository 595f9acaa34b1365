export * from './golden-record.js';
export * from './golden-rules.js';
export type { GoldenSource, Provenance, Rectified } from './golden-source.js';
