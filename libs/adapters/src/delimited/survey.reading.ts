import type { DelimitedLayout, Encoding, SourceRecord, Survey, SurveyOptions } from '#libs/domain';
import type { EncodingEvidence } from '../encoding/encoding.evidence.js';
import { identifyEncoding } from '../encoding/identify-encoding.js';
import { valueDecoder } from '../encoding/value.decoder.js';
import { ChunkCutter } from './chunk.cutter.js';
import { slotsOf } from './column.match.js';
import { cutLastRecord, otherWidth } from './delimited.refusal.js';
import { recordEndOf } from './dialect.structure.js';
import type { FileOpening } from './file.opening.js';
import { settleColumns } from './header.columns.js';
import { parserFor, pieces, type RecordParser } from './record.parser.js';
import { traitsOf } from './survey.traits.js';
import { WatchedRelay } from './watched.relay.js';

/** A code page in which every byte stands for itself: for values whose encoding is still open. */
const UNDECODED = 'iso-8859-1';

/** A survey from the end of the header on. */
export class SurveyReading {
  private readonly parser: RecordParser;
  private readonly cutter: ChunkCutter;
  private readonly relay: WatchedRelay | undefined;
  private readonly onRecord: ((record: SourceRecord) => void) | undefined;
  private encoding: Encoding | undefined;
  private faulty = 0;

  /** @throws DelimitedRefused `file.mismatch` */
  constructor(
    private readonly layout: DelimitedLayout,
    options: SurveyOptions,
    private readonly opening: FileOpening,
    private readonly evidence: EncodingEvidence,
  ) {
    const { table, watched } = layout;
    const { dataStart: start, structure, rivals } = opening;
    if (rivals.length === 1) this.encoding = opening.encoding;
    const encoding = this.encoding ?? UNDECODED;
    const wanted = options.onRecord === undefined ? [] : watched;
    const slots = slotsOf(settleColumns(layout, opening), wanted);
    const decoder = valueDecoder(encoding);
    this.parser = parserFor({ table, encoding, structure, decoder, wanted, slots, start, firstRecord: 1, flat: true });
    this.cutter = new ChunkCutter(table, options.chunkRecords, start);
    this.onRecord = options.onRecord;
    if (this.encoding === undefined && options.onRecord !== undefined)
      this.relay = new WatchedRelay(watched, options.onRecord);
  }

  /** Whether the encoding is known, so that no more evidence is needed. */
  get settled(): boolean {
    return this.encoding !== undefined;
  }

  async feed(block: Uint8Array): Promise<void> {
    for (const piece of pieces(block)) this.take(await this.parser.feed(piece));
    if (this.evidence.complete || this.relay?.full === true) this.settle();
  }

  /** @param size length of the file in bytes. @throws DelimitedRefused */
  async finish(size: number): Promise<Survey> {
    const { layout, opening } = this;
    const { records, ended } = await this.parser.finish();
    this.take(records);
    if (!ended && layout.dialect.finalRecordEnd === 'required') throw cutLastRecord(size);
    const encoding = this.settle();
    const columns = settleColumns(layout, { ...opening, rivals: [encoding] });
    const count = this.cutter.records;
    // A header says what the file is; without one only the records can.
    if (opening.header === undefined && this.faulty * 2 > count)
      throw otherWidth(layout.table, columns.length, this.faulty, count);
    const recordEnd = recordEndOf(layout.dialect) ?? opening.structure.recordEnd;
    return {
      encoding,
      chunks: this.cutter.finish(size),
      records: { [layout.table]: count },
      header: {},
      traits: traitsOf({ recordEnd, columns }),
    };
  }

  close(): void {
    this.parser.close();
  }

  private take(records: readonly SourceRecord[]): void {
    for (const record of records) {
      this.cutter.add(record);
      if (record.fault?.code === 'row.width') this.faulty++;
      if (this.relay !== undefined) this.relay.add(record);
      else this.onRecord?.(record);
    }
  }

  private settle(): Encoding {
    if (this.encoding === undefined) {
      const verdict = identifyEncoding(this.evidence, this.opening.rivals);
      this.encoding = verdict.ok ? verdict.encoding : this.opening.encoding;
      this.relay?.settle(this.encoding);
    }
    return this.encoding;
  }
}
