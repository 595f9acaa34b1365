import type { UnitText } from '../encoding/unit-text.js';
import type { Structure } from './dialect.structure.js';

/** The quoted part of a field, and the position after its closing quote. */
export interface QuotedPart {
  readonly text: UnitText;
  readonly next: number;
}

/**
 * The quoted part at the start of a field, in any dialect; empty where the field does not start with a quote. As in
 * csv-parse, an escape character that is not the quote makes whatever follows it literal.
 * @returns undefined where the closing quote is missing
 */
export function readQuotedPart(units: UnitText, start: number, { quote, escape }: Structure): QuotedPart | undefined {
  if (quote === null || escape === null || !units.startsWith(quote, start)) return { text: '', next: start };
  const doubled = escape === quote;
  let text = '';
  let at = start + quote.length;
  while (at < units.length) {
    const escaped = at + escape.length;
    if (units.startsWith(escape, at) && escaped < units.length && (!doubled || units.startsWith(quote, escaped))) {
      const length = doubled ? quote.length : 1;
      text += units.slice(escaped, escaped + length);
      at = escaped + length;
    } else if (units.startsWith(quote, at)) return { text, next: at + quote.length };
    else text += units.charAt(at++);
  }
  return undefined;
}
