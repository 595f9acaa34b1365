import fc from 'fast-check';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { bigintArray } from './binary-arrays.js';
import { CopyBytes } from './copy-bytes.js';
import { copyRows } from './copy-rows.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.url);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const writers = {
  smallint: (bytes: CopyBytes, value: number): void => bytes.smallint(value),
  integer: (bytes: CopyBytes, value: number): void => bytes.integer(value),
  bigint: (bytes: CopyBytes, value: number | bigint): void => bytes.bigint(value),
  'double precision': (bytes: CopyBytes, value: number): void => bytes.double(value),
  boolean: (bytes: CopyBytes, value: boolean): void => bytes.boolean(value),
  date: (bytes: CopyBytes, value: string): void => bytes.date(value),
  uuid: (bytes: CopyBytes, value: string): void => bytes.uuid(value),
  text: (bytes: CopyBytes, value: string): void => bytes.text(value),
  jsonb: (bytes: CopyBytes, value: string): void => bytes.jsonb(value),
  bytea: (bytes: CopyBytes, value: Uint8Array): void => bytes.raw(value),
  'bigint[]': (bytes: CopyBytes, value: readonly (number | bigint)[]): void => bytes.raw(bigintArray(value)),
} as const;
type Type = keyof typeof writers;

/** What PostgreSQL prints of values that were sent to a column of a type. */
const printed = async <T>(
  type: Type,
  write: (bytes: CopyBytes, value: T) => void,
  values: readonly T[],
): Promise<(string | null)[]> => {
  await client.query(`CREATE TEMPORARY TABLE copied (n integer, value ${type})`);
  try {
    const bytes = new CopyBytes();
    for (const [n, value] of values.entries()) {
      bytes.row(2);
      bytes.integer(n);
      write(bytes, value);
    }
    await copyRows(client, 'copied', ['n', 'value'], bytes.take('all'));
    bytes.release();
    const { rows } = await client.query<{ value: string | null }>('SELECT value::text FROM copied ORDER BY n');
    return rows.map(({ value }) => value);
  } finally {
    await client.query('DROP TABLE copied');
  }
};

const SAMPLES = 2_000;
const isoDay = (day: Date): string => day.toISOString().slice(0, 10);
const hyphened = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

describe('values in binary COPY come back from PostgreSQL as they were', () => {
  it('whole numbers, to the ends of their types', async () => {
    const small = [-32_768, -1, 0, 1, 32_767, ...fc.sample(fc.integer({ min: -32_768, max: 32_767 }), SAMPLES)];
    expect(await printed('smallint', writers.smallint, small)).toEqual(small.map(String));
    const whole = [-(2 ** 31), -1, 0, 2 ** 31 - 1, ...fc.sample(fc.integer(), SAMPLES)];
    expect(await printed('integer', writers.integer, whole)).toEqual(whole.map(String));
    const edges = [0, -1, 2 ** 32 - 1, 2 ** 32, -(2 ** 32), -(2 ** 32) - 1, 2 ** 53 - 1, 1 - 2 ** 53];
    const large = [...edges, ...fc.sample(fc.maxSafeInteger(), SAMPLES)];
    expect(await printed('bigint', writers.bigint, large)).toEqual(large.map(String));
  });

  it('64 bits as they are, as a hash has them', async () => {
    const bits = [0n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n, ...fc.sample(fc.bigInt(0n, 2n ** 64n - 1n), SAMPLES)];
    const signed = bits.map((each) => BigInt.asIntN(64, each).toString());
    expect(await printed('bigint', writers.bigint, bits)).toEqual(signed);
    expect(await printed('bigint[]', writers['bigint[]'], [bits, [], [1, -1]])).toEqual([
      `{${signed.join(',')}}`,
      '{}',
      '{1,-1}',
    ]);
  });

  it('fractions and truth', async () => {
    const numbers = fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), SAMPLES);
    expect((await printed('double precision', writers['double precision'], numbers)).map(Number)).toEqual(numbers);
    expect(await printed('boolean', writers.boolean, [true, false])).toEqual(['true', 'false']);
  });

  it('every date from year 1 to year 9999', async () => {
    const edges = ['0001-01-01', '1582-10-10', '1900-02-28', '1999-12-31', '2000-01-01', '2000-02-29', '9999-12-31'];
    const range = { min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true };
    const leapDays = ['1896-02-29', '1904-02-29', '2024-02-29', '2024-03-01', '1900-03-01', '2100-03-01'];
    const dates = [...edges, ...leapDays, ...fc.sample(fc.date(range), SAMPLES).map(isoDay)];
    expect(await printed('date', writers.date, dates)).toEqual(dates);
  });

  it('ids, with or without hyphens', async () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
    const ids = ['0'.repeat(32), 'f'.repeat(32), ...fc.sample(hex, SAMPLES)];
    expect(await printed('uuid', writers.uuid, ids)).toEqual(ids.map(hyphened));
    expect(await printed('uuid', writers.uuid, ids.map(hyphened))).toEqual(ids.map(hyphened));
    expect(await printed('uuid', writers.uuid, ['ABCDEF'.repeat(5) + 'AB'])).toEqual([
      hyphened('abcdef'.repeat(5) + 'ab'),
    ]);
  });

  it('any text that PostgreSQL can hold', async () => {
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme' }));
    const drawn = fc.sample(line, SAMPLES).map((text) => text.replaceAll('\0', '').toWellFormed());
    const texts = [
      '',
      ' ',
      '\\N',
      '\t\n\r\\',
      'Zoé 🙂 Œuvré',
      '\u07ff\u0800\uffff\u{10ffff}',
      'é'.repeat(300_000),
      ...drawn,
    ];
    expect(await printed('text', writers.text, texts)).toEqual(texts);
  });

  it('half a surrogate pair as the sign for what cannot be told, and no NUL', async () => {
    expect(await printed('text', writers.text, ['a\ud800b'])).toEqual(['a\ufffdb']);
    await expect(printed('text', writers.text, ['a\0b'])).rejects.toThrow('invalid byte sequence');
  });

  it('documents, bytes and NULL', async () => {
    const documents = fc.sample(fc.jsonValue(), 200).map((value) => JSON.stringify(value).replaceAll('\\u0000', ''));
    const read = await printed('jsonb', writers.jsonb, documents);
    const parsed = (texts: readonly (string | null)[]): unknown[] =>
      texts.map((text) => JSON.parse(text ?? '') as unknown);
    expect(parsed(read)).toEqual(parsed(documents));
    const bytes = [new Uint8Array(), Uint8Array.from({ length: 256 }, (_, n) => n)];
    expect(await printed('bytea', writers.bytea, bytes)).toEqual(
      bytes.map((each) => `\\x${Buffer.from(each).toString('hex')}`),
    );
    for (const type of Object.keys(writers) as Type[]) {
      expect(await printed(type, (into) => into.null(), [null])).toEqual([null]);
    }
  });
});

describe('values in binary COPY', () => {
  it.each([
    ['smallint', (bytes: CopyBytes): void => bytes.smallint(32_768)],
    ['integer', (bytes: CopyBytes): void => bytes.integer(-(2 ** 31) - 1)],
    ['integer', (bytes: CopyBytes): void => bytes.integer(1.5)],
    ['bigint', (bytes: CopyBytes): void => bytes.bigint(2 ** 53)],
    ['date', (bytes: CopyBytes): void => bytes.date('2023-02-29')],
    ['date', (bytes: CopyBytes): void => bytes.date('0000-01-01')],
    ['date', (bytes: CopyBytes): void => bytes.date('01/02/2023')],
    ['date', (bytes: CopyBytes): void => bytes.date('2023-01-011')],
    ['id', (bytes: CopyBytes): void => bytes.uuid('0'.repeat(31))],
    ['id', (bytes: CopyBytes): void => bytes.uuid('0'.repeat(34))],
    ['id', (bytes: CopyBytes): void => bytes.uuid('g'.repeat(32))],
    ['id', (bytes: CopyBytes): void => bytes.uuid('é'.repeat(32))],
    ['id', (bytes: CopyBytes): void => bytes.uuid('')],
  ])('are refused where there is no such %s', (type, write) => {
    expect(() => {
      write(new CopyBytes());
    }).toThrow(RangeError);
    expect(() => {
      write(new CopyBytes());
    }).toThrow(type);
  });
});
