import fc from 'fast-check';
import { copyBatches, copyOut } from './copy-batches.js';
import { IdNumbers } from './id-numbers.js';
import { LinkStore } from './testing/link-store.js';
import { bigintArray } from '../loading/binary-arrays.js';

let store: LinkStore;
beforeAll(async () => {
  store = await LinkStore.open();
});
afterAll(() => store.close());

interface Row {
  readonly id: string;
  readonly code: number;
  readonly codes: readonly number[];
  readonly text: string;
  readonly bits: number;
  readonly raw: Uint8Array;
}

const number = fc.nat(Number.MAX_SAFE_INTEGER);
const row: fc.Arbitrary<Row> = fc.record({
  id: fc.uuid(),
  code: number,
  codes: fc.array(number, { maxLength: 5 }),
  text: fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
  bits: fc.double({ noNaN: true }),
  raw: fc.uint8Array({ maxLength: 9 }),
});

/** Sends rows to a table and reads them back in the order in which they were sent. */
const there = (rows: Iterable<Row>, columns = ['id', 'code', 'codes', 'text', 'bits', 'raw']): Promise<Row[]> =>
  store.transaction(async (client) => {
    await client.query(
      `CREATE TEMPORARY TABLE sent (no serial, id uuid, code bigint, codes bigint[], text text, bits float8, raw bytea)
       ON COMMIT DROP`,
    );
    await copyBatches(client, 'sent', columns, rows, (bytes, { id, code, codes, text, bits, raw }) => {
      bytes.uuid(id);
      bytes.bigint(BigInt(code));
      bytes.raw(bigintArray(codes));
      bytes.text(text);
      bytes.double(bits);
      bytes.raw(raw);
    });
    const read = await copyOut(client, 'SELECT id, code, codes, text, bits, raw, NULL::text FROM sent ORDER BY no');
    const found: Row[] = [];
    while (read.next()) {
      const [id, code, codes, text] = [read.uuid(), read.int8(), read.int8s(), read.text() ?? ''];
      found.push({ id, code, codes, text, bits: read.float8(), raw: Uint8Array.from(read.bytea()) });
      expect(read.text()).toBeNull();
    }
    return found;
  });

test('rows come back as they were sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      expect(await there(rows)).toEqual(rows);
    }),
    { numRuns: 25 },
  );
});

test('many rows are sent in one go, whatever fits into a block', async () => {
  const rows = Array.from({ length: 3_000 }, (_, code): Row => ({
    id: `${code.toString(16).padStart(8, '0')}-0000-4000-8000-000000000001`,
    ...{ code, codes: [code, code + 1], text: 'é'.repeat(code % 90), bits: code / 3, raw: Uint8Array.of(code & 255) },
  }));
  expect(await there(rows)).toEqual(rows);
});

test('a row that cannot be made ends the sending, and the connection with it', async () => {
  const rows = function* (): Generator<Row> {
    yield { id: '00000001-0000-4000-8000-000000000001', code: 1, codes: [], text: '', bits: 0, raw: Uint8Array.of() };
    throw new Error('no more');
  };
  await expect(there(rows())).rejects.toThrow('no more');
  await expect(there([], ['id', 'surname'])).rejects.toThrow(/surname/);
  expect(await there([])).toEqual([]);
});

test('equal ids have one number, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: 50 }), (texts) => {
      const ids = new IdNumbers();
      const many = [...texts, ...texts].map((text) => ids.numberOf(Buffer.from(text.replaceAll('-', ''), 'hex'), 0));
      expect(many.map((known) => ids.text(known))).toEqual([...texts, ...texts]);
      expect(ids.size).toBe(new Set(texts).size);
    }),
  );
});
