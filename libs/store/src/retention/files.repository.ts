import type { Client } from '../connection/database.js';
import type { ContactRule } from '../sql/retention-contacts.sql.js';
import {
  ANALYZE_SOURCES,
  ANALYZE_STATE,
  ANNOUNCE,
  ARCHIVE_HELD,
  COUNT_ANNOUNCED,
  COUNT_KEPT,
  COUNT_RESTRICTED,
  COUNT_UNDATED,
  CREATE_STATE,
  fillState,
  FORGET_STALE,
  REOPEN_HELD,
  TAKE_BACK_NOTICES,
} from '../sql/retention-survey.sql.js';
import {
  COUNT_WAITING,
  DELETE_EMPTY_HOUSEHOLDS,
  FIND_WHOLE,
  judgeDue,
  judgeOne,
  PAGE_ANNOUNCED,
} from '../sql/retention-purge.sql.js';
import { findHouseholdIds } from '../repositories/person-report.repository.js';

/** How long files are kept: `lastContact` of retention.yml, the period that runs from it, how long ahead its end is announced. */
export interface FileRule {
  readonly contacts: ContactRule;
  /** `24 months`. */
  readonly period: string;
  /** `30 days`. */
  readonly announce: string;
}

/** Persons by site; whoever has records at two sites counts at each. */
export type PersonsBySite = Readonly<Record<string, number>>;

/** What a survey found and noted. */
export interface FileSurvey {
  readonly announced: PersonsBySite;
  /** Nobody knows a day of contact: for a person to decide. */
  readonly undated: PersonsBySite;
  readonly kept: PersonsBySite;
  /** Beyond their period and under restriction (article 18): for a person to decide. */
  readonly restricted: PersonsBySite;
  /** Source persons who left active use, or came back to it. */
  readonly archived: readonly string[];
  readonly reopened: readonly string[];
}

const bySite = async (client: Client, text: string, values: readonly unknown[] = []): Promise<PersonsBySite> => {
  const { rows } = await client.query<{ site: string; persons: number }>(text, [...values]);
  return Object.fromEntries(rows.map(({ site, persons }) => [site, persons]));
};

const idsOf = async (client: Client, text: string, today: string): Promise<string[]> =>
  (await client.query<{ id: string }>(text, [today])).rows.map(({ id }) => id);

/**
 * Looks at every file of the store: announces those whose period is over within the time that is announced ahead, takes notices
 * back, archives who is kept. In the caller's transaction, once.
 * @param today YYYY-MM-DD
 */
export const surveyFiles = async (client: Client, rule: FileRule, today: string): Promise<FileSurvey> => {
  await client.query(ANALYZE_SOURCES);
  await client.query(CREATE_STATE);
  await client.query(fillState(rule.contacts), [today, rule.announce, rule.period]);
  await client.query(ANALYZE_STATE);
  for (const statement of FORGET_STALE) await client.query(statement, [today]);
  await client.query(TAKE_BACK_NOTICES);
  await client.query(ANNOUNCE, [today]);
  const archived = await idsOf(client, ARCHIVE_HELD, today);
  const reopened = await idsOf(client, REOPEN_HELD, today);
  return {
    announced: await bySite(client, COUNT_ANNOUNCED, [today]),
    undated: await bySite(client, COUNT_UNDATED),
    kept: await bySite(client, COUNT_KEPT),
    restricted: await bySite(client, COUNT_RESTRICTED, [today]),
    archived,
    reopened,
  };
};

/** Persons whose period is over and who still wait: announced too lately, or with a contact planned. */
export const countOverdue = (client: Client, today: string): Promise<PersonsBySite> =>
  bySite(client, COUNT_WAITING, [today]);

/** A page of source persons who may go by what was announced, after an id. */
export const pageAnnounced = async (
  client: Client,
  { announce }: FileRule,
  today: string,
  after: string,
  limit: number,
): Promise<readonly string[]> =>
  (await client.query<{ id: string }>(PAGE_ANNOUNCED, [today, announce, after, limit])).rows.map(({ id }) => id);

/** A source person of somebody who goes now. */
export interface DuePerson {
  readonly id: string;
  readonly personId: string;
  /** YYYY-MM-DD: what the person is judged by. */
  readonly lastContact: string;
  readonly system: string;
  readonly site: string;
  readonly table: string;
}

/** Which of the persons that some source persons are go now, whole, as their contacts stand in the caller's transaction. */
export const findDue = async (
  client: Client,
  { contacts, announce, period }: FileRule,
  today: string,
  ids: readonly string[],
): Promise<readonly DuePerson[]> => {
  const { asked, reach } = await findReach(client, ids);
  return (await client.query<DuePerson>(judgeDue(contacts), [today, announce, period, reach, asked])).rows;
};

/** When the period of one person is over. */
export interface FilePeriod {
  readonly lastContact: string | null;
  readonly dueOn: string | null;
  readonly over: boolean;
}

/** @param ids source persons of one person */
export const findPeriod = async (
  client: Client,
  { contacts, announce, period }: FileRule,
  today: string,
  ids: readonly string[],
): Promise<FilePeriod> => {
  const { asked, reach } = await findReach(client, ids);
  const { rows } = await client.query<FilePeriod>(judgeOne(contacts), [today, announce, period, reach, asked]);
  return rows[0] ?? { lastContact: null, dueOn: null, over: false };
};

const findReach = async (client: Client, ids: readonly string[]): Promise<{ asked: string[]; reach: string[] }> => {
  const { rows } = await client.query<{ id: string }>(FIND_WHOLE, [ids]);
  const asked = rows.map(({ id }) => id);
  return { asked, reach: [...new Set([...asked, ...(await findHouseholdIds(client, asked))])] };
};

/** Deletes households of which nobody is left and which no export holds any more. @returns how many */
export const deleteEmptyHouseholds = async (client: Client, { period }: FileRule, today: string): Promise<number> =>
  (await client.query(DELETE_EMPTY_HOUSEHOLDS, [today, period])).rowCount ?? 0;
