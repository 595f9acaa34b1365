import type { Decoded } from '../events.js';
import type { Decoder } from '../encoding/decoder.js';
import { CH } from './byte-classes.js';
import { readReference } from './reference.js';

/** Where a value stands: references count in text and attributes, every white space of an attribute becomes a space. */
export type ValueKind = 'text' | 'attribute' | 'cdata';

const LINE_END: Readonly<Record<ValueKind, string>> = { text: '\n', cdata: '\n', attribute: ' ' };

/**
 * Decodes a value that holds references or line ends: XML 1.0, 2.11 (CR LF and CR become LF) and 3.3.3 (attributes).
 * The bytes were checked before: every reference in them is complete and known.
 */
export const resolveValue = (decode: Decoder, bytes: Buffer, start: number, end: number, kind: ValueKind): Decoded => {
  let text = '';
  let from = start;
  let at = start;
  while (at < end) {
    const next = stepOver(bytes, at, kind);
    if (next === undefined) {
      at += 1;
      continue;
    }
    const piece = decode(bytes, from, at);
    if (piece === null) return null;
    text += piece + next.text;
    from = at = next.end;
  }
  const last = decode(bytes, from, end);
  return last === null ? null : text + last;
};

/** What stands at `at` instead of the byte itself, or `undefined` for an ordinary byte. */
const stepOver = (bytes: Buffer, at: number, kind: ValueKind): { text: string; end: number } | undefined => {
  const byte = bytes[at];
  if (byte === CH.amp && kind !== 'cdata') {
    const reference = readReference(bytes, at, 0);
    return reference && { text: String.fromCodePoint(reference.code), end: reference.end };
  }
  if (byte === CH.cr) return { text: LINE_END[kind], end: bytes[at + 1] === CH.lf ? at + 2 : at + 1 };
  if ((byte === CH.lf || byte === CH.tab) && kind === 'attribute') return { text: ' ', end: at + 1 };
  return undefined;
};
