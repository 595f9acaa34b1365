export * from './teaching.js';
