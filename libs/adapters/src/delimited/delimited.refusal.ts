import { TeachingError, type FileReason, type FileRefusal, type FileRefusalDetail } from '#libs/domain';

/** The longest record that is read, in bytes: more is a quote that nobody closed, and would fill the memory. */
export const RECORD_LIMIT = 4 * 1024 * 1024;

/**
 * Why reading a file stopped, thrown from deep inside a reader. A survey turns it into a value; a chunk of a file that a
 * survey accepted only meets it when the file has changed since, and then it becomes a TeachingError.
 */
export class DelimitedRefused extends Error {
  override readonly name = 'DelimitedRefused';

  /** @param byteOffset where it was seen, in bytes of the file */
  constructor(
    readonly reason: FileReason,
    readonly detail: FileRefusalDetail,
    readonly byteOffset?: number,
  ) {
    super(reason);
  }

  toRefusal(): FileRefusal {
    const { reason, detail, byteOffset } = this;
    return byteOffset === undefined ? { reason, detail } : { reason, detail, byteOffset };
  }

  toTeachingError(): TeachingError {
    return new TeachingError(this.detail.key, this.detail.args, { cause: this });
  }
}

export const noHeader = (): DelimitedRefused =>
  new DelimitedRefused('file.truncated', { key: 'delimited.header.none' }, 0);

export const cutInQuotes = (byteOffset: number): DelimitedRefused =>
  new DelimitedRefused('file.truncated', { key: 'delimited.cut.in-quotes' }, byteOffset);

export const cutLastRecord = (byteOffset: number): DelimitedRefused =>
  new DelimitedRefused('file.truncated', { key: 'delimited.cut.last-record' }, byteOffset);

export const recordTooLong = (byteOffset: number): DelimitedRefused =>
  new DelimitedRefused(
    'file.unreadable',
    { key: 'delimited.record.too-long', args: { maximum: RECORD_LIMIT } },
    byteOffset,
  );

export const oddLength = (byteOffset: number): DelimitedRefused =>
  new DelimitedRefused('file.unreadable', { key: 'delimited.encoding.odd-length' }, byteOffset);

export const contradicted = (found: string, allowed: readonly string[]): DelimitedRefused =>
  new DelimitedRefused(
    'file.unreadable',
    { key: 'delimited.encoding.contradicted', args: { found, allowed: allowed.join(', ') } },
    0,
  );

export const missingColumns = (table: string, columns: readonly string[]): DelimitedRefused =>
  new DelimitedRefused('file.mismatch', {
    key: 'delimited.columns.missing',
    args: { table, columns: columns.join(', ') },
  });

export const repeatedColumns = (table: string, columns: readonly string[]): DelimitedRefused =>
  new DelimitedRefused('file.mismatch', {
    key: 'delimited.columns.repeated',
    args: { table, columns: columns.join(', ') },
  });

/** @param faulty records whose number of fields is not `columns`, out of `records` */
export const otherWidth = (table: string, columns: number, faulty: number, records: number): DelimitedRefused =>
  new DelimitedRefused('file.mismatch', { key: 'delimited.columns.count', args: { table, columns, faulty, records } });
