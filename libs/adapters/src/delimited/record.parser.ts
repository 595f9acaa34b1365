import type { SourceRecord } from '#libs/domain';
import { CsvParseReader } from './csv-parse.reader.js';
import { isScannable } from './dialect.structure.js';
import type { ReadPlan } from './read-plan.js';
import { RecordScanner } from './record.scanner.js';

/** What the end of a stretch brought. */
export interface Ending {
  readonly records: readonly SourceRecord[];
  /** False where the last record has no record end. */
  readonly ended: boolean;
}

/**
 * Turns bytes into records as they arrive, cut anywhere. Both implementations give the same records, addresses and faults.
 * Either method throws DelimitedRefused: `file.unreadable` for a record over the limit or an odd length of UTF-16,
 * `file.truncated` for an end inside quotes.
 */
export interface RecordParser {
  /** The records that these bytes complete. The bytes are not kept. */
  feed(bytes: Uint8Array): Promise<readonly SourceRecord[]> | readonly SourceRecord[];
  finish(): Promise<Ending> | Ending;
  /** Lets go of what an abandoned reading holds. */
  close(): void;
}

export const parserFor = (plan: ReadPlan): RecordParser =>
  isScannable(plan.structure) ? new RecordScanner(plan) : new CsvParseReader(plan);

/**
 * So many bytes at a time: a batch of records of ordinary length, however large the blocks of the caller are. The text of
 * twice as many no longer fits among V8's young objects, and memory of its own for each piece costs more than its reading.
 */
const PIECE = 65_536;

export function* pieces(block: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < block.length; start += PIECE) yield block.subarray(start, start + PIECE);
}
