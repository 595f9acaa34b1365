import type { Client } from '../connection/database.js';
import { findUndated as findUndatedSql, lookAhead as lookAheadSql } from '../sql/retention-ahead.sql.js';
import type { FileRule } from './files.repository.js';

/** How many persons of a site are over in a month: `over` before the day that was asked for, null where no day is known. */
export interface MonthAhead {
  readonly site: string;
  readonly month: string | null;
  readonly persons: number;
}

/** What to look at: from a day (YYYY-MM-DD) up to another, at one site or at all. */
export interface AheadQuestion {
  readonly from: string;
  readonly until: string;
  readonly site: string | null;
}

const parameters = ({ announce, period }: FileRule, { from, until, site }: AheadQuestion): (string | null)[] => [
  ...[from, announce, period, until, site],
];

export const lookAhead = async (client: Client, rule: FileRule, question: AheadQuestion): Promise<MonthAhead[]> =>
  (await client.query<MonthAhead>(lookAheadSql(rule.contacts), parameters(rule, question))).rows;

/** A record of somebody of whom no day of contact is known; no name. */
export interface UndatedRecord {
  readonly personId: string;
  readonly system: string;
  readonly site: string;
  readonly sourceId: string;
}

export const findUndated = async (client: Client, rule: FileRule, question: AheadQuestion): Promise<UndatedRecord[]> =>
  (await client.query<UndatedRecord>(findUndatedSql(rule.contacts), parameters(rule, question))).rows;
