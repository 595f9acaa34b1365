import {
  ENCODINGS,
  TeachingError,
  type ByteRange,
  type DelimitedLayout,
  type Encoding,
  type SourceRecord,
  type Survey,
} from '#libs/domain';
import { valueDecoder } from '../encoding/value.decoder.js';
import { slotsOf } from './column.match.js';
import { DelimitedRefused } from './delimited.refusal.js';
import { structureOf } from './dialect.structure.js';
import type { ReadPlan } from './read-plan.js';
import { parserFor, pieces } from './record.parser.js';
import { readTraits } from './survey.traits.js';

const BATCH = 1_000;

/** Reads a stretch that starts and ends at record boundaries, in batches of at most 1,000 records. */
export async function* readDelimited(
  layout: DelimitedLayout,
  range: ByteRange,
  survey: Pick<Survey, 'encoding' | 'traits'>,
  signal?: AbortSignal,
): AsyncGenerator<readonly SourceRecord[]> {
  const parser = parserFor(planOf(layout, range, survey));
  try {
    for await (const block of range.blocks(signal)) {
      signal?.throwIfAborted();
      for (const piece of pieces(block)) yield* batches(await parser.feed(piece));
    }
    yield* batches((await parser.finish()).records);
  } catch (error) {
    throw error instanceof DelimitedRefused ? error.toTeachingError() : error;
  } finally {
    parser.close();
  }
}

function* batches(records: readonly SourceRecord[]): Generator<readonly SourceRecord[]> {
  if (records.length > 0 && records.length <= BATCH) yield records;
  else for (let start = 0; start < records.length; start += BATCH) yield records.slice(start, start + BATCH);
}

function planOf(layout: DelimitedLayout, range: ByteRange, survey: Pick<Survey, 'encoding' | 'traits'>): ReadPlan {
  const { table } = layout;
  const { recordEnd, columns } = readTraits(table, survey.traits);
  const encoding = encodingOf(table, survey.encoding);
  const structure = structureOf(layout, encoding);
  return {
    table,
    encoding,
    // What a file settles is a line end, the same units in every encoding.
    structure: { ...structure, recordEnd: structure.recordEnd ?? recordEnd },
    decoder: valueDecoder(encoding),
    wanted: layout.wanted === 'all' ? columns : layout.wanted,
    slots: layout.wanted === 'all' ? Int32Array.from(columns.keys()) : slotsOf(columns, layout.wanted),
    start: range.start,
    firstRecord: range.firstRecord[table] ?? 1,
    flat: false,
  };
}

function encodingOf(table: string, name: string): Encoding {
  const encoding = ENCODINGS.find((known) => known === name);
  if (encoding === undefined) throw new TeachingError('delimited.traits', { table });
  return encoding;
}
