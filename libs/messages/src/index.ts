export * from './catalogue.js';
export * from './durations.js';
export * from './language.js';
export * from './nearest.js';
export * from './numbers.js';
export * from './packs.js';
export * from './teaching.js';
export * from './text.js';
