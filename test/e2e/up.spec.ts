import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createLogger, loadSettings, openDatabase } from '#libs/runtime';
import { countWorkers } from '#libs/store';
import { livePostmaster } from '../../libs/runtime/src/postgres/postmaster.js';
import { passerelle } from '../support/spawn-cli.js';
import { isAlive, killServing, readiness, type Serving, serve, until, untilReady } from '../support/serving.js';

const home = mkdtempSync(join(tmpdir(), 'up-'));
afterAll(() => {
  killServing();
  rmSync(home, { recursive: true });
});

/** Starts the tree, and waits until every part works. */
async function up(): Promise<Serving & { readonly all: readonly number[] }> {
  const served = await serve('up --workers 2', { PASSERELLE_HOME: home });
  await untilReady(served);
  await untilWorkers(2);
  const { gateway = 0, workers = [] } = served.pids ?? {};
  return { ...served, all: [served.child.pid ?? 0, gateway, ...workers] };
}

async function untilWorkers(count: number): Promise<void> {
  const access = await openDatabase(loadSettings({ PASSERELLE_HOME: home }), createLogger({ logLevel: 'error' }));
  const client = new pg.Client(access.connection);
  await client.connect();
  await until(async () => (await countWorkers(client)) === count);
  await client.end();
  await access.release();
}

const running = (pids: readonly number[]): readonly number[] => pids.filter(isAlive);
const postmaster = (): number | null => livePostmaster(join(home, 'postgres'));

it('serves with workers, and a stop in time leaves nothing behind', async () => {
  const served = await up();
  expect(running(served.all)).toHaveLength(4);
  expect((await fetch(`${served.api}/v1`)).status).toBe(404);
  const { code, ms } = await served.stop();
  expect({ code, running: running(served.all), postmaster: postmaster() }).toEqual({
    code: 0,
    running: [],
    postmaster: null,
  });
  expect(ms).toBeLessThan(10_000);
});

it('starts a part again that was killed, the gateway on the same ports', async () => {
  const served = await up();
  const { gateway = 0, workers = [] } = served.pids ?? {};
  process.kill(gateway, 'SIGKILL');
  process.kill(workers[0] ?? 0, 'SIGKILL');
  await until(() => running([gateway, workers[0] ?? 0]).length === 0);
  await until(async () => (await readiness(served).catch(() => undefined))?.status === 200);
  const { code, stderr } = await served.stop();
  expect(code).toBe(0);
  expect(stderr).toMatch(/The gateway ended \(SIGKILL\); it is started again in 0.5 s/);
  expect(stderr).toMatch(/A worker ended \(SIGKILL\)/);
});

it('leaves nothing behind when it is killed itself', async () => {
  const served = await up();
  served.child.kill('SIGKILL');
  await until(() => running(served.all).length === 0 && postmaster() === null);
  await served.ended;
});

it('stops in order also while its parts are starting', async () => {
  const served = await serve('up --workers 2', { PASSERELLE_HOME: home });
  const { code, ms } = await served.stop();
  expect({ code, postmaster: postmaster() }).toEqual({ code: 0, postmaster: null });
  expect(ms).toBeLessThan(10_000);
});

it('ends with what its gateway says when the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const environment = { PASSERELLE_HOME: home, DATABASE_URL: '', REDIS_URL: '' };
  const { code, stdout } = await passerelle(`up --json --port ${String(port)}`, environment);
  other.close();
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'gateway.port-in-use' } });
  expect(postmaster()).toBeNull();
});
