import type { ChunkBounds, SourceRecord, SurveyOptions, XmlLayout } from '#libs/domain';
import type { Decoded, XmlAttributes, XmlSink } from '../events.js';
import { compileLayout } from '../layout/compile.js';
import type { CompiledLayout } from '../layout/compile.js';
import { LayoutCursor, type UnitListener } from '../walk/cursor.js';
import type { Draft } from '../walk/draft.js';
import { ChunkCutter } from './chunk-cutter.js';
import { EndMarker } from './end-marker.js';
import { readRoot } from './root.js';

/** Counts a document's records, cuts it into chunks, and checks its root and its end marker, as it goes by. */
export class Census implements XmlSink, UnitListener {
  header: Readonly<Record<string, string>> = {};
  private readonly compiled: CompiledLayout;
  private readonly cursor: LayoutCursor;
  private readonly cutter: ChunkCutter;
  private readonly marker: EndMarker | undefined;
  private readonly onRecord: ((record: SourceRecord) => void) | undefined;
  private depth = 0;
  private offset = 0;

  constructor(
    private readonly layout: XmlLayout,
    options: Pick<SurveyOptions, 'chunkRecords' | 'onRecord'>,
  ) {
    this.onRecord = options.onRecord;
    this.compiled = compileLayout(layout, options.onRecord === undefined ? 'none' : 'watched');
    const { tables, document } = this.compiled;
    this.cursor = new LayoutCursor(
      this.compiled,
      document,
      tables.map(() => 1),
      this,
    );
    this.cutter = new ChunkCutter(tables, options.chunkRecords);
    this.marker = layout.end === undefined ? undefined : new EndMarker(layout.end);
  }

  get wantsText(): boolean {
    return this.cursor.wantsText;
  }

  open(name: string, attributes: XmlAttributes, offset: number): void {
    if (this.depth === 0) this.header = readRoot(this.layout, name, attributes, offset);
    else if (this.depth === 1) this.marker?.see(name, attributes);
    this.depth += 1;
    this.cursor.open(name, attributes, offset);
  }

  text(piece: Decoded): void {
    this.cursor.text(piece);
  }

  close(end: number): void {
    this.depth -= 1;
    this.offset = end;
    this.cursor.close(end);
  }

  checkSize(offset: number): void {
    this.cursor.checkSize(offset);
  }

  unit(records: readonly Draft[], table: number): void {
    const [outermost] = records;
    if (outermost === undefined) return;
    const end = outermost.byteOffset + outermost.byteLength;
    this.cutter.add(table, outermost.byteOffset, end, this.cursor.next);
    if (this.onRecord !== undefined) for (const record of records) this.onRecord(record);
  }

  containerEnd(): void {
    this.cutter.cut(this.offset);
  }

  /** @throws XmlRefused `file.truncated` where the end marker does not agree */
  finish(): { readonly records: Readonly<Record<string, number>>; readonly chunks: readonly ChunkBounds[] } {
    this.cutter.close();
    const records: Record<string, number> = {};
    this.compiled.tables.forEach(({ name }, index) => {
      records[name] = (this.cursor.next[index] ?? 1) - 1;
    });
    this.marker?.check(records, this.offset);
    return { records, chunks: this.cutter.chunks };
  }
}
