import type { UnitText } from '../encoding/unit-text.js';
import type { Structure } from './dialect.structure.js';
import { readQuotedPart } from './quoted-part.js';

/** The first record of a file that is not an empty line, cut into cells that are not decoded yet. */
export interface FirstRecord {
  readonly cells: readonly UnitText[];
  /** Position after its record end. */
  readonly next: number;
  /** What ends records in this file, settled by the first one where the dialect leaves it to the file. */
  readonly recordEnd: UnitText;
  /** False where the file ended before the record did. */
  readonly ended: boolean;
}

const AUTO = ['\r\n', '\n', '\r'];
/** In a file without any line end outside quotes the choice is never put to use. */
const NEVER_USED = '\n';

interface Stop {
  readonly at: number;
  readonly length: number;
  readonly recordEnd?: UnitText;
}

/**
 * Reads a header, or only settles the record end: once a file, in any dialect, so plain rather than fast.
 * @param final whether the file ends with these units
 * @returns `more` where the record goes on after these units, `in-quotes` where the file ends inside quotes
 */
export function readFirstRecord(
  units: UnitText,
  structure: Structure,
  final: boolean,
): FirstRecord | 'more' | 'in-quotes' {
  const cells: UnitText[] = [];
  let at = 0;
  for (;;) {
    const quoted = readQuotedPart(units, at, structure);
    if (quoted === undefined) return final ? 'in-quotes' : 'more';
    const stop = nextStop(units, quoted.next, structure);
    // The last units may be the first half of a delimiter, a record end or a doubled quote.
    const lookahead = Math.max(2, structure.delimiter.length, structure.recordEnd?.length ?? 0);
    if (!final && stop.at + lookahead > units.length) return 'more';
    const empty = cells.length === 0 && stop.at === at;
    at = stop.at + stop.length;
    if (empty && stop.recordEnd !== undefined && at < units.length) {
      structure = { ...structure, recordEnd: stop.recordEnd };
      continue;
    }
    cells.push(quoted.text + units.slice(quoted.next, stop.at));
    if (stop.recordEnd !== undefined) return { cells, next: at, recordEnd: stop.recordEnd, ended: true };
    if (stop.length === 0) return { cells, next: at, recordEnd: structure.recordEnd ?? NEVER_USED, ended: false };
  }
}

function nextStop(units: UnitText, start: number, { delimiter, recordEnd }: Structure): Stop {
  const ends = recordEnd === undefined ? AUTO : [recordEnd];
  for (let at = start; at < units.length; at++) {
    const end = ends.find((candidate) => units.startsWith(candidate, at));
    if (end !== undefined) return { at, length: end.length, recordEnd: end };
    if (units.startsWith(delimiter, at)) return { at, length: delimiter.length };
  }
  return { at: units.length, length: 0 };
}
