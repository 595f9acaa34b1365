import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
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

describe('rows of binary COPY', () => {
  /** The first values of a stream's rows, which are of one text each. */
  const read = async (stream: Uint8Array): Promise<string[]> => {
    await client.query('CREATE TEMPORARY TABLE taken (n serial, value text)');
    await copyRows(client, 'taken', ['value'], stream);
    const { rows } = await client.query<{ value: string }>('SELECT value FROM taken ORDER BY n');
    await client.query('DROP TABLE taken');
    return rows.map(({ value }) => value);
  };
  const writeItems = (bytes: CopyBytes, items: readonly (readonly string[])[]): void => {
    for (const item of items) {
      for (const value of item) {
        const kept = bytes.position;
        bytes.text('é'.repeat(100_000));
        bytes.rewind(kept);
        bytes.row(1);
        bytes.text(value);
      }
      bytes.endItem();
    }
  };

  it('are handed out item by item, without what was written and forgotten', async () => {
    const bytes = new CopyBytes();
    writeItems(bytes, [['one'], [], ['three', 'three again'], ['four']]);
    expect(await read(bytes.take([0, 2]))).toEqual(['one', 'three', 'three again']);
    expect(await read(bytes.take([1, 3]))).toEqual(['four']);
    expect(await read(bytes.take([0, 1, 2, 3]))).toEqual(['one', 'three', 'three again', 'four']);
    expect(await read(bytes.take('all'))).toEqual(['one', 'three', 'three again', 'four']);
    expect([bytes.take([]).length, bytes.take([1]).length]).toEqual([0, 0]);
  });

  it('begin anew in the memory of others', async () => {
    const bytes = new CopyBytes();
    writeItems(bytes, [['one']]);
    bytes.clear();
    expect([bytes.take('all').length, bytes.items]).toEqual([0, 0]);
    writeItems(bytes, [['two']]);
    expect(await read(bytes.take('all'))).toEqual(['two']);
    bytes.release();
    expect(bytes.take('all')).toHaveLength(0);
    const other = new CopyBytes();
    writeItems(other, [[], ['three']]);
    expect(await read(other.take('all'))).toEqual(['three']);
    writeItems(bytes, [['four']]);
    expect(await read(other.take([1]))).toEqual(['three']);
    expect(await read(bytes.take([0]))).toEqual(['four']);
  });
});
