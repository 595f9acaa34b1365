import type { HistoryAid, HistoryMark } from '#libs/store';
import { Refusal } from '../problem/refusal.js';

const MARK = /^(\d{4}-\d\d-\d\d) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where the next page begins. Opaque to clients; holds a day only where the purpose may see it (`sortDay`). */
export const cursorOf = ({ sortDay, id }: HistoryAid): string => Buffer.from(`${sortDay} ${id}`).toString('base64url');

/** @throws Refusal 422 for what no page ever gave */
export const markOf = (cursor: string | undefined): HistoryMark | null => {
  if (cursor === undefined) return null;
  const [, day, id] = MARK.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (day === undefined || id === undefined || !isDay(day)) {
    throw new Refusal(422, 'request.invalid', {}, { errors: [{ pointer: '/cursor', code: 'invalid_format' }] });
  }
  return { day, id };
};

const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= '0001-01-01';
};
