export * from './explain-edge.js';
