export * from './cluster-edges.js';
export * from './components.js';
