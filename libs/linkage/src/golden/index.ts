export * from './golden-record.js';
export * from './golden-rules.js';
export type { GoldenSource, Provenance } from './golden-source.js';
