import { anEntry, TrailStore } from '../../../libs/store/src/audit/testing/trail-store.js';
import { type AuditTrail, Database } from '../../../libs/store/src/index.js';

/** Entries of each way of writing; enough to see a rate, few enough to wait for. */
const ENTRIES = 160;

let store: TrailStore;
beforeAll(async () => {
  store = await TrailStore.open(4);
});
afterEach(() => store.clear());
afterAll(() => store.close());

/** Each writer enters one entry after the other, as requests of a gateway do; the rate is printed, and judged by nobody. */
const race = async (story: string, writers: readonly AuditTrail[]): Promise<void> => {
  const began = performance.now();
  await Promise.all(
    writers.map(async (trail) => {
      for (let n = 0; n < ENTRIES / writers.length; n++) await trail.enter([anEntry()]);
    }),
  );
  const rate = Math.round((ENTRIES * 1_000) / (performance.now() - began));
  process.stdout.write(`audit trail, ${story}: ${String(rate)} entries a second\n`);
  expect(await store.verify()).toMatchObject({ whole: true, entries: ENTRIES });
};

test('the yardstick: transactions of one row, one after the other', async () => {
  await store.database.query('CREATE TABLE public.yardstick (n integer)');
  const began = performance.now();
  for (let n = 0; n < ENTRIES; n++) {
    await store.database.transaction((client) => client.query('INSERT INTO public.yardstick VALUES (1)'));
  }
  const rate = Math.round((ENTRIES * 1_000) / (performance.now() - began));
  process.stdout.write(`audit trail, for comparison, bare transactions: ${String(rate)} a second\n`);
  expect(await store.database.query('SELECT FROM public.yardstick')).toHaveLength(ENTRIES);
});

test('one writer', () => race('1 writer', [store.trail()]));

test('eight writers of one process share the wait for the disk', () => {
  const trail = store.trail();
  return race(
    '8 writers of one process',
    Array.from({ length: 8 }, () => trail),
  );
});

test('eight writers that know nothing of each other take turns', async () => {
  const databases = Array.from({ length: 8 }, () => new Database(store.connection, { max: 1 }));
  await race(
    '8 writers of 8 processes',
    databases.map((database) => store.trail(database)),
  );
  await Promise.all(databases.map((database) => database.close()));
});
