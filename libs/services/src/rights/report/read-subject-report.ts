import type { HistoryKind } from '#libs/domain';
import { fillText, formatInteger, messageFor } from '#libs/messages';
import {
  type Client,
  countHeldBeside,
  findJoins,
  type HeldRows,
  openHeldRows,
  readHeldRows,
  type SeparationOfPerson,
  type Vault,
} from '#libs/store';
import { periodWords } from '../../documents/words.js';
import type { LinkRules } from '../../linkage/link-rules.js';
import { endOfPeriod } from './calendar-words.js';
import { differencesOf } from './differences.js';
import { findContacts, keptUntilWords } from './kept-until.js';
import { ownAidRequests } from './own-aid-requests.js';
import { ownCases } from './own-cases.js';
import { ownRectifications } from './own-rectifications.js';
import { reportCategories } from './report-categories.js';
import type { ReportContext, SeenPrecision } from './report-context.js';
import type { ReportAid, ReportFact, ReportRow, SubjectReport } from './report-data.js';
import { reportJoins } from './report-joins.js';
import { findReads, reportReads } from './report-reads.js';
import { REPORT_TEXTS } from './report-texts.js';
import { separationWords } from './separation-words.js';
import { shownHistory, shownRow } from './shown-rows.js';

/** Of whom a report is made. */
export interface ReportSubject {
  /** All source persons of the person. */
  readonly ids: readonly string[];
  readonly seen: SeenPrecision;
  readonly restricted: boolean;
  readonly separations: readonly SeparationOfPerson[];
  readonly vault: Vault;
  /** The rules that the stored pairs were scored by; null where they have changed since. */
  readonly rules: LinkRules | null;
  /** YYYY-MM-DD, by the database's clock. */
  readonly today: string;
}

/** Reads everything that the store holds of a person, and nothing of anybody else. */
export const readSubjectReport = async (
  client: Client,
  context: ReportContext,
  subject: ReportSubject,
): Promise<SubjectReport> => {
  const { book, lang } = context;
  const { ids, seen, today } = subject;
  const read = await readHeldRows(client, ids);
  const { separations, vault } = subject;
  const held = separations.length === 0 ? read : await openHeldRows(client, vault, read, ids);
  const { register } = book.documents.purposes;
  const records = held.rows.person.map((row) => shownRow(context, seen, 'person', row));
  const cases = ownCases(context, seen, held);
  return {
    report: 'subject',
    version: 1,
    lang,
    madeOn: today,
    controller: { name: register.controller[lang], contact: register.contact },
    officer: { name: register.dataProtectionOfficer[lang], contact: register.dataProtectionContact },
    standing: [
      ...(subject.restricted ? [REPORT_TEXTS.restricted[lang]] : []),
      ...(await separationWords(client, vault, separations, ids, lang)),
    ],
    records,
    rectifications: await ownRectifications(client, context, seen, held.rows.person),
    cases,
    differences: differencesOf([...records, ...cases]),
    acts: byDay(
      'occurred_on',
      held.rows.professionalAct.map((row) => shownRow(context, seen, 'professionalAct', row)),
    ),
    aids: byDay(
      'requested_on',
      held.rows.aid.map((row) => aidOf(context, seen, held, row)),
    ),
    aidRequests: await ownAidRequests(client, context, seen, ids),
    beside: await besideWords(client, context, held, ids),
    keptUntil: keptUntilWords(book, (await findContacts(client, book, ids, today)).own, today, lang),
    categories: reportCategories(context),
    reads: reportReads(context, await findReads(client, ids)),
    joins: reportJoins(context, await findJoins(client, ids), held.rows.person, subject.rules),
    leftOut: [REPORT_TEXTS.othersLeftOut[lang], REPORT_TEXTS.addressLeftOut[lang], REPORT_TEXTS.workersLeftOut[lang]],
    rights: (['see', 'mend', 'unlink', 'erase', 'refuse', 'complain'] as const).map(
      (right) => REPORT_TEXTS[right][lang],
    ),
  };
};

/** The oldest first, as a life goes; those without a day at the end. */
const byDay = <R extends ReportRow>(column: string, rows: readonly R[]): readonly R[] => {
  const dayOf = ({ values }: R): string => values.find((one) => one.column === column)?.value ?? '9999';
  return rows.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0));
};

const aidOf = (
  context: ReportContext,
  seen: SeenPrecision,
  { history }: HeldRows,
  row: HeldRows['rows']['aid'][number],
): ReportAid => ({
  ...shownRow(context, seen, 'aid', row),
  decisions: factsOf(context, seen, history, 'decision', row.id),
  payments: factsOf(context, seen, history, 'payment', row.id),
});

const factsOf = (
  context: ReportContext,
  seen: SeenPrecision,
  history: HeldRows['history'],
  kind: HistoryKind,
  aidId: string,
): readonly ReportFact[] =>
  history[kind]
    .filter((fact) => fact.aidId === aidId)
    .map((fact) => {
      const values = shownHistory(context, seen, kind, fact);
      const paidOn = values.find(({ column }) => column === 'paid_on')?.value ?? null;
      const period = context.book.retentionOf('aid', 'payment')?.period;
      const keptUntil = paidOn === null || period === undefined ? null : endOfPeriod(paidOn, period);
      return { values, superseded: fact.superseded, keptUntil };
    });

/** What is held of the person beside the fields: told, though nobody may read it. */
const besideWords = async (
  client: Client,
  { book, lang }: ReportContext,
  { rows }: HeldRows,
  ids: readonly string[],
): Promise<readonly string[]> => {
  // The copies of a case tell how it stood for all of its members.
  const rowIds = [...rows.person, ...rows.professionalAct, ...rows.aid].map(({ id }) => id);
  const { undoCopies, waiting } = await countHeldBeside(client, rowIds, ids);
  const period = periodWords(book.documents.retention.kinds['undoLog']?.period ?? '', lang);
  const copies = fillText(REPORT_TEXTS.undoCopies[lang], { count: formatInteger(undoCopies, lang), period });
  return [
    REPORT_TEXTS.fingerprints[lang],
    ...(undoCopies === 0 ? [] : [copies]),
    ...waiting.map(({ reason, records }) =>
      fillText(REPORT_TEXTS.waiting[lang], {
        count: formatInteger(records, lang),
        reason: messageFor(reason, lang)?.what ?? reason,
      }),
    ),
  ];
};
