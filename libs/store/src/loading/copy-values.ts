import { dateDays } from './date-days.js';
import { GrowingBytes } from './growing-bytes.js';
import { writeLong } from './write-long.js';
import { mostUtf8, writeUtf8 } from './write-utf8.js';
import { writeUuid } from './write-uuid.js';

const NULL = -1;
const LENGTH_BYTES = 4;
const JSONB_VERSION = 1;

/**
 * Values as binary COPY takes them: each is a length and its bytes, so that what is written is as distinct as the values are.
 * A column must be given the very type that it has. A value that does not fit its type is a RangeError, which does not tell
 * the value.
 */
export abstract class CopyValues extends GrowingBytes {
  null(): void {
    this.room(LENGTH_BYTES);
    this.view.setInt32(this.length, NULL);
    this.length += LENGTH_BYTES;
  }

  boolean(value: boolean): void {
    this.begin(1);
    this.bytes[this.length++] = value ? 1 : 0;
  }

  smallint(value: number): void {
    if ((value << 16) >> 16 !== value) throw new RangeError('a number does not fit smallint');
    this.begin(2);
    this.view.setInt16(this.length, value);
    this.length += 2;
  }

  integer(value: number): void {
    if ((value | 0) !== value) throw new RangeError('a number does not fit integer');
    this.begin(4);
    this.view.setInt32(this.length, value);
    this.length += 4;
  }

  /** @param value a whole number that JavaScript holds exactly, or 64 bits as they are (the first of them is the sign) */
  bigint(value: number | bigint): void {
    this.begin(8);
    writeLong(this.view, this.length, value);
    this.length += 8;
  }

  double(value: number): void {
    this.begin(8);
    this.view.setFloat64(this.length, value);
    this.length += 8;
  }

  doubleOrNull(value: number | null): void {
    if (value === null) this.null();
    else this.double(value);
  }

  /** @param value `YYYY-MM-DD` */
  date(value: string): void {
    this.begin(4);
    this.view.setInt32(this.length, dateDays(value));
    this.length += 4;
  }

  /** @param value 32 hexadecimal digits, with or without hyphens */
  uuid(value: string): void {
    this.begin(16);
    writeUuid(this.bytes, this.length, value);
    this.length += 16;
  }

  uuidOrNull(value: string | null): void {
    if (value === null) this.null();
    else this.uuid(value);
  }

  /** Text, and what PostgreSQL receives as text (varchar, char). A NUL in it is PostgreSQL's to refuse. */
  text(value: string): void {
    this.room(LENGTH_BYTES + mostUtf8(value));
    const start = this.length + LENGTH_BYTES;
    const end = writeUtf8(this.bytes, start, value);
    this.view.setInt32(this.length, end - start);
    this.length = end;
  }

  /** @param json a document as JSON */
  jsonb(json: string): void {
    this.room(LENGTH_BYTES + 1 + mostUtf8(json));
    const start = this.length + LENGTH_BYTES;
    this.bytes[start] = JSONB_VERSION;
    const end = writeUtf8(this.bytes, start + 1, json);
    this.view.setInt32(this.length, end - start);
    this.length = end;
  }

  /** A `bytea`, or a value that is in PostgreSQL's own form already (`binary-arrays.ts`). */
  raw(value: Uint8Array): void {
    this.begin(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  /** Writes the length of a value, and makes room for the value behind it. */
  private begin(bytes: number): void {
    this.room(LENGTH_BYTES + bytes);
    this.view.setInt32(this.length, bytes);
    this.length += LENGTH_BYTES;
  }
}
