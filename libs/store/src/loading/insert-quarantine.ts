import type { ClientBase } from 'pg';
import { copyRows } from './copy-rows.js';
import { CopyText } from './copy-text.js';
import type { LoadTarget, Quarantined } from './load-results.js';

const COLUMNS = [
  'run_id',
  'file_id',
  'site_id',
  'table_id',
  'record_no',
  'byte_offset',
  'byte_length',
  'unit_record',
  'unit_offset',
  'unit_length',
  'reason',
  'field',
  'issues',
  'entity_id',
  'waits_for',
];

/** Notes why records wait, and where they lie; never what they hold. */
export const insertQuarantine = async (
  client: ClientBase,
  { runId, fileId, siteId, tableIds }: LoadTarget,
  results: readonly Quarantined[],
): Promise<void> => {
  if (results.length === 0) return;
  const text = new CopyText();
  for (const { table, issues, id, personId, address, unit } of results) {
    const [first] = issues;
    const numbers = [
      ...[runId, fileId, siteId, tableIds.get(table) ?? 0],
      ...[address.record, address.byteOffset, address.byteLength],
      ...[unit.record, unit.byteOffset, unit.byteLength],
    ];
    for (const number of numbers) {
      text.integer(number);
      text.tab();
    }
    text.ascii(first?.code ?? 'value.invalid');
    text.tab();
    if (first?.field === undefined) text.null();
    else text.text(first.field.slice(0, 80));
    text.tab();
    text.text(JSON.stringify(issues));
    text.tab();
    text.orNull(id);
    text.tab();
    text.orNull(first?.code === 'reference.unknown' ? personId : null);
    text.endLine();
  }
  await copyRows(client, 'passerelle.quarantine', COLUMNS, text.take('all'));
};
