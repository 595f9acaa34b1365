import type { ClientBase } from 'pg';
import { CopyBytes } from './copy-bytes.js';
import { copyRows } from './copy-rows.js';
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
  'person_id',
];

/** Notes why records wait, and where they lie; never what they hold. */
export const insertQuarantine = async (
  client: ClientBase,
  target: LoadTarget,
  results: readonly Quarantined[],
): Promise<void> => {
  if (results.length === 0) return;
  const bytes = new CopyBytes();
  for (const result of results) writeEntry(bytes, target, result);
  await copyRows(client, 'passerelle.quarantine', COLUMNS, bytes.take('all'));
  bytes.release();
};

const writeEntry = (
  bytes: CopyBytes,
  { runId, fileId, siteId, tableIds }: LoadTarget,
  { table, entity, issues, id, personId, address, unit }: Quarantined,
): void => {
  const [first] = issues;
  bytes.row(COLUMNS.length);
  bytes.integer(runId);
  bytes.integer(fileId);
  bytes.smallint(siteId);
  bytes.smallint(tableIds.get(table) ?? 0);
  for (const { record, byteOffset, byteLength } of [address, unit]) {
    bytes.integer(record);
    bytes.bigint(byteOffset);
    bytes.integer(byteLength);
  }
  bytes.text(first?.code ?? 'value.invalid');
  if (first?.field === undefined) bytes.null();
  else bytes.text(first.field.slice(0, 80));
  bytes.jsonb(JSON.stringify(issues));
  bytes.uuidOrNull(id);
  bytes.uuidOrNull(first?.code === 'reference.unknown' ? personId : null);
  // Whose record waits, whatever it waits for: an erasure takes it along.
  bytes.uuidOrNull(entity === 'person' ? id : personId);
};
