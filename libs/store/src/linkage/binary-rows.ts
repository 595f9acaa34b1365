import type { IdNumbers } from './id-numbers.js';
import { uuidText } from './uuid-text.js';

/** Signature, flags and length of the extension that PostgreSQL's binary COPY format begins with. */
const HEADER_BYTES = 19;
const LENGTH_BYTES = 4;
const TWO_TO_32 = 2 ** 32;
/** Dimensions, flags, type, length and lower bound before the elements of an array of one dimension. */
const ARRAY_HEAD = 20;
const INT8_BYTES = 8;

/**
 * Rows of `COPY (…) TO STDOUT (FORMAT binary)`, read where they lie, value after value in the order of the columns. Nothing
 * is kept of a row that was passed: a job reads some ten thousand rows, and as many arrays of strings that live until its end
 * cost more than the reading.
 */
export class BinaryRows {
  private at = HEADER_BYTES;
  private readonly view: DataView;

  constructor(private readonly bytes: Buffer) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Steps to the next row, whose values must all have been passed before the one after it; false after the last. */
  next(): boolean {
    const columns = this.view.getInt16(this.at);
    this.at += 2;
    return columns >= 0;
  }

  /** Passes a value. @returns its place, for those who read it later */
  skip(): number {
    const place = this.at;
    this.at = this.behind(place);
    return place;
  }

  /** An integer, not null. */
  int4(): number {
    return this.view.getInt32(this.skip() + LENGTH_BYTES);
  }

  /** A bigint that JavaScript holds exactly, not null. */
  int8(): number {
    return this.safeInteger(this.skip() + LENGTH_BYTES);
  }

  /** Any bigint, not null. */
  bigint(): bigint {
    return this.view.getBigInt64(this.skip() + LENGTH_BYTES);
  }

  float8(): number {
    return this.view.getFloat64(this.skip() + LENGTH_BYTES);
  }

  boolean(): boolean {
    return this.view.getUint8(this.skip() + LENGTH_BYTES) === 1;
  }

  /** A bigint[] without nulls, of numbers that JavaScript holds exactly. */
  int8s(): number[] {
    return this.int8sAt(this.skip());
  }

  uuid(): string {
    return this.uuidAt(this.skip());
  }

  /** The number that a uuid has among others. */
  uuidNumber(ids: IdNumbers): number {
    return ids.numberOf(this.bytes, this.skip() + LENGTH_BYTES);
  }

  text(): string | null {
    return this.textAt(this.skip());
  }

  /** A bytea as a view, valid as long as these rows are. */
  bytea(): Uint8Array {
    const place = this.skip();
    return this.bytes.subarray(place + LENGTH_BYTES, this.at);
  }

  /** The place of the value behind the one at a place of the same row. */
  behind(place: number): number {
    return place + LENGTH_BYTES + Math.max(0, this.view.getInt32(place));
  }

  int8sAt(place: number): number[] {
    const end = this.behind(place);
    const numbers: number[] = [];
    for (let at = place + 2 * LENGTH_BYTES + ARRAY_HEAD; at < end; at += LENGTH_BYTES + INT8_BYTES) {
      numbers.push(this.safeInteger(at));
    }
    return numbers;
  }

  uuidAt(place: number): string {
    return uuidText(this.bytes, place + LENGTH_BYTES);
  }

  textAt(place: number): string | null {
    const length = this.view.getInt32(place);
    return length < 0 ? null : this.bytes.toString('utf8', place + LENGTH_BYTES, place + LENGTH_BYTES + length);
  }

  private safeInteger(at: number): number {
    return this.view.getInt32(at) * TWO_TO_32 + this.view.getUint32(at + LENGTH_BYTES);
  }
}
