export * from './layouts.js';
export * from './reason-codes.js';
export * from './source-adapter.js';
export * from './source-record.js';
export * from './teaching-error.js';
