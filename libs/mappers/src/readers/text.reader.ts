import { FAULTS, type ValueFault } from './value-reader.js';

const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufffd]/;
const SPACES = /[\s\u00a0\u202f\u200b]+/g;

export interface TextOptions {
  /** Characters at most. A longer value is `value.invalid`: it is never cut. */
  readonly max: number;
  /** What the exporter wrote for a line break inside a value (4D); each becomes a space. */
  readonly lineBreaks?: readonly string[];
}

/** True for text that needs no tidying: printable ASCII without double, leading or trailing spaces. */
const isTidy = (raw: string): boolean => {
  let previous = 32;
  for (let i = 0; i < raw.length; i++) {
    const c = raw.charCodeAt(i);
    if (c < 32 || c > 126 || (c === 32 && previous === 32)) return false;
    previous = c;
  }
  return previous !== 32;
};

/**
 * Reads text as the source wrote it: Unicode NFC, spaces folded to one and trimmed, case and accents untouched. Empty is
 * null. Control characters are `value.invalid`.
 */
export const textReader = ({ max, lineBreaks = [] }: TextOptions): ((raw: string) => string | null | ValueFault) => {
  return (raw) => {
    if (raw === '') return null;
    let value = raw;
    for (const mark of lineBreaks) if (value.includes(mark)) value = value.replaceAll(mark, ' ');
    if (!isTidy(value)) {
      value = value.replace(SPACES, ' ').trim().normalize('NFC');
      if (value === '') return null;
      if (!value.isWellFormed()) return FAULTS.encoding;
      if (CONTROL.test(value)) return FAULTS.value;
    }
    return value.length > max ? FAULTS.value : value;
  };
};

/** Given names: what separates them in the source becomes one space (`Benoît, Gaël` → `Benoît Gaël`). */
export const separated = (
  read: (raw: string) => string | null | ValueFault,
  separators: string,
): ((raw: string) => string | null | ValueFault) => {
  const marks = [...separators];
  return (raw) => {
    let value = raw;
    for (const mark of marks) if (value.includes(mark)) value = value.replaceAll(mark, ' ');
    return read(value);
  };
};
