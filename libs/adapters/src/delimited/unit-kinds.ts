import type { ValueDecoder } from '../encoding/value.decoder.js';
import type { SettledStructure } from './dialect.structure.js';

/** What the scanner must know of a unit; the kinds of a field's units are or-ed together. */
export const SUSPECT = 1;
/** U+0000: no value that anybody wants holds it. */
export const NUL = 2;
/** Delimiter, quote, or the first unit of a record end. Every kind below is inside a field for sure. */
export const STOP = 4;
/** Set by the scanner for a quoted field that holds doubled quotes. */
export const DOUBLED = 8;

/** The kind of each unit of a dialect in an encoding, one lookup a unit. */
export function unitKinds({ delimiter, quote, recordEnd }: SettledStructure, { suspects }: ValueDecoder): Uint8Array {
  const kinds = Uint8Array.from(suspects);
  kinds[0] = NUL;
  for (const text of [delimiter, quote ?? delimiter, recordEnd]) {
    const unit = text.charCodeAt(0);
    kinds[unit] = (kinds[unit] ?? 0) | STOP;
  }
  return kinds;
}
