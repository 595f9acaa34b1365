export * from './household-supports.js';
export * from './households.js';
