export * from './argument.js';
export * from './command.js';
export * from './option.js';
export { UnacceptableValue } from './value-readers.js';
