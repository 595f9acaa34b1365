import { EXIT, TeachingError } from '#libs/domain';

/** Who decided, and why. Kept with the decision for as long as it is on record. */
export interface DecisionMaker {
  readonly by: string;
  readonly reason: string;
}

/** As many characters as the store keeps. */
const MOST = { by: 80, reason: 300 } as const;
const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

/** @throws TeachingError `review.words` (exit code 2), which does not repeat them */
export const decisionMaker = (by: string, reason: string): DecisionMaker => ({
  by: words('by', by),
  reason: words('reason', reason),
});

/** One line of text for the given option, without blanks around it. @throws TeachingError `review.words` */
export const words = (option: keyof typeof MOST, text: string): string => {
  const trimmed = text.trim();
  if (trimmed !== '' && [...trimmed].length <= MOST[option] && !UNPRINTABLE.test(trimmed)) return trimmed;
  throw new TeachingError('review.words', { option: `--${option}`, most: MOST[option] }, { exitCode: EXIT.usage });
};
