/** Splitting happens only for persons with several names, one of them compound; their names come back pair after pair. */
const REMEMBERED = 4096;
const words = new Map<string, readonly string[]>();

/** The words of a whole name. Remembers a bounded number of names, and begins anew when it is full. */
export function wordsOf(whole: string): readonly string[] {
  const known = words.get(whole);
  if (known !== undefined) return known;
  if (words.size >= REMEMBERED) words.clear();
  const split = whole.split(' ');
  words.set(whole, split);
  return split;
}
