/** No slip of the fingers is longer; it also bounds the work on a hostile word. */
const LONGEST_WORD = 60;
const MOST_EDITS = 3;
/** Below this share of letters in common a suggestion would puzzle more than help. */
const LEAST_SIMILARITY = 0.5;

/**
 * The valid word that was most likely meant, or undefined when none is near: the same word in other case, the only one
 * that begins or ends with what was typed (three letters or more), else the one with the fewest edits.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  if (typed === '' || typed.length > LONGEST_WORD) return undefined;
  return (
    candidates.find((candidate) => candidate.toLowerCase() === typed) ??
    onlyPart(typed, candidates) ??
    fewestEdits(typed, candidates)
  );
}

function onlyPart(typed: string, candidates: readonly string[]): string | undefined {
  if (typed.replace(/^-+/, '').length < 3) return undefined;
  const [only, ...others] = candidates.filter((candidate) => {
    const lower = candidate.toLowerCase();
    return lower.startsWith(typed) || lower.endsWith(typed);
  });
  return others.length === 0 ? only : undefined;
}

function fewestEdits(typed: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = MOST_EDITS + 1;
  for (const candidate of candidates) {
    const edits = editDistance(typed, candidate.toLowerCase());
    const longest = Math.max(typed.length, candidate.length);
    if (edits < fewest && 1 - edits / longest >= LEAST_SIMILARITY) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours that lead from one word to the other. */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let edits = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + cost);
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}
