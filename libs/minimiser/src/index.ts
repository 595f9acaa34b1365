export { keyedHash, type KeyedHash } from './keyed-hash.js';
export * from './minimiser.js';
export * from './policy.js';
