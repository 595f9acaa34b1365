import { LinkStore } from '../linkage/testing/link-store.js';
import { schemaIsCurrent } from '../connection/data-source.js';
import { Linkage1700000000002 } from './1700000000002-linkage.js';

let store: LinkStore;
beforeAll(async () => {
  store = await LinkStore.open();
});
afterAll(() => store.close());

const tables = async (): Promise<{ name: string; comment: string | null }[]> =>
  store.database.query(
    `SELECT relname AS name, obj_description(oid, 'pg_class') AS comment FROM pg_class
     WHERE relnamespace = 'passerelle'::regnamespace AND relkind = 'r' AND (relname ~ '^link_' OR relname = 'person_cluster')
     ORDER BY relname`,
  );

test('every table of linkage says what a row of it is', async () => {
  const all = await tables();
  expect(all).toHaveLength(10);
  expect(all.filter(({ comment }) => (comment ?? '').length < 20)).toEqual([]);
  expect(await store.session(schemaIsCurrent)).toBe(true);
});

test('it goes down without a trace, and up again', async () => {
  const before = await tables();
  await store.transaction(async (client) => {
    const runner = { query: (text: string) => client.query(text) };
    const migration = new Linkage1700000000002();
    await migration.down(runner as never);
    expect((await client.query(`SELECT to_regclass('passerelle.link_person') AS there`)).rows).toEqual([
      { there: null },
    ]);
    await migration.up(runner as never);
  });
  expect(await tables()).toEqual(before);
});
