import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createLogger, type DatabaseAccess, loadSettings, openDatabase } from '#libs/runtime';
import { migrate } from '#libs/store';
import { livePostmaster } from '../../libs/runtime/src/postgres/postmaster.js';
import { killServing, isAlive, readiness, type Serving, serve, until, untilReady } from '../support/serving.js';

const home = mkdtempSync(join(tmpdir(), 'gateway-'));
const open = (): Promise<DatabaseAccess> =>
  openDatabase(loadSettings({ PASSERELLE_HOME: home }), createLogger({ logLevel: 'error' }));
let access: DatabaseAccess;
let gateway: Serving;

beforeAll(async () => {
  access = await open();
  // By URL: so the database is this test's to stop.
  gateway = await serve('gateway', { DATABASE_URL: access.url });
});
afterAll(async () => {
  await gateway.stop();
  killServing();
  await access.release();
  rmSync(home, { recursive: true });
});

describe('health', () => {
  it('is ready once the schema is there', async () => {
    expect(await readiness(gateway)).toEqual({ status: 503, body: { status: 'unavailable', missing: ['schema'] } });
    await migrate(access.connection);
    expect(await readiness(gateway)).toEqual({ status: 200, body: { status: 'ready', missing: [] } });
  });

  it.each(['live', 'ready'])('%s is for this moment only, and names no product', async (name) => {
    const { status, headers } = await fetch(`${gateway.operations}/health/${name}`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect([...headers.keys()].filter((key) => /powered|server/.test(key))).toEqual([]);
  });

  it('is not on the port of the API', async () => {
    expect((await fetch(`${gateway.api}/health/live`)).status).toBe(404);
  });

  it('says within a second or so that the database hangs', async () => {
    const client = new pg.Client(access.connection);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'passerelle-gateway'`,
    );
    await client.end();
    expect(rows).toHaveLength(1);
    const pid = rows[0]?.pid ?? 0;
    process.kill(pid, 'SIGSTOP');
    const began = performance.now();
    expect(await readiness(gateway)).toEqual({ status: 503, body: { status: 'unavailable', missing: ['database'] } });
    expect(performance.now() - began).toBeLessThan(3_000);
    process.kill(pid, 'SIGCONT');
    await untilReady(gateway);
  });

  it('follows a database that goes and comes back; the process lives on', async () => {
    await access.release();
    expect(await readiness(gateway)).toEqual({ status: 503, body: { status: 'unavailable', missing: ['database'] } });
    expect((await fetch(`${gateway.operations}/health/live`)).status).toBe(200);
    access = await open();
    await untilReady(gateway);
  });
});

it('starts while the database is away, and finds it later', async () => {
  const { url } = access;
  // A proof of the address first, then away.
  await access.release();
  const early = await serve('gateway', { DATABASE_URL: url });
  expect(await readiness(early)).toEqual({ status: 503, body: { status: 'unavailable', missing: ['database'] } });
  access = await open();
  await untilReady(early);
  expect((await early.stop()).code).toBe(0);
});

describe('on a home of its own', () => {
  const own = join(home, 'own');
  const postmaster = (): number => livePostmaster(join(own, 'postgres')) ?? 0;

  it('brings a killed database back by itself, and stops it at the end', async () => {
    const served = await serve('gateway', { PASSERELLE_HOME: own });
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    await until(() => postmaster() !== 0 && postmaster() !== killed);
    await until(async () => JSON.stringify((await readiness(served)).body).includes('"schema"'));
    const { code, stderr, ms } = await served.stop();
    expect({ code, running: postmaster() }).toEqual({ code: 0, running: 0 });
    expect(ms).toBeLessThan(10_000);
    expect(stderr).not.toContain(own);
  });

  it('does not outlive the command that started it', async () => {
    const served = await serve('gateway', { PASSERELLE_HOME: own });
    served.child.kill('SIGKILL');
    await until(async () => (await fetch(`${served.operations}/health/live`).catch(() => undefined)) === undefined);
    await until(() => postmaster() === 0);
    expect(isAlive(served.child.pid ?? 0)).toBe(false);
  });
});
