export { type AheadQuestion, findUndated, lookAhead, type MonthAhead, type UndatedRecord } from './ahead.repository.js';
export type { ReturnRule } from './contact-days.js';
export * from './files.repository.js';
export * from './holds.repository.js';
export * from './kinds.repository.js';
export { hasExpired } from './returns.repository.js';
export * from './runs.repository.js';
export type { ContactRule } from '../sql/retention-contacts.sql.js';
export { lastContacts } from '../sql/retention-contacts.sql.js';
