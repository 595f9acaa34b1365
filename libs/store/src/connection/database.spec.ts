import { setTimeout as pause } from 'node:timers/promises';
import { type Client, Database } from './database.js';
import { type MigratedStore, openMigratedStore } from './testing/migrated-store.js';

let store: MigratedStore;
beforeAll(async () => {
  store = await openMigratedStore();
}, 120_000);
afterAll(async () => {
  await store.database.close();
  await store.test.drop();
});

const isFree = async (client: Client): Promise<boolean> =>
  (await client.query<{ free: boolean }>('SELECT pg_try_advisory_xact_lock(7) AS free')).rows[0]?.free === true;

describe('work that fails', () => {
  test.each(['transaction', 'session'] as const)('leaves no lock behind (%s)', async (kind) => {
    const lock = kind === 'transaction' ? 'pg_advisory_xact_lock' : 'pg_advisory_lock';
    // A connection at hand tries the lock at once, without the time that it takes to make one.
    await store.database.session(async (next) => {
      for (let time = 0; time < 100; time++) {
        const refused = store.database[kind](async (client) => {
          await client.query(`SELECT ${lock}(7)`);
          throw new Error('refused');
        });
        await expect(refused).rejects.toThrow('refused');
        expect(await isFree(next)).toBe(true);
      }
    });
  });

  test('on a connection that broke is told at once', async () => {
    // The quickest of three: a busy machine may hold one of them up.
    const waits: number[] = [];
    for (let time = 0; time < 3; time++) {
      const begun = performance.now();
      const broken = store.database.session(async (client) => {
        await client.query('SELECT pg_terminate_backend(pg_backend_pid())');
      });
      await expect(broken).rejects.toThrow();
      waits.push(performance.now() - begun);
    }
    expect(Math.min(...waits)).toBeLessThan(900);
    expect(await store.database.session(isFree)).toBe(true);
  });
});

describe('a connection that nobody uses', () => {
  const pidOf = async (client: Client): Promise<number> =>
    (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid ?? 0;
  const isThere = async (pid: number): Promise<boolean> =>
    (await store.database.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid])).length > 0;

  test.each([
    ['goes', 20],
    ['is kept as long as told', 60_000],
  ])('%s', async (_what, keepIdleMs) => {
    const database = new Database(store.connection, { keepIdleMs });
    try {
      const pid = await database.session(pidOf);
      if (keepIdleMs < 1_000) while (await isThere(pid)) await pause(10);
      else await pause(200);
      expect((await database.session(pidOf)) === pid).toBe(keepIdleMs > 1_000);
    } finally {
      await database.close();
    }
  });
});
