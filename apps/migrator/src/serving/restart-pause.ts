const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** A part that ran this long was well; its next end counts as a first one. */
const WELL_AFTER_MS = 60_000;

/**
 * How long to wait before a part is started again, in milliseconds: twice as long each time that it ends soon, so that one
 * that cannot run does not take the machine from those that can.
 */
export const nextPause = (previousMs: number, livedMs: number): number =>
  previousMs === 0 || livedMs >= WELL_AFTER_MS ? FIRST_MS : Math.min(previousMs * 2, LONGEST_MS);
