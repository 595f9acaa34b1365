import { TrailStore } from '../audit/testing/trail-store.js';
import { Audit1700000000003 } from './1700000000003-audit.js';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open();
});
afterAll(() => store.close());

const tables = (): Promise<{ name: string; comment: string | null; triggers: string }[]> =>
  store.database.query(
    `SELECT relname AS name, obj_description(oid, 'pg_class') AS comment,
            (SELECT count(*) FROM pg_trigger WHERE tgrelid = pg_class.oid AND NOT tgisinternal) AS triggers
     FROM pg_class WHERE relnamespace = 'passerelle'::regnamespace AND relkind = 'r' AND relname ~ '^audit_' ORDER BY 1`,
  );

test('every table of the trail says what a row of it is, and is guarded twice', async () => {
  const all = await tables();
  expect(all.map(({ name }) => name)).toEqual(['audit_checkpoint', 'audit_entry', 'audit_head']);
  for (const { comment, triggers } of all) {
    expect(comment?.length).toBeGreaterThan(20);
    expect(Number(triggers)).toBe(2);
  }
});

test('it goes down without a trace, and up again', async () => {
  const before = await tables();
  await store.database.transaction(async (client) => {
    const runner = { query: (text: string) => client.query(text) };
    const migration = new Audit1700000000003();
    await migration.down(runner as never);
    const left = await client.query(
      `SELECT FROM pg_proc WHERE pronamespace = 'passerelle'::regnamespace AND proname ~ 'audit'`,
    );
    expect(left.rowCount).toBe(0);
    await migration.up(runner as never);
  });
  expect(await tables()).toEqual(before);
});
