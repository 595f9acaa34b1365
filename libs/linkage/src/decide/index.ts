export * from './decide-edges.js';
export * from './decided-edge.js';
export * from './rule-codes.js';
