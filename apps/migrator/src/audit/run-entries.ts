import { runName } from '#libs/domain';
import { type AuditEntry, BARE_ENTRY, type Run } from '#libs/store';
import { type BalanceSheet } from '../imports/balance-sheet.js';
import type { LinkReport } from '../linkage/link-report.js';
import type { ReplayReport } from '../quarantine/replay.js';

const PURPOSE = 'migration';
const OUTCOMES = ['read', 'created', 'updated', 'unchanged', 'quarantined', 'withheld'] as const;

/** `code=count` of what is not zero: how the trail says counts. */
const countWords = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([code, count]) => (count === 0 ? [] : [`${code}=${String(count)}`]));

const runEntry = (
  action: string,
  run: string,
  outcome: string,
  counts: Readonly<Record<string, number>>,
): AuditEntry => ({ ...BARE_ENTRY, action, purpose: PURPOSE, incident: run, outcome, detail: countWords(counts) });

/** An import that came to its sheet: how many records ended how, those withheld by a refusal among them. */
export const importEntry = (sheet: BalanceSheet): AuditEntry =>
  runEntry('import.run', sheet.run, sheet.status, {
    ...totals(sheet),
    absent: sheet.absent,
    replayed: sheet.replayed,
  });

const totals = ({ files }: BalanceSheet): Record<string, number> => {
  const sum: Record<string, number> = {};
  for (const table of files.flatMap(({ tables }) => Object.values(tables))) {
    for (const outcome of OUTCOMES) sum[outcome] = (sum[outcome] ?? 0) + table[outcome];
  }
  return sum;
};

/** An import that failed; chunks that landed before it did stay in the store until it is resumed or rolled back. */
export const failedImportEntry = (run: Run, failure: string): AuditEntry => ({
  ...runEntry('import.run', runName(run.id), 'failed', {}),
  detail: [failure],
});

/** Rows that a rollback touched, by step. */
export const rollbackEntry = (run: Run, touched: Readonly<Record<string, number>>): AuditEntry =>
  runEntry('import.rollback', runName(run.id), 'done', touched);

export const replayEntry = (run: Run, report: ReplayReport): AuditEntry =>
  runEntry('quarantine.replay', runName(run.id), 'done', { ...report });

/** A link run that decided; counts of the persons that it decided about. */
export const linkEntry = (report: LinkReport): AuditEntry => {
  const { prepared, pairs, decided } = report;
  return runEntry('link.run', report.run ?? '-', 'done', { prepared, pairs, ...decided });
};
