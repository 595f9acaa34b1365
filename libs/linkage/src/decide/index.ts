export * from './decide-edges.js';
export * from './decided-edge.js';
export { householdBits, pairName } from './household-rule.js';
export * from './rule-codes.js';
