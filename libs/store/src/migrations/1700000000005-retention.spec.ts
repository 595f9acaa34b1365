import { TrailStore } from '../audit/testing/trail-store.js';
import { Retention1700000000005 } from './1700000000005-retention.js';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open();
});
afterAll(() => store.close());

const TABLES = [
  'retention_notice',
  'retention_hold',
  'noted_contact',
  'returned_person',
  'import_again',
  'retention_run',
];

const columns = (): Promise<object[]> =>
  store.database.query(
    `SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
     WHERE table_schema = 'passerelle' AND table_name = ANY ($1) ORDER BY 1, 2`,
    [[...TABLES, 'withheld_person', 'import_run']],
  );

test('the tables of retention say what a row of them is', async () => {
  const comments = await store.database.query<{ comment: string | null }>(
    `SELECT obj_description(oid, 'pg_class') AS comment FROM pg_class
     WHERE relnamespace = 'passerelle'::regnamespace AND relname = ANY ($1)`,
    [TABLES],
  );
  expect(comments).toHaveLength(TABLES.length);
  for (const { comment } of comments) expect(comment?.length).toBeGreaterThan(20);
});

test('an expired file says what it was judged by, and no other mark does', async () => {
  const mark = (reason: string, day: string | null) =>
    store.database.query(
      `INSERT INTO passerelle.withheld_person (person_id, site_id, table_id, reason, last_contact, together)
       VALUES (gen_random_uuid(), 1, 1, $1, $2, CASE WHEN $2::date IS NULL THEN NULL ELSE gen_random_uuid() END)`,
      [reason, day],
    );
  await mark('expired', '2024-01-01');
  await mark('erased', null);
  await expect(mark('expired', null)).rejects.toThrow('withheld_person_expired');
  await expect(mark('erased', '2024-01-01')).rejects.toThrow('withheld_person_expired');
});

test('it goes down with its marks, leaves the others, and comes up again', async () => {
  const before = await columns();
  await store.database.transaction(async (client) => {
    const runner = { query: (text: string) => client.query(text) };
    const migration = new Retention1700000000005();
    await migration.down(runner as never);
    const left = await client.query('SELECT reason FROM passerelle.withheld_person');
    expect(left.rows).toEqual([{ reason: 'erased' }]);
    await migration.up(runner as never);
  });
  expect(await columns()).toEqual(before);
});
