import { foldLabel } from './fold-label.js';
import { FAULTS, type ValueFault } from './value-reader.js';

/** Spellings met in a file are remembered up to this many: labels repeat, and hostile input must not fill the memory. */
const REMEMBERED = 2_000;

/** A copy that does not keep the text alive that a substring was cut from. */
const flat = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/**
 * Translates a legacy code into a unified one. Empty is null; a code that no table knows is `code.unmapped` and is never
 * forced into another (sources/README.md, rule 2).
 */
export const codeReader = (
  match: 'exact' | 'folded',
  map: Readonly<Record<string, string>>,
): ((raw: string) => string | null | ValueFault) => {
  const normalise = match === 'folded' ? foldLabel : (raw: string): string => raw.trim();
  const table = new Map(Object.entries(map).map(([code, unified]) => [normalise(code), unified]));
  const seen = new Map<string, string | null | ValueFault>(table);
  return (raw) => {
    if (raw === '') return null;
    const known = seen.get(raw);
    if (known !== undefined) return known;
    const code = normalise(raw);
    const result = code === '' ? null : (table.get(code) ?? FAULTS.code);
    if (seen.size < REMEMBERED && raw.length <= 100) seen.set(flat(raw), result);
    return result;
  };
};
