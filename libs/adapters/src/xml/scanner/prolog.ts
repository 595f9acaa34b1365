import type { Encoding } from '#libs/domain';
import { encodingOf, isCutMark, markLength } from '../encoding/declared.js';
import type { XmlEncoding } from '../encoding/decoder.js';
import { malformed } from '../refusal.js';

/** Bytes that tell a byte-order mark and an XML declaration from anything else. */
const ENOUGH = 9;
/** Longer than any XML declaration with its three attributes. */
const LONGEST_DECLARATION = 1024;
const DECLARATION_START = /^<\?xml[ \t\r\n]/;

export interface Prolog {
  /** Bytes of byte-order mark and XML declaration. */
  readonly length: number;
  readonly encoding: XmlEncoding;
}

/**
 * Reads the start of a file; `undefined` while there are too few bytes, at the end of a cut file too.
 * @param final no more bytes will come
 * @throws XmlRefused see `markLength` and `encodingOf`
 */
export const readProlog = (bytes: Buffer, final: boolean, allowed: readonly Encoding[]): Prolog | undefined => {
  if ((bytes.length < ENOUGH && !final) || isCutMark(bytes)) return undefined;
  const mark = markLength(bytes, allowed);
  const marked = mark > 0;
  if (!DECLARATION_START.test(bytes.toString('latin1', mark, mark + ENOUGH)))
    return { length: mark, encoding: encodingOf('', marked, allowed) };
  const end = bytes.indexOf('?>', mark, 'latin1');
  const length = end === -1 ? bytes.length : end + 2;
  if (length > LONGEST_DECLARATION) throw malformed('declaration', mark);
  if (end === -1) return undefined;
  return { length, encoding: encodingOf(bytes.toString('latin1', mark, length), marked, allowed) };
};
