import { TrailStore } from '../audit/testing/trail-store.js';
import { Separation1700000000006 } from './1700000000006-separation.js';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open();
});
afterAll(() => store.close());

const tables = (): Promise<{ name: string; comment: string | null }[]> =>
  store.database.query(
    `SELECT relname AS name, obj_description(oid, 'pg_class') AS comment FROM pg_class
     WHERE relnamespace = 'passerelle'::regnamespace AND relkind IN ('r', 'v') AND relname ~ '^separat' ORDER BY 1`,
  );

test('every table of separations says what a row of it is', async () => {
  const all = await tables();
  expect(all.map(({ name }) => name)).toEqual([
    ...['separated_case', 'separated_former', 'separated_pair', 'separated_person', 'separated_place', 'separation'],
  ]);
  for (const { comment } of all) expect(comment?.length).toBeGreaterThan(20);
});

test('it goes down and up again while nobody is separated, and not otherwise', async () => {
  const before = await tables();
  const migration = new Separation1700000000006();
  await store.database.transaction(async (client) => {
    const runner = { query: (text: string) => client.query(text) };
    await migration.down(runner as never);
    await migration.up(runner as never);
    await client.query(
      `WITH one AS (INSERT INTO passerelle.separation VALUES (gen_random_uuid(), now(), 'SEP-1', '0123456789abcdef') RETURNING id)
       INSERT INTO passerelle.separated_person SELECT gen_random_uuid(), id, false FROM one`,
    );
    await client.query('SAVEPOINT separated');
    await expect(migration.down(runner as never)).rejects.toThrow('persons are separated');
    await client.query('ROLLBACK TO SAVEPOINT separated');
    await client.query('TRUNCATE passerelle.separation CASCADE');
  });
  expect(await tables()).toEqual(before);
});
