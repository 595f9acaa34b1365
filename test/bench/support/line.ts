/** What a line is held against: a ratio that should be at least, or a ratio or size that should be at most so much. */
export interface Target {
  readonly is: 'at-least' | 'at-most';
  readonly value: number;
}

/** One line of the report. */
export interface Line {
  /** Stable name, for those who read the JSON. */
  readonly key: string;
  readonly what: string;
  readonly unit: 'ratio' | 'MB' | 'share' | 'count' | 'per second' | 'ms';
  /** null: told for information. */
  readonly target: Target | null;
  /** Whether the median of the rounds is judged, or (for a peak) the worst of them. */
  readonly judged: 'median' | 'worst';
  /** One for each round; empty where nothing could be measured, and then `note` says why. */
  readonly samples: readonly number[];
  readonly note?: string;
}

export type Verdict = 'met' | 'missed' | 'not measured' | 'for information';

/** A line with what its rounds come to. */
export interface JudgedLine extends Line {
  readonly median: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly verdict: Verdict;
}

export const judge = (line: Line): JudgedLine => {
  const sorted = line.samples.toSorted((a, b) => a - b);
  const [least = null, most = null] = [sorted[0], sorted.at(-1)];
  const middle = median(line.samples);
  return { ...line, median: middle, least, most, verdict: verdictOf(line, { middle, least, most }) };
};

/** The middle of the samples, between the two middle ones where their number is even; null of none. */
export const median = (samples: readonly number[]): number | null => {
  const sorted = samples.toSorted((a, b) => a - b);
  const below = sorted[Math.ceil(sorted.length / 2) - 1];
  const above = sorted[Math.floor(sorted.length / 2)];
  return below === undefined || above === undefined ? null : (below + above) / 2;
};

interface Spread {
  readonly middle: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

const verdictOf = ({ target, judged }: Line, { middle, least, most }: Spread): Verdict => {
  if (middle === null || least === null || most === null) return 'not measured';
  if (target === null) return 'for information';
  const worst = target.is === 'at-least' ? least : most;
  const value = judged === 'median' ? middle : worst;
  return (target.is === 'at-least' ? value >= target.value : value <= target.value) ? 'met' : 'missed';
};
