import { RECTIFIABLE_COLUMNS, UNIFIED_COLUMNS } from '#libs/domain';
import { TrailStore } from '../audit/testing/trail-store.js';
import { Rectification1700000000008 } from './1700000000008-rectification.js';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open();
});
afterAll(() => store.close());

type Column = Record<'table' | 'name' | 'type', string>;
const columns = (): Promise<Column[]> =>
  store.database.query<Column>(
    `SELECT table_name AS "table", column_name AS name, data_type || coalesce(character_maximum_length::text, '') AS type
     FROM information_schema.columns WHERE table_schema = 'passerelle'
       AND table_name IN ('rectification', 'rectified_person', 'source_person', 'current_person') ORDER BY 1, 2`,
  );
const of = (all: readonly Column[], table: string): ReadonlyMap<string, string> =>
  new Map(all.filter((one) => one.table === table).map(({ name, type }) => [name, type]));

test('its tables say what a row of them is', async () => {
  const comments = await store.database.query<{ comment: string | null }>(
    `SELECT obj_description(oid, 'pg_class') AS comment FROM pg_class WHERE relnamespace = 'passerelle'::regnamespace
       AND relname IN ('rectification', 'rectified_person', 'current_person')`,
  );
  expect(comments).toHaveLength(3);
  for (const { comment } of comments) expect(comment?.length).toBeGreaterThan(20);
});

test('what can be rectified, and nothing else, has the column that the source row has', async () => {
  const all = await columns();
  const [written, mended, current] = ['source_person', 'rectified_person', 'current_person'].map((table) =>
    of(all, table),
  );
  expect([...mended!.keys()].sort()).toEqual(['person_id', ...RECTIFIABLE_COLUMNS.map(({ column }) => column)].sort());
  for (const { column } of RECTIFIABLE_COLUMNS)
    expect([column, mended!.get(column)]).toEqual([column, written!.get(column)]);
  // Whoever reads the view instead of the table finds every unified column.
  for (const { column } of UNIFIED_COLUMNS.person)
    expect([column, current!.get(column)]).toEqual([column, written!.get(column)]);
});

test('it goes down and comes up again', async () => {
  const before = await columns();
  await store.database.transaction(async (client) => {
    const runner = { query: (text: string) => client.query(text) };
    const migration = new Rectification1700000000008();
    await migration.down(runner as never);
    await migration.up(runner as never);
  });
  expect(await columns()).toEqual(before);
});
