/**
 * A 64-bit integer for the text of a blocking key, signed as PostgreSQL's bigint is. Two lanes of 32 bits, each mixed with
 * the multipliers and the finaliser of MurmurHash3 (Austin Appleby, public domain). It hides nothing: whoever guesses a
 * name and a date can compute it. Two texts that share a code by chance cost a comparison, nothing else.
 */
export const blockingCode = (text: string): bigint => {
  let low = 0x2545f491;
  let high = 0x9e3779b9 | 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x85ebca6b);
    low ^= low >>> 15;
    high = Math.imul(high ^ unit, 0xc2b2ae35);
    high ^= high >>> 13;
  }
  LANES[0] = finished(low ^ text.length);
  LANES[1] = finished(high ^ low);
  return CODE[0] ?? 0n;
};

/** The lanes and the code share their bytes: no arithmetic on big integers. */
const LANES = new Int32Array(2);
const CODE = new BigInt64Array(LANES.buffer);

const finished = (lane: number): number => {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
};
