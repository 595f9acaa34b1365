import { derive, STREAM } from './random.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789';
const DIGITS = 9;
const SPACE = ALPHABET.length ** DIGITS;
/** Tokens that one site may draw before it could meet the next site's. */
const SITE_STRIDE = 2n ** 33n;

/**
 * Planted tokens: `KNR` and nine of A–Z and 2–9, never the same twice in one generation. Every value of a dropped field
 * carries one, so that a search for them shows whether a dropped value travelled.
 *
 * A constant step that shares no factor with the number of tokens walks through all of them before it meets one again:
 * uniqueness needs no memory.
 */
export class CanarySource {
  private readonly step: number;
  private position: number;
  drawn = 0;

  constructor(seed: number, siteIndex: number) {
    const random = derive(seed, STREAM.tokens, 0);
    const draw = (): number => (random.next() * 0x1000 + random.below(0x1000)) % (SPACE - 64);
    this.step = coprime(draw());
    const start = BigInt(draw()) + BigInt(siteIndex) * SITE_STRIDE * BigInt(this.step);
    this.position = Number(start % BigInt(SPACE));
  }

  next(): string {
    this.position = (this.position + this.step) % SPACE;
    this.drawn += 1;
    let rest = this.position;
    let token = '';
    for (let digit = 0; digit < DIGITS; digit += 1) {
      token += ALPHABET.charAt(rest % ALPHABET.length);
      rest = Math.floor(rest / ALPHABET.length);
    }
    return `KNR${token}`;
  }
}

/** The next number up that shares no factor with 34^9, hence neither even nor a multiple of 17. */
function coprime(number: number): number {
  let candidate = number;
  while (candidate % 2 === 0 || candidate % 17 === 0) candidate += 1;
  return candidate;
}
