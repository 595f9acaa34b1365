import { TrailStore } from '../audit/testing/trail-store.js';
import { Rights1700000000004 } from './1700000000004-rights.js';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open();
});
afterAll(() => store.close());

const TABLES = `'withheld_person', 'accounting_line', 'restricted_person', 'quarantine'`;
const columns = (): Promise<object[]> =>
  store.database.query(
    `SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
     WHERE table_schema = 'passerelle' AND table_name IN (${TABLES}) ORDER BY 1, 2`,
  );

test('the tables of rights say what a row of them is', async () => {
  const comments = await store.database.query<{ comment: string | null }>(
    `SELECT obj_description(oid, 'pg_class') AS comment FROM pg_class WHERE relnamespace = 'passerelle'::regnamespace
       AND relname IN ('withheld_person', 'accounting_line', 'restricted_person')`,
  );
  expect(comments).toHaveLength(3);
  for (const { comment } of comments) expect(comment?.length).toBeGreaterThan(20);
});

test('an accounting line has no column that could lead back to a person', async () => {
  const found = await store.database.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'accounting_line' ORDER BY 1`,
  );
  expect(found.map(({ name }) => name)).toEqual(['mode', 'nature', 'paid_cents', 'paid_on']);
});

test('it goes down with its tombstones, leaves what exports said, and comes up again', async () => {
  const before = await columns();
  await store.database.transaction(async (client) => {
    await client.query(
      `INSERT INTO passerelle.withheld_person (person_id, site_id, table_id, reason, run_id)
       VALUES (gen_random_uuid(), 1, 1, 'refusal', 1), (gen_random_uuid(), 1, 1, 'erased', NULL)`,
    );
    await client.query(
      `INSERT INTO passerelle.import_undo (run_id, relation, id, before)
       SELECT 1, 'withheld_person', person_id, to_jsonb(mark) FROM passerelle.withheld_person AS mark LIMIT 1`,
    );
    const runner = { query: (text: string) => client.query(text) };
    const migration = new Rights1700000000004();
    await migration.down(runner as never);
    const left = await client.query('SELECT reason FROM passerelle.withheld_person');
    expect(left.rows).toEqual([{ reason: 'refusal' }]);
    await migration.up(runner as never);
    const copies = await client.query<{ at: string | null }>(
      `SELECT before ->> 'at' AS at FROM passerelle.import_undo`,
    );
    expect(copies.rows.every(({ at }) => at !== null)).toBe(true);
  });
  expect(await columns()).toEqual(before);
});
