import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eraseSubject } from '#libs/services';
import { openDesk } from '../../../apps/migrator/src/engine/open-desk.js';
import { loadSettings } from '../../../libs/runtime/src/index.js';
import { TombstoneFile, type TombstoneLine } from '../../../libs/store/src/index.js';
import { OTHER, PERSON, PLANTED, RightsWorld } from './rights-world.js';

/** Writes its lines, and then its command's connection is gone: an end between the file and the commit. */
class DyingFile extends TombstoneFile {
  constructor(
    path: string,
    private readonly world: RightsWorld,
    private readonly when: 'before' | 'after',
  ) {
    super(path);
  }

  override async append(lines: readonly TombstoneLine[]): Promise<void> {
    if (this.when === 'after') await super.append(lines);
    await this.world.installation.rows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle in transaction'`,
    );
  }
}

let world: RightsWorld;
beforeEach(async () => {
  world = await RightsWorld.open();
  await world.load(0);
  await world.link();
}, 60_000);
afterEach(() => world.close());

const fileOf = (one: RightsWorld): string =>
  join(one.installation.environment['PASSERELLE_HOME'] ?? '', 'rights', 'tombstones.jsonl');

/** An erasure whose command dies around the writing of the home's file. */
const dyingErasure = async (when: 'before' | 'after'): Promise<void> => {
  const { engine, environment } = world.installation;
  const desk = {
    ...openDesk(engine, loadSettings(environment)),
    tombstones: new DyingFile(fileOf(world), world, when),
  };
  const request = { person: PERSON, onlyThisRecord: false, ground: 'request', incident: undefined } as const;
  await expect(eraseSubject(desk, request, false)).rejects.toThrow();
};

test('a database from before the erasure is cleaned by the next command, before it reads', async () => {
  // The same exports under the same key: what a backup of that day holds, byte for byte in all that is of persons.
  const backup = await RightsWorld.open();
  try {
    await backup.load(0);
    await backup.link();
    await world.say('subject', 'erase', PERSON);
    await world.say('subject', 'refuse', OTHER, '--only-this-record');
    expect(await backup.held()).toEqual([...PLANTED]);
    const restored = {
      ...world.installation.environment,
      DATABASE_URL: backup.installation.environment['DATABASE_URL'] ?? '',
    };
    const shown = await world.sayIn(restored, 'persons', 'show', PERSON, '--purpose', 'data_protection');
    expect([shown.stdout, shown.stderr.includes('person.unknown')]).toEqual(['', true]);
    expect((await world.sayIn(restored, 'persons', 'show', OTHER, '--purpose', 'data_protection')).stdout).toBe('');
    expect(await backup.held()).toEqual([]);
    const lines = await backup.installation.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM passerelle.accounting_line',
    );
    expect(lines).toEqual(await world.installation.rows('SELECT count(*)::int AS n FROM passerelle.accounting_line'));
    expect(
      await backup.installation.rows(`SELECT DISTINCT action FROM passerelle.audit_entry WHERE action ~ 'subject'`),
    ).toEqual([{ action: 'subject.reapply' }]);
  } finally {
    await backup.close();
  }
}, 120_000);

test('an end after the file was written: the next command does the rest', async () => {
  await dyingErasure('after');
  expect(await world.held()).toEqual([...PLANTED]);
  await world.say('runs');
  expect(await world.held()).toEqual([]);
  expect((await world.say('audit', 'verify')).code).toBe(0);
});

test('an end before: nothing has happened, and nothing will', async () => {
  await dyingErasure('before');
  await world.say('runs');
  expect(await world.held()).toEqual([...PLANTED]);
});

test('a file that was lost is written again from the store', async () => {
  await world.say('subject', 'erase', PERSON);
  const before = await readFile(fileOf(world), 'utf8');
  await rm(fileOf(world));
  await world.say('runs');
  expect(await readFile(fileOf(world), 'utf8')).toBe(before);
  const line = Object.keys(JSON.parse(before.split('\n')[0] ?? '') as object).sort();
  expect(line).toEqual(['at', 'id', 'incident', 'kind', 'site', 'system', 'table']);
});
