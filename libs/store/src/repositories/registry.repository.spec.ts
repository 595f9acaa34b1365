import { TrailStore } from '../audit/testing/trail-store.js';
import { register } from './registry.repository.js';

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open(4);
});
afterAll(() => store.close());

const TABLES = [{ table: 'USAGERS', entity: 'person' }] as const;

test('two imports that register one site at the same moment get the same numbers', async () => {
  const [first, second] = await store.database.transaction(async (one) => {
    const first = await register(one, 'psa-07', 'coordin', TABLES);
    // Waits for the commit of the first, which comes when it is seen to wait.
    const second = store.database.transaction((other) => register(other, 'psa-07', 'coordin', TABLES));
    await waiting();
    return [first, second] as const;
  });
  expect(await second).toEqual(first);
});

test('a site that is known uses up no number, however many nights it is imported', async () => {
  const night = () => store.database.transaction((client) => register(client, 'ssdp-19', 'tipi', TABLES));
  await night();
  for (let nights = 0; nights < 20; nights++) await night();
  const before = await store.database.transaction((client) => register(client, 'psa-08', 'tipi', TABLES));
  const known = await night();
  expect(before.siteId - known.siteId).toBe(1);
});

/** Until a session waits for the end of another's transaction. */
const waiting = async (): Promise<void> => {
  for (;;) {
    const rows = await store.database.query(
      `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE NOT granted AND locktype = 'transactionid' AND datname = current_database()`,
    );
    if (rows.length > 0) return;
  }
};
