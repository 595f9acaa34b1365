import { TrailStore } from '../audit/testing/trail-store.js';
import { Statistics1700000000007 } from './1700000000007-statistics.js';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open();
});
afterAll(() => store.close());

const add = `INSERT INTO passerelle.statistics_release (population, period, as_of, plan_version, tables, cells)
  VALUES ('persons', NULL, now(), 1, '{persons-by-housing}', '{"": 40}')`;

test('the ledger says what a row of it is, and has no column for a person', async () => {
  const [told] = await store.database.query<{ comment: string; columns: string[] }>(
    `SELECT obj_description('passerelle.statistics_release'::regclass) AS comment,
       (SELECT array_agg(column_name::text ORDER BY 1) FROM information_schema.columns
        WHERE table_name = 'statistics_release') AS columns`,
  );
  expect(told?.comment.length).toBeGreaterThan(20);
  expect(told?.columns.toSorted()).toEqual(['as_of', 'cells', 'id', 'period', 'plan_version', 'population', 'tables']);
});

test('what was handed out can be neither changed nor removed', async () => {
  await store.database.query(add);
  for (const attack of [
    `UPDATE passerelle.statistics_release SET cells = '{}'`,
    'DELETE FROM passerelle.statistics_release',
  ]) {
    await expect(store.database.query(attack)).rejects.toThrow('only added');
  }
});

test('it goes down and comes up again', async () => {
  await store.database.transaction(async (client) => {
    const runner = { query: (text: string) => client.query(text) } as never;
    const migration = new Statistics1700000000007();
    await migration.down(runner);
    await migration.up(runner);
    expect((await client.query('SELECT FROM passerelle.statistics_release')).rowCount).toBe(0);
    await client.query(add);
  });
});
