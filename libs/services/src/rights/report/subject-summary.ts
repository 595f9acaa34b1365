import { type Entity, UNIFIED_COLUMNS } from '#libs/domain';
import type { PolicyBook, SubjectState } from '#libs/minimiser';
import {
  type Client,
  countHeldBeside,
  findJoins,
  findOpenQuestions,
  findRectifications,
  type HeldBeside,
  type HeldRow,
  type HeldRows,
  listAidRequests,
  type PersonMember,
  readHeldRows,
  type Rectification,
  reviewIdOf,
  type WithheldMark,
} from '#libs/store';
import type { LinkRules } from '../../linkage/link-rules.js';
import { endOfPeriod } from './calendar-words.js';
import { type Contacts, fileKeptUntil, findContacts } from './kept-until.js';
import { groupRows } from './group-rows.js';
import type { ReportContext } from './report-context.js';
import type { ReportJoin } from './report-data.js';
import { reportJoins } from './report-joins.js';
import { findReads, onceEach } from './report-reads.js';
import type { ReportedPerson } from './subject-of.js';

/** A case that a person belongs to; nothing of its other members. */
export interface SummaryCase {
  readonly id: string;
  readonly system: string;
  readonly site: string;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
}

/** A field that was rectified: its name, never its value. */
export interface SummaryRectification {
  readonly field: string;
  readonly at: string;
  readonly incident: string;
  readonly records: number;
}

/** What a data-protection officer has to know of a person before answering: dates and counts, no value of identity. */
export interface SubjectSummary {
  readonly personId: string;
  readonly state: SubjectState;
  readonly withheld: readonly Pick<WithheldMark, 'kind' | 'at' | 'incident'>[];
  readonly records: readonly PersonMember[];
  /** Fields that were rectified, for how many of the records, since when (ISO 8601) and under which reference; no value. */
  readonly rectified: readonly SummaryRectification[];
  readonly joins: readonly (ReportJoin & { readonly rule: string })[];
  readonly cases: readonly SummaryCase[];
  /** By unified code; `-` where the record names none. */
  readonly acts: Readonly<Record<string, number>>;
  readonly aids: Readonly<Record<string, number>>;
  /** Asked for through the gateway, by status. */
  readonly aidRequests: Readonly<Record<string, number>>;
  readonly contacts: Contacts;
  readonly kept: readonly SummaryPeriod[];
  readonly beside: HeldBeside;
  /** When and under which reference the person was separated from a household, and how many records that protects. */
  readonly separated: readonly { readonly at: string; readonly incident: string; readonly records: number }[];
  /** Names of open reviews. */
  readonly reviews: readonly string[];
  /** Reads in the audit trail by purpose, this one included. */
  readonly reads: Readonly<Record<string, number>>;
}

/** Until when a kind of data is kept: a day where one is known, the rule in any case. */
export interface SummaryPeriod {
  readonly kind: string;
  readonly until: string | null;
}

/** Names of the unified fields that a summary shows or counts. */
export const SUMMARY_FIELDS = [
  ...['openedOn', 'closedOn', 'kind', 'occurredOn', 'nature', 'requestedOn', 'outcome', 'payment', 'sourceUpdatedOn'],
] as const;

/** More than anybody asks for in a lifetime. */
const ALL = 10_000;

/** @param rules those that the stored pairs were scored by; null where they have changed since */
export const readSummary = async (
  client: Client,
  context: ReportContext,
  { personId, state, marks, members, ids, today, separations }: ReportedPerson,
  rules: LinkRules | null,
): Promise<SubjectSummary> => {
  const { book } = context;
  const held = await readHeldRows(client, ids);
  const contacts = await findContacts(client, book, ids, today);
  const joins = await findJoins(client, ids);
  const rowIds = [...held.rows.person, ...held.rows.professionalAct, ...held.rows.aid].map(({ id }) => id);
  const told = reportJoins(context, joins, held.rows.person, rules);
  return {
    personId,
    state,
    withheld: marks.map(({ kind, at, incident }) => ({ kind, at, incident })),
    records: members,
    rectified: rectifiedOf(await findRectifications(client, ids)),
    joins: told.map((join, at) => ({ ...join, rule: joins[at]?.rule ?? '' })),
    cases: [...groupRows(held.rows.case, ({ id }) => id).values()].flatMap(([row]) => (row ? [caseOf(row)] : [])),
    acts: countBy(held.rows.professionalAct, (row) => valueOf('professionalAct', 'kind', row)),
    aids: countBy(held.rows.aid, (row) => valueOf('aid', 'nature', row)),
    aidRequests: countBy(await listAidRequests(client, ids, null, ALL), ({ status }) => status),
    contacts,
    kept: keptOf(book, contacts, held),
    beside: await countHeldBeside(client, rowIds, ids),
    separated: [...groupRows(separations, ({ id }) => id).values()].flatMap((of) =>
      of.slice(0, 1).map(({ at, incident }) => ({ at, incident, records: of.length })),
    ),
    reviews: (await findOpenQuestions(client, ids)).map(({ leftId, rightId }) => reviewIdOf(leftId, rightId)),
    reads: countBy(onceEach(await findReads(client, ids)), ({ purpose }) => purpose),
  };
};

const rectifiedOf = (all: readonly Rectification[]): readonly SummaryRectification[] =>
  [...groupRows(all, ({ field, at }) => `${field} ${at}`).values()].flatMap((of) =>
    of.slice(0, 1).map(({ field, at, incident }) => ({ field, at, incident, records: of.length })),
  );

const valueOf = (entity: Entity, column: string, { values }: HeldRow): string | null =>
  values[UNIFIED_COLUMNS[entity].findIndex((one) => one.column === column)] ?? null;

const caseOf = (row: HeldRow): SummaryCase => ({
  id: row.id,
  system: row.system,
  site: row.site,
  openedOn: valueOf('case', 'opened_on', row),
  closedOn: valueOf('case', 'closed_on', row),
});

const countBy = <T>(rows: readonly T[], codeOf: (row: T) => string | null): Readonly<Record<string, number>> =>
  Object.fromEntries([...groupRows(rows, (row) => codeOf(row) ?? '-')].map(([code, of]) => [code, of.length]));

const keptOf = (book: PolicyBook, contacts: Contacts, { history }: HeldRows): readonly SummaryPeriod[] =>
  Object.entries(book.documents.retention.kinds).map(([kind, { from, period }]) => {
    if (from === 'lastContact') return { kind, until: fileKeptUntil(book, contacts)?.day ?? null };
    // Position 0 of a payment is its day.
    const days = from === 'paidOn' ? history.payment.flatMap(({ values }) => values[0] ?? []) : [];
    const last = days.sort().at(-1);
    return { kind, until: last === undefined ? null : endOfPeriod(last, period) };
  });
