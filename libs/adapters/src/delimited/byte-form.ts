import type { Encoding } from '#libs/domain';
import { isUtf16, unitsOf, type UnitText } from '../encoding/unit-text.js';

/**
 * csv-parse looks for delimiters byte by byte, so in UTF-16 it would find them astride two characters. Its "byte form" of
 * UTF-16 writes each code unit, surrogates too, as UTF-8 writes a character of its size: no delimiter can then start in
 * the middle of a unit, and nothing of a malformed value is lost before it can be reported. 8-bit encodings are their own.
 */
export function toByteForm(bytes: Uint8Array, encoding: Encoding): Buffer {
  if (!isUtf16(encoding)) return Buffer.from(bytes);
  return Buffer.from(unitsToByteForm(unitsOf(bytes, encoding)), 'latin1');
}

/** The same for unit text, as a string of bytes. */
export function textToByteForm(units: UnitText, encoding: Encoding): string {
  return isUtf16(encoding) ? unitsToByteForm(units) : units;
}

/** Back to unit text. @param form a string of bytes that starts and ends between units */
export function fromByteForm(form: string, encoding: Encoding): UnitText {
  if (!isUtf16(encoding)) return form;
  let units = '';
  for (let at = 0; at < form.length;) {
    const lead = form.charCodeAt(at++);
    let unit = lead < 0x80 ? lead : lead & (lead < 0xe0 ? 0x1f : 0x0f);
    while (isContinuation(form.charCodeAt(at))) unit = (unit << 6) | (form.charCodeAt(at++) & 0x3f);
    units += String.fromCharCode(unit);
  }
  return units;
}

/** How many bytes of the file a stretch of byte form stands for. */
export function fileLength(form: Uint8Array | Uint16Array, encoding: Encoding): number {
  if (!isUtf16(encoding)) return form.length;
  let units = 0;
  for (const byte of form) if (!isContinuation(byte)) units++;
  return units * 2;
}

const isContinuation = (byte: number): boolean => byte >= 0x80 && byte < 0xc0;

function unitsToByteForm(units: UnitText): string {
  let form = '';
  for (let at = 0; at < units.length; at++) {
    const unit = units.charCodeAt(at);
    if (unit < 0x80) form += String.fromCharCode(unit);
    else if (unit < 0x800) form += String.fromCharCode(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else form += String.fromCharCode(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return form;
}
