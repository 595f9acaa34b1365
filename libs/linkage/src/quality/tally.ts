import type { Rates } from './quality-report.js';

/** Counts of pairs while an outcome is read. */
export class Tally {
  truePairs = 0;
  rightLinks = 0;
  wrongLinks = 0;
  rightReviews = 0;
  wrongReviews = 0;

  link(right: boolean): void {
    if (right) this.rightLinks += 1;
    else this.wrongLinks += 1;
  }

  review(right: boolean): void {
    if (right) this.rightReviews += 1;
    else this.wrongReviews += 1;
  }

  rates(): Rates {
    const { truePairs, rightLinks, wrongLinks, rightReviews, wrongReviews } = this;
    return {
      truePairs,
      rightLinks,
      wrongLinks,
      rightReviews,
      wrongReviews,
      precision: share(rightLinks, rightLinks + wrongLinks),
      recall: share(rightLinks, truePairs),
      f1: share(2 * rightLinks, truePairs + rightLinks + wrongLinks),
      recallWithReview: share(rightLinks + rightReviews, truePairs),
    };
  }
}

/** A share of 0 to 1; null of nothing. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
