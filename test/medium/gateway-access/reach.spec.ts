import { randomUUID } from 'node:crypto';
import { ReachLimit } from '../../../apps/gateway/src/access/reach-limit.js';
import { TrailStore } from '../../../libs/store/src/audit/testing/trail-store.js';
import { Database, erasePersons, type ReachBounds } from '../../../libs/store/src/index.js';
import { createLogger } from '../../../libs/runtime/src/index.js';
import { until } from '../../support/serving.js';

let store: TrailStore;
const others: Database[] = [];
beforeAll(async () => {
  store = await TrailStore.open(8);
});
afterEach(async () => {
  await store.database.query('TRUNCATE passerelle.api_reach, passerelle.api_reach_count');
  await store.clear();
});
afterAll(async () => {
  await Promise.all(others.map((database) => database.close()));
  await store.close();
});

const GRANT = 'token/00000000000000aa';
const lines: string[] = [];
const logger = createLogger({ logLevel: 'warn' }, { write: (line: string) => lines.push(line) });

/** A limit as another gateway process has it: its own connections, its own memory. */
const another = (bounds: ReachBounds, told: string[] = [], now?: () => number): ReachLimit => {
  const database = new Database(store.connection, { max: 4 });
  others.push(database);
  const trail = store.trail(database);
  const onAlert = (bound: string): void => void told.push(bound);
  return new ReachLimit({ database, trail, bounds, logger, onAlert, ...(now === undefined ? {} : { now }) });
};

const persons = (count: number): readonly string[] => Array.from({ length: count }, () => randomUUID());
const LARGE = { personsPerHour: 1_000, personsPerDay: 2_000 };
const counts = () => store.database.query('SELECT in_hour, in_day FROM passerelle.api_reach_count');
/** As if all that was counted had been an hour ago, on the same day. */
const anHourPasses = () =>
  store.database.transaction(async (client) => {
    for (const table of ['api_reach', 'api_reach_count']) {
      await client.query(`UPDATE passerelle.${table} SET hour = (hour + 1) % 24`);
    }
  });

test('a person counts once an hour, however often and from whichever process it is read', async () => {
  const [one, other] = [another(LARGE), another(LARGE)];
  const [person = '', ...more] = persons(3);
  await Promise.all([one.take(GRANT, person), other.take(GRANT, person), one.take(GRANT, person)]);
  await other.take(GRANT, [person, ...more, person]);
  expect(await counts()).toEqual([{ in_hour: 3, in_day: 3 }]);
});

test('at the bound, two processes together let exactly as many persons through as it says', async () => {
  const [one, other] = [another({ ...LARGE, personsPerHour: 40 }), another({ ...LARGE, personsPerHour: 40 })];
  const asked = persons(60);
  const taken = await Promise.allSettled(
    asked.flatMap((person) => [one.take(GRANT, person), other.take(GRANT, person)]),
  );
  const through = new Set(asked.filter((_, at) => taken[2 * at]?.status === 'fulfilled'));
  for (const [at, { status }] of taken.entries()) {
    if (status === 'fulfilled') through.add(asked[Math.floor(at / 2)] ?? '');
  }
  expect(through.size).toBe(40);
  expect(await counts()).toEqual([{ in_hour: 40, in_day: 40 }]);
});

test('whoever was read before stays readable at the bound, and a refusal says until when', async () => {
  const limit = another({ ...LARGE, personsPerHour: 2 });
  const [first = '', second = '', third = ''] = persons(3);
  await limit.take(GRANT, [first, second]);
  const refused = await limit.take(GRANT, third).catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 429, code: 'access.too-many-persons' });
  const seconds = Number((refused as { headers: Record<string, string> }).headers['Retry-After']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(3_600);
  await limit.take(GRANT, [first, second]);
  await another({ ...LARGE, personsPerHour: 2 }).take(GRANT, second);
  // Another client has its own count.
  await limit.take('token/00000000000000bb', third);
});

test('an answer about several persons is counted whole or not at all', async () => {
  const limit = another({ ...LARGE, personsPerHour: 5 });
  await limit.take(GRANT, persons(4));
  await expect(limit.take(GRANT, persons(2))).rejects.toMatchObject({ status: 429 });
  expect(await counts()).toEqual([{ in_hour: 4, in_day: 4 }]);
  await limit.take(GRANT, persons(1));
});

test('the day has a bound of its own; a person of an earlier hour counts for the hour alone', async () => {
  const bounds = { personsPerHour: 3, personsPerDay: 4 };
  const known = persons(3);
  await another(bounds).take(GRANT, known);
  await anHourPasses();
  const limit = another(bounds);
  await limit.take(GRANT, known.slice(0, 1));
  expect(await counts()).toEqual([{ in_hour: 1, in_day: 3 }]);
  await limit.take(GRANT, persons(1));
  const told: string[] = [];
  await expect(another(bounds, told).take(GRANT, persons(1))).rejects.toMatchObject({ status: 429 });
  expect(told).toEqual(['day']);
});

test('what a process remembers ends with the hour', async () => {
  let now = 0;
  const limit = another(LARGE, [], () => now);
  const [person = ''] = persons(1);
  await limit.take(GRANT, person);
  await anHourPasses();
  now = 3_600_000;
  await limit.take(GRANT, person);
  expect(await counts()).toEqual([{ in_hour: 1, in_day: 1 }]);
});

test('the alert: one line and one entry for a client and an hour, a count for each refusal', async () => {
  lines.length = 0;
  const told: string[] = [];
  const processes = [1, 2, 3].map(() => another({ ...LARGE, personsPerHour: 1 }, told));
  await processes[0]?.take(GRANT, persons(1));
  await Promise.allSettled(processes.flatMap((limit) => persons(4).map((person) => limit.take(GRANT, person))));
  expect(told).toHaveLength(12);
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: 'warn', grant: GRANT, code: 'access.too-many-persons' },
  ]);
  const entries = await store.database.query(
    'SELECT action, grant_id, outcome, detail, subject_id FROM passerelle.audit_entry',
  );
  expect(entries).toEqual([
    { action: 'gateway.reach', grant_id: GRANT, outcome: 'refused', detail: ['hour=1'], subject_id: null },
  ]);
  expect(await store.verify()).toMatchObject({ whole: true });
});

test('days before today are removed, and so is a person who is erased', async () => {
  const limit = another(LARGE);
  const [gone = '', kept = ''] = persons(2);
  await store.database.query(
    `INSERT INTO passerelle.api_reach SELECT $1, (clock_timestamp() AT TIME ZONE 'UTC')::date - 1, $2, 23`,
    [GRANT, gone],
  );
  await limit.take(GRANT, [gone, kept]);
  const rows = () => store.database.query<{ id: string }>('SELECT person_id::text AS id FROM passerelle.api_reach');
  await until(async () => (await rows()).length === 2);
  await store.database.transaction((client) => erasePersons(client, [gone]));
  expect(await rows()).toEqual([{ id: kept }]);
});
