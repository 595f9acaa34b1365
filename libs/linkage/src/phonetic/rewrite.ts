/** One rule of a phonetic code. Expressions hold no nested repetition: each pass is linear. */
export type Rule = readonly [RegExp, string];

/** Applies rules in turn. */
export const rewrite = (text: string, rules: readonly Rule[]): string =>
  rules.reduce((written, [pattern, by]) => written.replace(pattern, by), text);

/** Only letters a to z have a sound here: a lost letter counts as an `e`, since accented letters are what gets lost. */
export const soundLetters = (part: string): string => part.replaceAll('?', 'e').replace(/[^a-z]/g, '');

/** How many codes are kept at most; a town of a million has about as many words in its names. */
const KEPT = 100_000;

/** The same function, remembering its latest answers. When full it forgets all at once, so that memory stays bounded. */
export const remembering = (code: (part: string) => string): ((part: string) => string) => {
  const known = new Map<string, string>();
  return (part) => {
    const before = known.get(part);
    if (before !== undefined) return before;
    if (known.size >= KEPT) known.clear();
    const answer = code(part);
    known.set(part, answer);
    return answer;
  };
};
