import { writeLong } from './write-long.js';
import { writeUuid } from './write-uuid.js';

/** Types by their numbers in PostgreSQL's catalogue, which are the same everywhere. */
const OID = { bigint: 20, uuid: 2950 } as const;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;

/** A `uuid[]` as PostgreSQL receives it; as a parameter the driver sends it as it is, without looking at each value. */
export const uuidArray = (ids: readonly string[]): Buffer =>
  arrayOf(OID.uuid, 16, ids, (bytes, _view, at, id) => {
    writeUuid(bytes, at, id);
  });

/** A `bigint[]` likewise. @param values whole numbers, or 64 bits as they are */
export const bigintArray = (values: readonly (number | bigint)[]): Buffer =>
  arrayOf(OID.bigint, 8, values, (_bytes, view, at, value) => {
    writeLong(view, at, value);
  });

/** One dimension from 1, no NULLs; an empty array has no dimension (array_send in PostgreSQL's arrayfuncs.c). */
const arrayOf = <T>(
  oid: number,
  width: number,
  values: readonly T[],
  write: (bytes: Buffer, view: DataView, at: number, value: T) => void,
): Buffer => {
  const dimensions = values.length === 0 ? [] : [values.length, 1];
  const bytes = Buffer.allocUnsafe(
    values.length === 0 ? HEADER_BYTES - 8 : HEADER_BYTES + values.length * (LENGTH_BYTES + width),
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const put = (number: number): void => {
    view.setInt32(at, number);
    at += 4;
  };
  for (const number of [dimensions.length / 2, 0, oid, ...dimensions]) put(number);
  for (const value of values) {
    put(width);
    write(bytes, view, at, value);
    at += width;
  }
  return bytes;
};
