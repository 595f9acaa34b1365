import { type Entity, HISTORY_COLUMNS, type Minimised, type StoreRow, UNIFIED_COLUMNS, type Value } from '#libs/domain';
import { LinkStore } from '../linkage/testing/link-store.js';
import { copyRows } from './copy-rows.js';
import { ENTITY_TABLES } from './entity-table.js';
import { HISTORY_TABLES } from './history-writer.js';
import { createRowHasher, type RowHasher } from './row-hasher.js';
import { RowWriter } from './row-writer.js';

let store: LinkStore;
let hasher: RowHasher;
beforeAll(async () => {
  store = await LinkStore.open();
  hasher = await createRowHasher();
});
afterAll(() => store.close());

const ID = '0123456789abcdef0123456789abcdef';
const OTHER_ID = 'f'.repeat(32);
const HYPHENED = '01234567-89ab-cdef-0123-456789abcdef';
const SAMPLE: Readonly<Record<string, Value>> = {
  text: 'É',
  code: 'code',
  date: '1899-12-31',
  integer: 99,
  cents: 99_999_999_999,
  boolean: false,
  key: ID,
};
const sample = (columns: readonly { readonly type: string }[]): Value[] =>
  columns.map(({ type }) => SAMPLE[type] ?? null);

const rowOf = (entity: Entity, changes: Partial<StoreRow> = {}): Minimised<StoreRow> => {
  const row: StoreRow = {
    entity,
    id: ID,
    sourceKey: 'K1',
    personId: ENTITY_TABLES[entity].hasPerson ? OTHER_ID : null,
    caseId: null,
    values: sample(UNIFIED_COLUMNS[entity]),
    history: null,
    address: { record: 7, byteOffset: 2 ** 40, byteLength: 60 },
    unit: { record: 7, byteOffset: 2 ** 40, byteLength: 60 },
    personField: null,
    ...changes,
  };
  return row as Minimised<StoreRow>;
};
const writerOf = (entity: Entity): RowWriter =>
  new RowWriter(entity, { runId: 3, fileId: 4, siteId: 1, tableIds: new Map([['T', 2]]) }, hasher);
const hashOf = (entity: Entity, changes: Partial<StoreRow> = {}): bigint =>
  writerOf(entity).write('T', rowOf(entity, changes));

describe('rows as they are written', () => {
  it.each(['case', 'person', 'professionalAct', 'aid'] as const)('land in the columns of a %s', async (entity) => {
    const { relation, columns, unified } = ENTITY_TABLES[entity];
    const writer = writerOf(entity);
    const hash = writer.write('T', rowOf(entity));
    writer.write('T', rowOf(entity, { id: OTHER_ID, values: unified.map(() => null) }));
    await store.session((client) => copyRows(client, relation, columns, writer.take([0, 1])));
    const stored = await store.database.query<Record<string, unknown>>(
      `SELECT to_jsonb(stored) || jsonb_build_object('row_hash', row_hash::text) AS row FROM ${relation} AS stored ORDER BY id`,
    );
    const [full, empty] = stored.map(({ row }) => row as Record<string, Value>);
    expect(full).toMatchObject({ id: HYPHENED, site_id: 1, table_id: 2, source_key: 'K1', absent_run: null });
    expect(full).toMatchObject({ file_id: 4, record_no: 7, byte_offset: 2 ** 40, byte_length: 60, first_run: 3 });
    expect(full?.['row_hash']).toBe(BigInt.asIntN(64, hash).toString());
    for (const { column, type } of unified) {
      expect(full?.[column]).toBe(type === 'key' ? HYPHENED : SAMPLE[type]);
      expect(empty?.[column]).toBeNull();
    }
  });

  it.each(['decision', 'payment'] as const)('land in the history of %ss', async (kind) => {
    const writer = writerOf('aid');
    const entry = sample(HISTORY_COLUMNS[kind]);
    const history = { decision: [], payment: [], [kind]: [entry, entry.map(() => null)] };
    writer.write('T', rowOf('aid', { history }));
    writer.write('T', rowOf('aid', { id: OTHER_ID }));
    const { relation, columns } = HISTORY_TABLES[kind];
    await store.session((client) => copyRows(client, relation, columns, writer.takeHistory(kind, [0, 1])));
    const rows = await store.database.query<{ row: unknown }>(
      `SELECT to_jsonb(stored) AS row FROM ${relation} AS stored ORDER BY ordinal`,
    );
    const expected = (ordinal: number, value: (type: string) => Value): unknown => ({
      ...{ aid_id: HYPHENED, ordinal, first_run: 3, superseded_run: null },
      ...Object.fromEntries(HISTORY_COLUMNS[kind].map(({ column, type }) => [column, value(type)])),
    });
    expect(rows.map(({ row }) => row)).toEqual([expected(0, (type) => SAMPLE[type] ?? null), expected(1, () => null)]);
  });
});

describe('the hash of a row', () => {
  it('is the same for the same content, wherever that lies', () => {
    const address = { record: 9, byteOffset: 1, byteLength: 2 };
    expect(hashOf('person', { address, sourceKey: 'K2', id: OTHER_ID })).toBe(hashOf('person'));
    expect(hashOf('case', { values: [] })).toBe(hashOf('case', { values: UNIFIED_COLUMNS.case.map(() => null) }));
  });

  it('differs with every value, the case, the person and the history', () => {
    const decision = sample(HISTORY_COLUMNS.decision);
    const payment = sample(HISTORY_COLUMNS.payment);
    const named = (...values: Value[]): StoreRow['values'] => UNIFIED_COLUMNS.person.map((_, n) => values[n] ?? null);
    const hashes = [
      hashOf('person'),
      hashOf('person', { caseId: ID }),
      ...UNIFIED_COLUMNS.person.map((_, gone) =>
        hashOf('person', { values: sample(UNIFIED_COLUMNS.person).map((value, n) => (n === gone ? null : value)) }),
      ),
      hashOf('person', { values: named('a', 'bc') }),
      hashOf('person', { values: named('ab', 'c') }),
      hashOf('person', { values: named('abc', null) }),
      hashOf('person', { values: named(null, 'abc') }),
      hashOf('person', { values: named('abc', '') }),
      hashOf('aid'),
      hashOf('aid', { personId: ID }),
      hashOf('aid', { history: { decision: [], payment: [] } }),
      hashOf('aid', { history: { decision: [decision], payment: [] } }),
      hashOf('aid', { history: { decision: [decision, decision], payment: [] } }),
      hashOf('aid', { history: { decision: [decision], payment: [payment] } }),
      hashOf('aid', { history: { decision: [], payment: [payment] } }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is known: a store that was filled before must not take every row for a changed one', () => {
    expect(BigInt.asUintN(64, hashOf('professionalAct')).toString(16)).toBe('e448febca0533680');
  });
});
