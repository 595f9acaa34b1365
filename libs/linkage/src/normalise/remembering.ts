import type { NameLanguage } from '../plan/linkage-plan.js';

/** How many answers are kept at most: names and towns repeat, and a worker's memory must stay flat. */
const KEPT = 50_000;

type Reading = (raw: string, language: NameLanguage) => readonly string[];

/**
 * The same reading of a column, remembering its latest answers, which must not be written to. When full it forgets all at
 * once, so that memory stays bounded.
 */
export const remembering = (read: Reading): Reading => {
  const known: Record<NameLanguage, Map<string, readonly string[]>> = { fr: new Map(), none: new Map() };
  return (raw, language) => {
    const answers = known[language];
    const before = answers.get(raw);
    if (before !== undefined) return before;
    if (answers.size >= KEPT) answers.clear();
    const answer = read(raw, language);
    answers.set(raw, answer);
    return answer;
  };
};
