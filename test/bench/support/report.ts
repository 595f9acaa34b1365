import { writeFile } from 'node:fs/promises';
import type { JudgedLine, Target } from './line.js';
import type { Machine } from './machine.js';

/** What a suite found out. */
export interface Report {
  readonly suite: string;
  readonly machine: Machine;
  readonly startedAt: string;
  readonly records: number;
  readonly rounds: number;
  readonly lines: readonly JudgedLine[];
  /** What was measured in each round, in seconds, bytes and rows: the ground of the lines. */
  readonly detail: readonly object[];
}

const HEAD = ['what', 'target', 'measured', 'least to most', 'verdict'];

/** Table on stderr for whoever looks, the report as one JSON document on stdout for whatever reads. */
export const printReport = (report: Report): void => {
  const rows = report.lines.map((line) => [
    line.what,
    line.target === null ? '' : targetText(line, line.target),
    valueText(line, line.judged === 'median' ? line.median : line.most),
    line.samples.length < 2 ? '' : `${valueText(line, line.least)} to ${valueText(line, line.most)}`,
    line.verdict,
  ]);
  console.error(`\n${machineText(report)}\n\n${tableOf([HEAD, ...rows])}`);
  const notes = report.lines.filter(({ note }) => note !== undefined);
  if (notes.length > 0) console.error(`\n${notes.map(({ what, note }) => `${what}: ${note ?? ''}`).join('\n')}`);
  console.log(JSON.stringify(report));
};

export const writeJson = async (file: string, report: Report): Promise<void> => {
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
};

const targetText = (line: JudgedLine, target: Target): string =>
  `${target.is === 'at-least' ? '≥' : '≤'} ${String(target.value)}${line.unit === 'MB' || line.unit === 'ms' ? ` ${line.unit}` : ''}`;

const valueText = ({ unit }: JudgedLine, value: number | null): string => {
  if (value === null) return '-';
  switch (unit) {
    case 'MB':
      return `${value.toFixed(0)} MB`;
    case 'share':
      // Cut, not rounded: what is not quite certain must not read as certain.
      return (Math.floor(value * 1e5) / 1e5).toFixed(5);
    case 'count':
      return value.toFixed(0);
    case 'per second':
      return `${value.toFixed(0)}/s`;
    case 'ms':
      return `${value.toFixed(0)} ms`;
    case 'ratio':
      return value.toFixed(2);
  }
};

const machineText = ({ machine, startedAt, records, rounds }: Report): string =>
  `${String(records)} records, ${String(rounds)} rounds, ${startedAt}\n` +
  `${String(machine.cores)} cores (${machine.processor}), ${String(machine.memoryMb)} MB, Node ${machine.node}, ` +
  `PostgreSQL ${machine.postgres}, load before the first round ${machine.loadBefore.toFixed(2)}`;

const tableOf = (rows: readonly (readonly string[])[]): string => {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
