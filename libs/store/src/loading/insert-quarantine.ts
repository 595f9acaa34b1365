import type { ClientBase } from 'pg';
import { copyRows } from './copy-rows.js';
import { escapeCopy, NULL } from './copy-text.js';
import type { MinimisedResult } from '#libs/minimiser';
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
  target: LoadTarget,
  outcomes: readonly MinimisedResult[],
): Promise<void> => {
  const { runId, fileId, siteId, tableIds } = target;
  const results = outcomes.filter((outcome): outcome is Quarantined => outcome.fate === 'quarantined');
  const lines = results.map(({ table, issues, id, personId, address, unit }) => {
    const first = issues[0];
    const waitsFor = first?.code === 'reference.unknown' ? personId : null;
    return `${[
      runId,
      fileId,
      siteId,
      tableIds.get(table) ?? '',
      address.record,
      address.byteOffset,
      address.byteLength,
      unit.record,
      unit.byteOffset,
      unit.byteLength,
      first?.code ?? 'value.invalid',
      first?.field === undefined ? NULL : escapeCopy(first.field.slice(0, 80)),
      escapeCopy(JSON.stringify(issues)),
      id ?? NULL,
      waitsFor ?? NULL,
    ].join('\t')}\n`;
  });
  await copyRows(client, 'passerelle.quarantine', COLUMNS, lines);
};
