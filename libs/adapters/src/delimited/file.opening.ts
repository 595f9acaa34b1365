import type { DelimitedLayout, Encoding } from '#libs/domain';
import type { EncodingEvidence } from '../encoding/encoding.evidence.js';
import { identifyEncoding } from '../encoding/identify-encoding.js';
import { isUtf16, unitBytes, unitsOf, type UnitText } from '../encoding/unit-text.js';
import {
  contradicted,
  cutInQuotes,
  cutLastRecord,
  missingColumns,
  noHeader,
  RECORD_LIMIT,
  recordTooLong,
} from './delimited.refusal.js';
import { structureOf, type SettledStructure } from './dialect.structure.js';
import { readFirstRecord } from './first-record.js';

/** What the beginning of a file settles before its records are read. */
export interface FileOpening {
  /** The encoding; the likeliest of `rivals` where more of the file must be seen. */
  readonly encoding: Encoding;
  /** Encodings that the file may still turn out to be in, `encoding` first. All read the same structure. */
  readonly rivals: readonly Encoding[];
  readonly structure: SettledStructure;
  /** The header's cells, or undefined for a file without header. */
  readonly header: readonly UnitText[] | undefined;
  /** Offset of the first byte after byte-order mark and header. */
  readonly dataStart: number;
}

/**
 * Reads byte-order mark, record end and header.
 * @param head the file from its first byte on
 * @param final whether that is all of it
 * @returns `more` where the first record is longer than the head
 * @throws DelimitedRefused `file.unreadable`, `file.truncated`, `file.mismatch`
 */
export function openFile(
  layout: DelimitedLayout,
  evidence: EncodingEvidence,
  head: Uint8Array,
  final: boolean,
): FileOpening | 'more' {
  const verdict = identifyEncoding(evidence, layout.encodings);
  if (!verdict.ok) throw contradicted(verdict.found, layout.encodings);
  const { encoding } = verdict;
  const structure = structureOf(layout, encoding);
  const mark = evidence.opening.mark?.bytes ?? 0;
  const rivals = evidence.opening.mark === undefined ? rivalsOf(layout, encoding) : [encoding];
  if (!layout.dialect.header && structure.recordEnd !== undefined)
    return {
      encoding,
      rivals,
      structure: { ...structure, recordEnd: structure.recordEnd },
      header: undefined,
      dataStart: mark,
    };

  const first = readFirstRecord(unitsOf(head.subarray(mark), encoding), structure, final);
  if (first === 'in-quotes') throw cutInQuotes(mark);
  if (first === 'more') {
    if (head.length > RECORD_LIMIT) throw recordTooLong(mark);
    return 'more';
  }
  const settled = { ...structure, recordEnd: first.recordEnd };
  if (!layout.dialect.header) return { encoding, rivals, structure: settled, header: undefined, dataStart: mark };
  if (first.cells.every((cell) => cell === '')) throw noHeader();
  const dataStart = mark + first.next * unitBytes(encoding);
  if (!first.ended && layout.dialect.finalRecordEnd === 'required')
    throw first.cells.some(isNoName) ? missingColumns(layout.table, requiredOf(layout)) : cutLastRecord(dataStart);
  return { encoding, rivals, structure: settled, header: first.cells, dataStart };
}

/** A name of a column holds no line end and no tab: such a header is not a cut one, but the inside of another kind of file. */
const isNoName = (cell: UnitText): boolean => /[\t\r\n]./s.test(cell);

const requiredOf = ({ wanted }: DelimitedLayout): readonly string[] => (wanted === 'all' ? [] : wanted);

/**
 * Whether UTF-16 or not is certain from the first bytes on; among 8-bit encodings the whole file has a say, as long as
 * delimiters and quotes are the same bytes in all of them.
 */
function rivalsOf(layout: DelimitedLayout, encoding: Encoding): readonly Encoding[] {
  if (isUtf16(encoding)) return [encoding];
  const shape = JSON.stringify(structureOf(layout, encoding));
  const others = layout.encodings.filter((other) => other !== encoding && !isUtf16(other));
  const alike = others.every((other) => JSON.stringify(structureOf(layout, other)) === shape);
  return alike ? [encoding, ...others] : [encoding];
}
