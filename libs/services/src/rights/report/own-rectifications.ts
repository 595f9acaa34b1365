import { RECTIFIABLE_FIELDS } from '#libs/domain';
import { type Client, findRectifications, type HeldRow, readWrittenRows } from '#libs/store';
import type { ReportContext, SeenPrecision } from './report-context.js';
import type { ReportRectification, ReportRow } from './report-data.js';
import { shownRow } from './shown-rows.js';

/**
 * What a person had rectified, with what the record still says: both are held, so both are told.
 * @param current the person's rows as they are to be read
 */
export const ownRectifications = async (
  client: Client,
  context: ReportContext,
  seen: SeenPrecision,
  current: readonly HeldRow[],
): Promise<readonly ReportRectification[]> => {
  const ids = current.map(({ id }) => id);
  const marks = await findRectifications(client, ids);
  if (marks.length === 0) return [];
  const written = await readWrittenRows(client, ids);
  const shown = (rows: readonly HeldRow[], id: string): ReportRow[] =>
    rows.filter((row) => row.id === id).map((row) => shownRow(context, seen, 'person', row));
  return marks.flatMap(({ id, field, at, incident }) => {
    const columns = (RECTIFIABLE_FIELDS.get(field) ?? []).map(({ column }) => column);
    const valuesOf = ({ values }: ReportRow) => values.filter(({ column }) => columns.includes(column));
    return shown(current, id).map((row) => ({
      source: row.source,
      values: valuesOf(row),
      written: shown(written, id).flatMap(valuesOf),
      since: at.slice(0, 10),
      reference: incident,
    }));
  });
};
