export * from './link-records.js';
