export { compileComparer, type Comparer } from './compile-comparer.js';
export { type Levels, MISSING } from './levels.js';
