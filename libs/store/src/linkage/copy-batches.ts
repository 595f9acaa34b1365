import type { Client } from '../connection/database.js';
import { copyRows } from '../loading/copy-rows.js';
import { CopyText } from '../loading/copy-text.js';

/** Bytes of COPY text held at a time: a full link run writes a million rows in little memory. */
const BATCH_BYTES = 1024 * 1024;

/**
 * Sends any number of rows to `relation (columns)`, in several COPY commands where there are many.
 * @param write writes the row's values with tabs between them, without the end of the line
 * @returns rows sent
 */
export const copyBatches = async <T>(
  client: Client,
  relation: string,
  columns: readonly string[],
  rows: Iterable<T>,
  write: (text: CopyText, row: T) => void,
): Promise<number> => {
  const text = new CopyText();
  let sent = 0;
  for (const row of rows) {
    write(text, row);
    text.endLine();
    text.endItem();
    sent++;
    if (text.position < BATCH_BYTES) continue;
    await copyRows(client, relation, columns, text.take('all'));
    text.clear();
  }
  await copyRows(client, relation, columns, text.take('all'));
  return sent;
};

/** Writes values with tabs between them; null as COPY's null. Strings must be ASCII without a backslash: ids, numbers, codes. */
export const writeAscii = (text: CopyText, values: readonly (string | number | null)[]): void => {
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text.tab();
    const value = values[i];
    text.orNull(value === null || value === undefined ? null : String(value));
  }
};
