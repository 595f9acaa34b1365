import { groupRows } from './group-rows.js';
import { UNIFIED_COLUMNS } from '#libs/domain';
import type { ReportDifference, ReportRow } from './report-data.js';

/** Dates of records differ by nature, and say nothing about the person. */
const NO_DIFFERENCE: readonly string[] = ['source_updated_on'];

const OF_A_PERSON: ReadonlySet<string> = new Set(UNIFIED_COLUMNS.person.map(({ column }) => column));

/**
 * Fields about which the records of a person, and cases that lend it an address, say different things: each value with the records that hold it. Nothing is
 * chosen here; the person may know better than any rule.
 */
export const differencesOf = (records: readonly ReportRow[]): readonly ReportDifference[] => {
  const said = records.flatMap(({ source, values }) =>
    values.map((value) => ({ ...value, from: `${source.systemTitle}, ${source.site}` })),
  );
  const columns = groupRows(
    said.filter(({ column }) => OF_A_PERSON.has(column) && !NO_DIFFERENCE.includes(column)),
    ({ column }) => column,
  );
  return [...columns.values()].flatMap((statements) => {
    const byText = groupRows(statements, ({ text }) => text);
    if (byText.size < 2) return [];
    return [
      {
        label: statements[0]?.label ?? '',
        values: [...byText].map(([text, holders]) => ({
          text,
          sources: [...new Set(holders.map(({ from }) => from))],
        })),
      },
    ];
  });
};
