import fc from 'fast-check';
import type { Encoding } from '#libs/domain';
import { toUnits } from '../encoding/unit-text.js';
import { CsvParseReader } from './csv-parse.reader.js';
import { isScannable } from './dialect.structure.js';
import { cut, outcomeOf, reused } from './testing/blocks.js';
import { bytesOf, planOf, type PlanSketch } from './testing/plans.js';

const dialects: readonly Omit<PlanSketch, 'encoding' | 'wanted'>[] = [
  { delimiter: '||', quote: '"', recordEnd: '\n' },
  { delimiter: ';', quote: '"', escape: '\\', recordEnd: '\r\n' },
  { delimiter: '\t', quote: "'", recordEnd: '##\n' },
  { delimiter: '<>', quote: null, recordEnd: '\r' },
];
const encodings: readonly Encoding[] = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'];

/** `㰾` and `㬻` are `<>` and `;;` to whoever looks at the bytes of UTF-16 one by one. */
const value = fc.string({ unit: fc.constantFrom(...'aé€ \r\n|;<>#"\'\\'), maxLength: 8 });
const wide = fc.string({ unit: fc.constantFrom(...'a㰾㬻\u0a0a'), maxLength: 8 });

function write(text: string, { delimiter, quote, escape = quote ?? '', recordEnd }: PlanSketch): string {
  if (quote === null) return text.replaceAll(delimiter, ' ').replaceAll(recordEnd, ' ').replace(/[<>]$/, '');
  const escaped = escape === quote ? text : text.replaceAll(escape, escape + escape);
  return quote + escaped.replaceAll(quote, escape + quote) + quote;
}

describe('csv-parse, for every other dialect', () => {
  const sketches = dialects.flatMap((dialect) =>
    encodings.map((encoding): PlanSketch => ({ ...dialect, encoding, wanted: [true, false, true] })),
  );

  it.each(sketches)('reads back what was written, at its address: $encoding $delimiter $quote', async (sketch) => {
    const plan = planOf(sketch);
    expect(isScannable(plan.structure)).toBe(false);
    const field = sketch.encoding.startsWith('utf-16') ? fc.oneof(value, wide) : value;
    const rows = fc.array(fc.tuple(field, field, field), { maxLength: 4 });
    const cuts = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(rows, cuts, async (written, lengths) => {
        const texts = written.map((fields) => fields.map((text) => write(text, sketch)));
        const raw = texts.map((fields) =>
          bytesOf(toUnits(fields.join(sketch.delimiter) + sketch.recordEnd, sketch.encoding) ?? '', sketch.encoding),
        );
        let byteOffset = plan.start;
        const expected = raw.map(({ length: byteLength }, index) => {
          const source = sketch.quote === null ? texts[index] : written[index];
          const fields = [source?.[0], source?.[2]];
          const record = { table: 'T', record: plan.firstRecord + index, byteOffset, byteLength, fields };
          byteOffset += byteLength;
          return record;
        });
        const outcome = await outcomeOf(new CsvParseReader(plan), reused(cut(Buffer.concat(raw), lengths)));
        expect(outcome).toEqual({ records: expected, ended: true });
      }),
      { numRuns: 100 },
    );
  });

  it('reports text after a closing quote, and half a character', async () => {
    const plan = planOf({ encoding: 'utf-16le', delimiter: '||', quote: '"', recordEnd: '\n', wanted: [true, true] });
    const bytes = bytesOf('"a""b"c||d\n', 'utf-16le');
    const blocks = (to: number): AsyncIterable<Uint8Array> => reused(cut(bytes.subarray(0, to), [3]));
    expect(await outcomeOf(new CsvParseReader(plan), blocks(bytes.length))).toMatchObject({
      records: [{ fields: [undefined, 'd'], fault: { code: 'row.width' } }],
    });
    expect(await outcomeOf(new CsvParseReader(plan), blocks(bytes.length - 1))).toMatchObject({
      refusal: { detail: { key: 'delimited.encoding.odd-length' } },
    });
  });
});
