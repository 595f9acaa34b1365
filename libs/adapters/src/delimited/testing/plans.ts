import type { Encoding } from '#libs/domain';
import { toUnits, unitBytes, type UnitText } from '../../encoding/unit-text.js';
import { valueDecoder } from '../../encoding/value.decoder.js';
import type { ReadPlan } from '../read-plan.js';

/** What a test says of a stretch; the rest of a plan follows from it. */
export interface PlanSketch {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly quote: string | null;
  readonly escape?: string;
  readonly recordEnd: string;
  /** For each column whether it is wanted. */
  readonly wanted: readonly boolean[];
}

/** A plan whose columns are called C1, C2, … */
export function planOf({ encoding, delimiter, quote, escape, recordEnd, wanted }: PlanSketch): ReadPlan {
  const units = (text: string): UnitText => {
    const written = toUnits(text, encoding);
    if (written === undefined) throw new RangeError(`not in ${encoding}`);
    return written;
  };
  let next = 0;
  return {
    table: 'T',
    encoding,
    structure: {
      delimiter: units(delimiter),
      quote: quote === null ? null : units(quote),
      escape: quote === null ? null : units(escape ?? quote),
      recordEnd: units(recordEnd),
    },
    decoder: valueDecoder(encoding),
    wanted: wanted.flatMap((is, column) => (is ? [`C${column + 1}`] : [])),
    slots: Int32Array.from(wanted, (is) => (is ? next++ : -1)),
    start: 100,
    firstRecord: 7,
    flat: false,
  };
}

/** Unit text as the bytes of a file. */
export function bytesOf(units: UnitText, encoding: Encoding): Buffer {
  if (unitBytes(encoding) === 1) return Buffer.from(units, 'latin1');
  const bytes = Buffer.from(units, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
