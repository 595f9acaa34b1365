/**
 * Reason codes: why a record waits, or why a whole file was refused. They are part of the public contract
 * (`passerelle explain CODE`); add to them, never rename one without a note under "Upgrade".
 */

/** Reasons that send one record to quarantine; its neighbours land. */
export const RECORD_REASONS = [
  'row.width',
  'encoding.invalid',
  'date.invalid',
  'number.invalid',
  'value.invalid',
  'code.unmapped',
  'key.missing',
  'key.duplicate',
  'reference.unknown',
] as const;
export type RecordReason = (typeof RECORD_REASONS)[number];

/** Reasons that refuse a whole file before anything of it is stored. */
export const FILE_REASONS = [
  'file.truncated',
  'file.unreadable',
  'file.mismatch',
  'xml.forbidden',
  'xml.malformed',
] as const;
export type FileReason = (typeof FILE_REASONS)[number];

export const isRecordReason = (code: string): code is RecordReason =>
  (RECORD_REASONS as readonly string[]).includes(code);
export const isFileReason = (code: string): code is FileReason => (FILE_REASONS as readonly string[]).includes(code);
