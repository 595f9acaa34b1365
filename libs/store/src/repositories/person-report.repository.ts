import { type Entity, HISTORY_KINDS, type HistoryKind } from '#libs/domain';
import type { Client } from '../connection/database.js';
import {
  COUNT_UNDO_COPIES,
  COUNT_WAITING_RECORDS,
  FIND_HOUSEHOLD,
  FIND_JOINS,
  FIND_OPEN_QUESTIONS,
  findLatestDay,
  readEntityRows,
  readHistory,
  readWrittenPersons,
} from '../sql/person-report.sql.js';

/** A row of a person with where it came from. Holds values: for the eyes of whoever asked, never for a log. */
export interface HeldRow {
  readonly id: string;
  /** The source person that it is about (of a case: one of its members that was asked for). */
  readonly sourcePersonId: string;
  readonly system: string;
  readonly site: string;
  /** Key of the record in its system. */
  readonly sourceId: string;
  /** Nights of the imports that brought it and that wrote it as it stands, YYYY-MM-DD. */
  readonly firstNight: string;
  readonly night: string;
  /** Whether the source's last full export no longer holds it. */
  readonly absent: boolean;
  /** By position of the entity's columns in UNIFIED_COLUMNS, as text. */
  readonly values: readonly (string | null)[];
}

/** A decision or a payment of an aid; values by position of HISTORY_COLUMNS. */
export interface HeldHistory {
  readonly aidId: string;
  /** Whether a later record of the source took its place. */
  readonly superseded: boolean;
  readonly values: readonly (string | null)[];
}

/** Everything of the unified model that the store holds about some source persons. */
export interface HeldRows {
  readonly rows: Readonly<Record<Entity, readonly HeldRow[]>>;
  readonly history: Readonly<Record<HistoryKind, readonly HeldHistory[]>>;
}

/** @param ids of source persons: all those of one person */
export const readHeldRows = async (client: Client, ids: readonly string[]): Promise<HeldRows> => {
  const rowsOf = async (entity: Entity): Promise<HeldRow[]> =>
    (await client.query<HeldRow>(readEntityRows(entity), [ids])).rows;
  const rows: HeldRows['rows'] = {
    case: await rowsOf('case'),
    person: await rowsOf('person'),
    professionalAct: await rowsOf('professionalAct'),
    aid: await rowsOf('aid'),
  };
  const history: Partial<Record<HistoryKind, readonly HeldHistory[]>> = {};
  for (const kind of HISTORY_KINDS) history[kind] = (await client.query<HeldHistory>(readHistory(kind), [ids])).rows;
  return { rows, history: history as HeldRows['history'] };
};

/** The person rows of some source persons as the legacy systems wrote them; `readHeldRows` has rectified values in their place. */
export const readWrittenRows = async (client: Client, ids: readonly string[]): Promise<readonly HeldRow[]> =>
  (await client.query<HeldRow>(readWrittenPersons(), [ids])).rows;

/** A contact: the unified date that tells it, its day, and the source that says so. */
export interface LatestContact {
  /** `professionalAct.occurredOn`. */
  readonly name: string;
  readonly day: string;
  readonly system: string;
  readonly site: string;
}

/**
 * The latest contact with some source persons; null where no day is known.
 * @param names the unified dates that count
 * @param today days after it do not count
 */
export const findLatestContact = async (
  client: Client,
  ids: readonly string[],
  names: readonly string[],
  today: string,
): Promise<LatestContact | null> => {
  if (names.length === 0) return null;
  return (await client.query<LatestContact>(findLatestDay(names), [ids, today])).rows[0] ?? null;
};

/** Source persons of everybody who shares a case with the given ones, these included where they have a case. */
export const findHouseholdIds = async (client: Client, ids: readonly string[]): Promise<readonly string[]> =>
  (await client.query<{ id: string }>(FIND_HOUSEHOLD, [ids])).rows.map(({ id }) => id);

/** Why two source persons count as one. */
export interface Join {
  readonly leftId: string;
  readonly rightId: string;
  /** Code of the rule that settled it; `link.same` where a person did. */
  readonly rule: string;
  /** Agreement of each field, in hexadecimal; empty where a person settled it. */
  readonly levels: string;
  /** YYYY-MM-DD where a person settled it; who and in which words stays out. */
  readonly decidedOn: string | null;
}

/** @param ids all source persons of one person */
export const findJoins = async (client: Client, ids: readonly string[]): Promise<readonly Join[]> =>
  (await client.query<Join>(FIND_JOINS, [ids])).rows;

/** Pairs that wait for a reviewer, the likeliest first, each with one end outside the given source persons. */
export const findOpenQuestions = async (
  client: Client,
  ids: readonly string[],
): Promise<readonly Pick<Join, 'leftId' | 'rightId'>[]> =>
  (await client.query<Pick<Join, 'leftId' | 'rightId'>>(FIND_OPEN_QUESTIONS, [ids])).rows;

/** Copies and waiting records beside the rows themselves. */
export interface HeldBeside {
  readonly undoCopies: number;
  readonly waiting: readonly { readonly reason: string; readonly records: number }[];
}

/** @param rowIds of all rows of a person @param personIds of its source persons */
export const countHeldBeside = async (
  client: Client,
  rowIds: readonly string[],
  personIds: readonly string[],
): Promise<HeldBeside> => ({
  undoCopies: (await client.query<{ copies: number }>(COUNT_UNDO_COPIES, [rowIds])).rows[0]?.copies ?? 0,
  waiting: (await client.query<HeldBeside['waiting'][number]>(COUNT_WAITING_RECORDS, [rowIds, personIds])).rows,
});
