export { BlockIndex, type LargeBlock } from './candidate-pairs.js';
export * from './link-records.js';
