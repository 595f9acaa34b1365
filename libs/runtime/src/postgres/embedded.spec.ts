import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startHomeCommand } from '../../../../test/support/home-command.js';
import { createLogger } from '../logging/logger.js';
import { loadSettings } from '../settings/settings.js';
import type { DatabaseAccess } from './database-access.js';
import { openEmbedded } from './embedded.js';
import { livePostmaster } from './postmaster.js';

const logger = createLogger({ logLevel: 'error' });
let home: string;
let data: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'embedded-'));
  data = join(home, 'postgres');
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

const open = (folder = home): Promise<DatabaseAccess> =>
  openEmbedded(loadSettings({ PASSERELLE_HOME: folder }), logger);
async function query(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(5);
}

describe('the embedded server', () => {
  it('is one for two commands that begin together on a fresh home, and the last one out stops it', async () => {
    const [one, two] = [startHomeCommand(home), startHomeCommand(home)];
    const urls = await Promise.all([one.opened, two.opened]);
    expect(urls[0]).toBe(urls[1]);
    await one.release();
    expect(await query(urls[1], 'SELECT current_database() AS name')).toEqual([{ name: 'passerelle' }]);
    await two.release();
    expect(livePostmaster(data)).toBeNull();
  });

  it('survives Ctrl-C of the command that started it', async () => {
    const one = startHomeCommand(home);
    await one.opened;
    const two = await open();
    process.kill(-(one.child.pid ?? 0), 'SIGINT');
    await until(() => one.child.signalCode !== null);
    expect(await query(two.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await two.release();
    expect(livePostmaster(data)).toBeNull();
  });

  it('is stopped by the next command when the last one was killed', async () => {
    const killed = startHomeCommand(home);
    await killed.opened;
    await killed.end('SIGKILL');
    const before = livePostmaster(data);
    expect(before).not.toBeNull();
    const next = await open();
    expect(livePostmaster(data)).toBe(before);
    await next.release();
    expect(livePostmaster(data)).toBeNull();
  });

  it('is told to stop by a process that ends without releasing', async () => {
    const hasty = startHomeCommand(home);
    await hasty.opened;
    await hasty.end('exit');
    await until(() => livePostmaster(data) === null);
    await (await open()).release();
  });

  it('runs again after kill -9 with all that was committed', async () => {
    const access = await open();
    await query(access.url, 'CREATE TABLE kept AS SELECT 42 AS value');
    process.kill(livePostmaster(data) ?? 0, 'SIGKILL');
    await access.revive();
    expect(await query(access.url, 'SELECT value FROM kept')).toEqual([{ value: 42 }]);
    process.kill(livePostmaster(data) ?? 0, 'SIGKILL');
    const other = await open();
    expect(await query(other.url, 'SELECT value FROM kept')).toEqual([{ value: 42 }]);
    await Promise.all([access.release(), other.release()]);
    expect(livePostmaster(data)).toBeNull();
  });

  it('waits for the sessions that a killed server left at work', async () => {
    const access = await open();
    const busy = `DO $$ BEGIN WHILE clock_timestamp() < now() + interval '3 s' LOOP END LOOP; END $$`;
    const client = new pg.Client(access.connection);
    client.on('error', () => undefined);
    await client.connect();
    const statement = client.query(busy).catch((error: unknown) => error);
    const active = `SELECT FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE 'DO %'`;
    while ((await query(access.url, active)).length === 0) await pause(5);
    process.kill(livePostmaster(data) ?? 0, 'SIGKILL');
    await access.revive();
    expect(await query(access.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await statement;
    await client.end();
    await access.release();
  });

  it('starts although its stale lock files name a living program', async () => {
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n`);
    writeFileSync(join(home, 'run', '.s.PGSQL.5432.lock'), `${process.pid}\n${data}\n`);
    const access = await open();
    expect(livePostmaster(data)).not.toBeNull();
    await access.release();
  });

  it('keeps values out of its log, also when a session asks otherwise', async () => {
    const access = await open();
    await expect(query(access.url, `SELECT 'Zoé née Martin'::date`)).rejects.toMatchObject({ code: '22007' });
    await query(access.url, `DO $$ BEGIN RAISE WARNING 'Zoé'; END $$`);
    await query(access.url, `ALTER SYSTEM SET log_statement = 'all'`);
    await query(access.url, 'SELECT pg_reload_conf()');
    await query(access.url, `SELECT 'Zoé'`);
    await access.release();
    expect(readFileSync(join(home, 'postgres.log'), 'utf8')).not.toContain('Zo');
  });

  it('is durable, and closed to others', async () => {
    const access = await open();
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'server_encoding'];
    const rows = await query(
      access.url,
      `SELECT ${names.map((name) => `current_setting('${name}') AS ${name}`).join()}`,
    );
    expect(rows).toEqual([
      { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', listen_addresses: '', server_encoding: 'UTF8' },
    ]);
    const stranger = new pg.Client({ ...access.connection, password: 'guessed' });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
    await stranger.end();
    await access.release();
    await access.release();
  });

  it('refuses a folder that it did not finish making, and another password', async () => {
    const marker = join(data, 'passerelle.json');
    const text = readFileSync(marker);
    rmSync(marker);
    await expect(open()).rejects.toMatchObject({ code: 'database.unfinished' });
    writeFileSync(marker, text);
    rmSync(join(home, 'database.password'));
    await expect(open()).rejects.toMatchObject({ code: 'database.password' });
    expect(livePostmaster(data)).toBeNull();
  });
});

describe('a first start', () => {
  it('begins again after it was killed in the middle of making the database', async () => {
    // Deep enough for the socket to need a folder of its own; blanks, commas and accents as homes have them.
    const folder = join(mkdtempSync(join(tmpdir(), 'first-')), 'Données, du site "A"', 'x'.repeat(80));
    const killed = startHomeCommand(folder);
    const isMaking = (): boolean => readdirSync(folder).some((name) => /^postgres\.new-\w+$/.test(name));
    await until(() => existsSync(folder) && isMaking());
    await killed.end('SIGKILL');
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    const access = await open(folder);
    expect(access.connection.host).toMatch(/^\/tmp\/passerelle-[0-9a-f]{16}$/);
    expect(await query(access.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(isMaking()).toBe(false);
    await access.release();
    rmSync(join(folder, '..', '..'), { recursive: true });
    rmSync(access.connection.host, { recursive: true });
  });
});
