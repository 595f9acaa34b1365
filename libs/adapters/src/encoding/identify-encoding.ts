import type { Encoding } from '#libs/domain';
import type { SingleByteEncoding } from './code-page.js';
import type { EncodingEvidence } from './encoding.evidence.js';
import { frenchScore } from './french.score.js';
import { isUtf16 } from './unit-text.js';

/** The encoding that the evidence speaks for, or the one that the bytes prove although the candidates exclude it. */
export type EncodingVerdict =
  { readonly ok: true; readonly encoding: Encoding } | { readonly ok: false; readonly found: Encoding };

/** A corrupt record does not turn a UTF-8 file into another: so many well-formed sequences outweigh one malformed. */
const UTF8_MAJORITY = 20;

/**
 * Chooses among the encodings that a profile allows (at least one; the first is taken where the bytes do not tell): a
 * byte-order mark is certain, a single candidate is never doubted otherwise, then the NUL pattern of UTF-16, well-formed
 * multi-byte UTF-8, and the letters of French among single-byte encodings.
 */
export function identifyEncoding(evidence: EncodingEvidence, candidates: readonly Encoding[]): EncodingVerdict {
  const mark = evidence.opening.mark?.encoding;
  if (mark !== undefined) return proven(mark, candidates);
  const [first, ...others] = candidates;
  if (first === undefined) throw new RangeError('identifyEncoding needs a candidate');
  if (others.length === 0) return { ok: true, encoding: first };
  const pattern = evidence.opening.nulPattern;
  if (pattern !== undefined) return proven(pattern, candidates);
  return { ok: true, encoding: amongBytes(evidence, candidates) ?? first };
}

const proven = (encoding: Encoding, candidates: readonly Encoding[]): EncodingVerdict =>
  candidates.includes(encoding) ? { ok: true, encoding } : { ok: false, found: encoding };

function amongBytes(evidence: EncodingEvidence, candidates: readonly Encoding[]): Encoding | undefined {
  const eightBit = candidates.filter((encoding) => !isUtf16(encoding));
  const { wellFormed, malformed } = evidence.utf8;
  if (evidence.histogram.total === 0) return eightBit[0];
  if (eightBit.includes('utf-8') && wellFormed > 0 && wellFormed >= malformed * UTF8_MAJORITY) return 'utf-8';
  const singleByte = eightBit.filter((encoding): encoding is SingleByteEncoding => encoding !== 'utf-8');
  const [best] = singleByte
    .map((encoding) => ({ encoding, score: frenchScore(evidence.histogram, encoding) }))
    .sort((left, right) => right.score - left.score);
  return best?.encoding ?? eightBit[0];
}
