import type { SourceRecord } from '#libs/domain';
import { parse, type InfoField, type InfoRecord, type Parser } from 'csv-parse';
import { isUtf16 } from '../encoding/unit-text.js';
import { textToByteForm, toByteForm } from './byte-form.js';
import { CsvParseFields } from './csv-parse.fields.js';
import { cutInQuotes, DelimitedRefused, oddLength } from './delimited.refusal.js';
import type { SettledStructure } from './dialect.structure.js';
import type { ReadPlan } from './read-plan.js';
import type { Ending, RecordParser } from './record.parser.js';

/**
 * Every dialect that the block scanner does not read, and the reference for those it does. Values come through csv-parse
 * as bytes and are decoded here. csv-parse hands over nothing through its stream (`on_record` keeps the record), so
 * nobody can forget to read from it: each write ends with its callback, with an error too, and nothing can hang.
 */
export class CsvParseReader implements RecordParser {
  private readonly fields: CsvParseFields;
  private readonly parser: Parser;
  private found: SourceRecord[] = [];
  private half: Uint8Array = new Uint8Array();
  /** Offset in the file up to which whole units were read. */
  private read: number;

  constructor(private readonly plan: ReadPlan) {
    this.read = plan.start;
    const structure = inByteForm(plan);
    this.fields = new CsvParseFields(plan, structure);
    this.parser = parse({
      encoding: 'latin1',
      delimiter: structure.delimiter,
      quote: structure.quote,
      escape: structure.escape,
      record_delimiter: structure.recordEnd,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: plan.slots.length > 1,
      cast: (value: string, { index, bytes, quoting }: InfoField) => this.fields.take(value, index, bytes, quoting),
      on_record: (_: unknown, { bytes }: InfoRecord) => void this.found.push(this.fields.recordUpTo(bytes)),
    });
    // The callbacks of `write` and `end` report errors; without a listener the event would end the process as well.
    this.parser.on('error', () => undefined);
  }

  async feed(bytes: Uint8Array): Promise<readonly SourceRecord[]> {
    const whole = this.wholeUnits(bytes);
    if (whole.length === 0) return [];
    this.read += whole.length;
    const form = toByteForm(whole, this.plan.encoding);
    this.fields.keep(form);
    await this.settled((done) => this.parser.write(form, done));
    return this.take();
  }

  async finish(): Promise<Ending> {
    // First: half a unit is why whatever else is wrong at the end is wrong.
    if (this.half.length > 0) throw oddLength(this.read);
    await this.settled((done) => this.parser.end(done));
    const records = this.take();
    return { records, ended: this.fields.ended };
  }

  close(): void {
    this.parser.destroy();
  }

  private take(): readonly SourceRecord[] {
    const records = this.found;
    this.found = [];
    this.fields.release();
    return records;
  }

  /** Cuts UTF-16 between units: the odd byte waits for the next block. */
  private wholeUnits(bytes: Uint8Array): Uint8Array {
    if (!isUtf16(this.plan.encoding)) return bytes;
    const all = Buffer.concat([this.half, bytes]);
    const end = all.length & ~1;
    this.half = all.subarray(end);
    return all.subarray(0, end);
  }

  private settled(start: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      start((error) => (error === undefined || error === null ? resolve() : reject(this.withoutValues(error))));
    });
  }

  /** An error of csv-parse carries the record's values: only its code goes on. */
  private withoutValues(error: Error): Error {
    if (error instanceof DelimitedRefused) return error;
    const code = 'code' in error ? String(error.code) : error.name;
    return code === 'CSV_QUOTE_NOT_CLOSED' ? cutInQuotes(this.fields.pendingOffset()) : new Error(`csv-parse: ${code}`);
  }
}

function inByteForm({ structure, encoding }: ReadPlan): SettledStructure {
  const { delimiter, quote, escape, recordEnd } = structure;
  return {
    delimiter: textToByteForm(delimiter, encoding),
    quote: quote === null ? null : textToByteForm(quote, encoding),
    escape: escape === null ? null : textToByteForm(escape, encoding),
    recordEnd: textToByteForm(recordEnd, encoding),
  };
}
