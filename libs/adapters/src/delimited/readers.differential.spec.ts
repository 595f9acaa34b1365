import fc from 'fast-check';
import type { Encoding } from '#libs/domain';
import { isUtf16 } from '../encoding/unit-text.js';
import { CsvParseReader } from './csv-parse.reader.js';
import { isScannable } from './dialect.structure.js';
import type { ReadPlan } from './read-plan.js';
import { RecordScanner } from './record.scanner.js';
import { cut, outcomeOf, reused } from './testing/blocks.js';
import { bytesOf, planOf, type PlanSketch } from './testing/plans.js';

/** Everything on which the two readers could disagree: ends, quotes, halves of CRLF, NUL, bytes and units without meaning. */
const pieceOf = ({ structure: { delimiter, quote, recordEnd } }: ReadPlan): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('a', 'b7', ' ', "'") },
    { weight: 5, arbitrary: fc.constant(delimiter) },
    { weight: 4, arbitrary: fc.constant(quote ?? '"') },
    { weight: 2, arbitrary: fc.constant((quote ?? '"') + (quote ?? '"')) },
    { weight: 4, arbitrary: fc.constant(recordEnd) },
    { weight: 2, arbitrary: fc.constantFrom('\r', '\n', '\r\n', '\0') },
    { weight: 2, arbitrary: fc.constantFrom('\xc3\xa9', '\xe9', '\x80', '\x81', '\xf0\x9f\x98\x80', '\xed\xa0\x80') },
    { weight: 1, arbitrary: fc.constantFrom('\xff', '\xfe', 'long value without any structure') },
  );

const utf16Piece = fc.constantFrom('\u20ac', '\ud83d\ude00', '\ud83d', '\u0a0d', '\u3b3b', '\u2222');

const sketches: fc.Arbitrary<PlanSketch> = fc.record({
  encoding: fc.constantFrom<Encoding>('windows-1252', 'utf-8', 'macroman', 'iso-8859-1', 'utf-16le', 'utf-16be'),
  delimiter: fc.constantFrom(';', ',', '\t', '§'),
  quote: fc.constantFrom('"', "'", '«', null),
  recordEnd: fc.constantFrom('\r\n', '\n', '\r', '|', '\x1b'),
  wanted: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
});

const cases = sketches
  .map((sketch) => planOf(sketch))
  .filter((plan) => isScannable(plan.structure))
  .chain((plan) =>
    fc.record({
      plan: fc.constant(plan),
      units: fc
        .array(isUtf16(plan.encoding) ? fc.oneof(pieceOf(plan), utf16Piece) : pieceOf(plan), { maxLength: 40 })
        .map((pieces) => pieces.join('')),
      odd: fc.integer({ min: 0, max: 20 }).map((number) => number === 0),
      cuts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      otherCuts: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }),
    }),
  );

describe('block scanner and csv-parse', () => {
  it('tell of half a unit rather than of the quote that is open before it', async () => {
    const plan = planOf({ encoding: 'utf-16be', delimiter: ',', quote: '"', recordEnd: '\n', wanted: [true] });
    for (const reader of [new RecordScanner(plan, 1), new CsvParseReader(plan)]) {
      expect(await outcomeOf(reader, reused(cut(Buffer.from([0, 0x22, 0x22]), [2])))).toMatchObject({
        refusal: { reason: 'file.unreadable', byteOffset: plan.start + 2 },
      });
    }
  });

  it('give the same records, addresses, faults and refusals for any document, dialect and cut', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ plan, units, odd, cuts, otherCuts }) => {
        const whole = bytesOf(units, plan.encoding);
        const bytes = odd && isUtf16(plan.encoding) ? whole.subarray(1) : whole;
        const scanned = await outcomeOf(new RecordScanner(plan, 1), reused(cut(bytes, cuts)));
        const reference = await outcomeOf(new CsvParseReader(plan), reused(cut(bytes, otherCuts)));
        expect(scanned).toEqual(reference);
      }),
      { numRuns: 4_000 },
    );
  });

  it('give the same in one block as in many', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ plan, units, cuts }) => {
        const bytes = bytesOf(units, plan.encoding);
        const one = await outcomeOf(new RecordScanner(plan), reused(cut(bytes, [])));
        expect(await outcomeOf(new RecordScanner(plan, 1), reused(cut(bytes, cuts)))).toEqual(one);
      }),
      { numRuns: 2_000 },
    );
  });
});
