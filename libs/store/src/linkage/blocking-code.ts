/** Blocking keys that a plan may have: the code of a block ends with the number of its key. */
export const LARGEST_KEY_COUNT = 32;

/** One more than the largest code: codes are whole numbers from 0 that JavaScript holds exactly, spread evenly. */
export const CODE_END = 2 ** 53;

const HASH_BITS = 48;

/**
 * The code of a block, from the number of its key in the plan (0 to 31) and a 64-bit hash of its text, of which the lower 48
 * bits count. Two texts with one code are only compared in vain.
 * @throws RangeError for another key number: it would be taken for one of the 32
 */
export const toCode = (keyNo: number, hash: bigint): number => {
  if (keyNo < 0 || keyNo >= LARGEST_KEY_COUNT) throw new RangeError(`blocking key ${keyNo}: 0 to 31 are possible`);
  return Number(BigInt.asUintN(HASH_BITS, hash)) * LARGEST_KEY_COUNT + keyNo;
};

/** The number of the blocking key that a code belongs to. */
export const keyNoOf = (code: number): number => code % LARGEST_KEY_COUNT;

/** Codes as the store holds them: ascending, each once. */
export const sortCodes = (codes: Iterable<number>): number[] => [...new Set(codes)].sort((a, b) => a - b);

/**
 * Whether `code` is the smallest code that two persons share: they are scored in that block and in no other.
 * @param left codes ascending, large blocks left out; likewise `right`
 */
export const isFirstShared = (left: readonly number[], right: readonly number[], code: number): boolean => {
  let i = 0;
  let j = 0;
  for (;;) {
    const a = left[i] ?? CODE_END;
    const b = right[j] ?? CODE_END;
    if (a === b) return a === code;
    if (a < b) i++;
    else j++;
  }
};
