import { formatClock, formatPercent, formatRate, type Language, type Text } from '#libs/messages';
import type { ProgressState } from './progress.js';

const GAP = '  ';
/** A bar shorter than this says nothing. */
const SHORTEST_BAR = 8;
const LONGEST_BAR = 40;
const LEFT: Text = { en: 'left', fr: 'reste' };
const IN: Text = { en: 'in', fr: 'en' };

const shareOf = ({ value, total = 0 }: ProgressState): number => (total > 0 ? Math.min(1, value / total) : 0);

/** `import  120000/1000000  12%  41,200/s  left 0:21`: counts are left bare, so that a script can read them. */
export const progressLine = (state: ProgressState, lang: Language): string =>
  [state.label, ...figuresOf(state, lang)].join(GAP);

/** `import  1000000 in 0:24  41,200/s`; the rate is that of the whole phase, not of its end. */
export function summaryLine({ label, value, elapsed }: ProgressState, lang: Language): string {
  const rate = elapsed >= 1 ? [formatRate((value / elapsed) * 1000, lang)] : [];
  return [label, `${value} ${IN[lang]} ${formatClock(elapsed)}`, ...rate].join(GAP);
}

/** The same figures behind a bar that takes the room that is left on the terminal's line. */
export function barLine(state: ProgressState, lang: Language, columns: number): string {
  const figures = figuresOf(state, lang);
  const text = [state.label, ...figures].join(GAP);
  const room = Math.min(LONGEST_BAR, columns - 1 - text.length - GAP.length - 2);
  if (state.total === undefined || room < SHORTEST_BAR) return text.slice(0, Math.max(0, columns - 1));
  const full = Math.floor(shareOf(state) * room);
  return [state.label, `[${'='.repeat(full)}${'-'.repeat(room - full)}]`, ...figures].join(GAP);
}

function figuresOf(state: ProgressState, lang: Language): string[] {
  const { value, total, perSecond, timeLeft, elapsed } = state;
  const rate = perSecond > 0 ? [formatRate(perSecond, lang)] : [];
  if (total === undefined) return [String(value), ...rate, formatClock(elapsed)];
  const left = timeLeft === undefined ? [] : [`${LEFT[lang]} ${formatClock(timeLeft)}`];
  return [`${value}/${total}`, formatPercent(shareOf(state), lang), ...rate, ...left];
}
