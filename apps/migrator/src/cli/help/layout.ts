import { terminalColumns, type TextStream } from '../host.js';

const NARROWEST = 60;
const WIDEST = 100;
const INDENT = '  ';
const GAP = '  ';
/** A longer term stands on a line of its own, so that it does not push all texts to the right. */
const WIDEST_TERM = 26;

/** A term and what it means: an option, an argument, a command, an exit code. */
export type HelpItem = readonly [term: string, text: string];

/** How wide help is written: the terminal's width within what reads well. */
export const helpWidth = (stream: TextStream): number => Math.min(WIDEST, Math.max(NARROWEST, terminalColumns(stream)));

/** Breaks a text at its spaces. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A heading with aligned items under it; nothing at all without items. Terms take at least `leastTermWidth`. */
export function section(heading: string, items: readonly HelpItem[], width: number, leastTermWidth = 0): string[] {
  if (items.length === 0) return [];
  const termWidth = Math.min(WIDEST_TERM, Math.max(leastTermWidth, ...items.map(([term]) => term.length)));
  return ['', heading, ...items.flatMap((item) => itemLines(item, termWidth, width))];
}

function itemLines([term, text]: HelpItem, termWidth: number, width: number): string[] {
  const margin = ' '.repeat(INDENT.length + termWidth + GAP.length);
  const [first = '', ...others] = wrap(text, width - margin.length);
  const tail = others.map((line) => margin + line);
  if (term.length > termWidth) return [INDENT + term, margin + first, ...tail];
  return [`${INDENT}${term.padEnd(termWidth)}${GAP}${first}`, ...tail];
}
