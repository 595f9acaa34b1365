import fc from 'fast-check';
import type { SourceRecord } from '#libs/domain';
import { blocksOf, rangeOf, recordsOf, surveyOf } from './testing/blocks.js';
import { randomTipi, type Written } from './testing/random-tipi.js';
import { TIPI_LAYOUT } from './testing/tipi.layout.js';
import { createXmlAdapter } from './xml-adapter.js';

const adapter = createXmlAdapter(TIPI_LAYOUT);
const columns = new Map(TIPI_LAYOUT.tables.map((table) => [table.table, table.columns.map(({ name }) => name)]));

/** What was read, in the terms of what was written: the columns that the generator fills. */
const asWritten = ({ table, byteOffset, byteLength, fields }: SourceRecord, like: Written | undefined): Written => ({
  table,
  byteOffset,
  byteLength,
  fields: Object.fromEntries(
    Object.keys(like?.fields ?? {}).map((name) => [name, fields[columns.get(table)?.indexOf(name) ?? -1] ?? '(none)']),
  ),
});

const size = fc.integer({ min: 1, max: 50 });

it('reads what was written, with its addresses, however the blocks and the chunks are cut', async () => {
  const chunkRecords = fc.integer({ min: 1, max: 4 });
  await fc.assert(
    fc.asyncProperty(randomTipi, size, chunkRecords, async ({ bytes, records, encoding }, blockSize, perChunk) => {
      const survey = await surveyOf(adapter, bytes, { chunkRecords: perChunk, size: blockSize });
      expect(survey.encoding).toBe(encoding);
      const read = await recordsOf(adapter, bytes, survey, blockSize);
      expect(read.map((record, at) => asWritten(record, records[at]))).toEqual(records);
      expect(read.filter(({ fault }) => fault !== undefined)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('numbers records in file order and reads each outermost one again from its bytes', async () => {
  await fc.assert(
    fc.asyncProperty(randomTipi, size, async ({ bytes }, blockSize) => {
      const survey = await surveyOf(adapter, bytes);
      const read = await recordsOf(adapter, bytes, survey);
      for (const unit of read.filter(({ parent }) => parent === undefined)) {
        const inside = read.filter((record) => record.unit === unit.unit);
        const firstRecord = Object.fromEntries([...inside].reverse().map(({ table, record }) => [table, record]));
        const range = { start: unit.byteOffset, end: unit.byteOffset + unit.byteLength, firstRecord };
        const again: SourceRecord[] = [];
        for await (const batch of adapter.records(rangeOf(bytes, range, blockSize), survey)) again.push(...batch);
        expect(again).toEqual(inside);
      }
    }),
    { numRuns: 50 },
  );
});

it('refuses every document that is cut', async () => {
  const cut = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  await fc.assert(
    fc.asyncProperty(randomTipi, cut, size, async ({ bytes }, where, blockSize) => {
      const short = bytes.subarray(0, Math.floor(where * bytes.length));
      const result = await adapter.survey(blocksOf(short, blockSize), { chunkRecords: 2 });
      expect(result).toMatchObject({ ok: false, refusal: { reason: 'file.truncated' } });
    }),
    { numRuns: 300 },
  );
});

it('answers garbage with a refusal, never with an exception', async () => {
  const garbage = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('<', '>', '/', 'TIPI', ' ', '="', '&', ';', '![CDATA[', '--', '?', ']]>'),
      maxLength: 60,
    }),
  );
  await fc.assert(
    fc.asyncProperty(garbage, size, async (bytes, blockSize) => {
      const result = await adapter.survey(blocksOf(Buffer.from(bytes as Uint8Array), blockSize), { chunkRecords: 2 });
      expect(result.ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});
