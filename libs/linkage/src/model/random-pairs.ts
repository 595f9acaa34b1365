/**
 * Pairs of items of different sources, taken at random with a fixed seed: the same items in the same order give the same
 * pairs. Fewer than asked for where there are few items or one source.
 */
export function* randomPairs<T extends { readonly source: string }>(
  items: readonly T[],
  pairs: number,
  seed: number,
): Generator<readonly [T, T]> {
  const random = generator(seed);
  const draws = items.length < 2 ? 0 : Math.min(pairs, items.length * items.length);
  for (let draw = 0; draw < draws; draw++) {
    const a = items[Math.floor(random() * items.length)];
    const b = items[Math.floor(random() * items.length)];
    if (a !== undefined && b !== undefined && a.source !== b.source) yield [a, b];
  }
}

/** Numbers from 0 to 1 (1 left out), the same for the same seed: the Mulberry32 generator (Tommy Ettinger, public domain). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
