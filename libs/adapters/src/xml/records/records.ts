import { TeachingError, type ByteRange, type SourceRecord, type Survey, type XmlLayout } from '#libs/domain';
import { isXmlEncoding } from '../encoding/decoder.js';
import type { XmlReader, XmlSink } from '../events.js';
import { compileLayout, type CompiledLayout, type CompiledTable } from '../layout/compile.js';
import { XmlRefused } from '../refusal.js';
import { XmlScanner } from '../scanner/xml-scanner.js';
import { slices } from '../slices.js';
import { LayoutCursor } from '../walk/cursor.js';
import { BatchQueue } from './batch-queue.js';

/** The bytes are not those that the survey saw: the file was changed in between, or the range is none of its chunks. */
const changed = (range: ByteRange, cause?: unknown): TeachingError =>
  new TeachingError('xml.chunk', { start: range.start, end: range.end }, { cause });

/** The outermost table whose records a range holds: the one that its first numbers name. */
const tableOf = (layout: CompiledLayout, range: ByteRange): CompiledTable => {
  const table = layout.tables.find(({ parent, name }) => parent === undefined && range.firstRecord[name] !== undefined);
  if (table === undefined) throw changed(range);
  return table;
};

const readerOf = (sink: XmlSink, range: ByteRange, encoding: string): XmlReader => {
  if (!isXmlEncoding(encoding)) throw changed(range);
  return new XmlScanner(sink, { encoding, offset: range.start });
};

/**
 * Reads the records of a chunk, or of one outermost record by itself, in batches: an outermost record, then those that it
 * encloses as they come. A batch is handed out when the outermost record has ended, so that every value is there.
 * @throws TeachingError `xml.chunk` when the bytes are not those of a chunk of this layout
 */
export async function* readXml(
  layout: XmlLayout,
  range: ByteRange,
  survey: Pick<Survey, 'encoding'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly SourceRecord[]> {
  const compiled = compileLayout(layout, 'columns');
  const { container } = tableOf(compiled, range);
  const queue = new BatchQueue();
  const next = compiled.tables.map(({ name }) => range.firstRecord[name] ?? 1);
  const cursor = new LayoutCursor(compiled, container, next, queue);
  const reader = readerOf(cursor, range, survey.encoding);
  try {
    for await (const slice of slices(range.blocks(signal), signal)) {
      reader.write(slice);
      yield* queue.full();
    }
    reader.end();
    yield* queue.rest();
  } catch (error) {
    if (error instanceof XmlRefused) throw changed(range, error);
    throw error;
  }
}
