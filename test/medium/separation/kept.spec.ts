import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDesk } from '../../../apps/migrator/src/engine/open-desk.js';
import { separateSubject } from '#libs/services';
import { loadSettings } from '../../../libs/runtime/src/index.js';
import { SeparationFile, type SeparationParts } from '../../../libs/store/src/index.js';
import { INCIDENT, SeparationWorld } from './separation-world.js';

/** Writes its lines, and then its command's connection is gone: an end between the file and the commit. */
class DyingFile extends SeparationFile {
  constructor(
    path: string,
    private readonly world: SeparationWorld,
    private readonly when: 'before' | 'after',
  ) {
    super(path);
  }

  override async append(lines: readonly SeparationParts[]): Promise<void> {
    if (this.when === 'after') await super.append(lines);
    await this.world.rows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle in transaction'`,
    );
  }
}

let world: SeparationWorld;
afterEach(() => world.close());

const homeOf = (): string => world.installation.environment['PASSERELLE_HOME'] ?? '';
const rightsFile = (name: string): string => join(homeOf(), 'rights', name);

const dying = async (when: 'before' | 'after'): Promise<void> => {
  const { engine, environment } = world.installation;
  const desk = {
    ...openDesk(engine, loadSettings(environment)),
    separations: new DyingFile(rightsFile('separations.jsonl'), world, when),
  };
  const request = { person: world.person, together: [world.child], incident: INCIDENT, place: null };
  await expect(separateSubject(desk, request, false)).rejects.toThrow();
};

test('an end before the commit leaves nothing done; one after the file was written is caught up with', async () => {
  world = await SeparationWorld.open(undefined, 1, 1);
  await world.load(0, ['coordin']);
  const before = await world.together();
  await dying('before');
  await world.say('runs');
  expect(await world.together()).toEqual(before);
  expect(await world.rows('SELECT FROM passerelle.separation')).toEqual([]);
  await dying('after');
  expect(await world.together()).toEqual(before);
  await world.say('runs');
  expect(await world.together()).toEqual(['-', '-', before[2]]);
  expect((await world.say('audit', 'verify')).code).toBe(0);
}, 120_000);

test('a database from before is brought in step by the next command, before it reads; a restriction too', async () => {
  // The newer night: both stores hold the new address plainly until the separation is applied.
  world = await SeparationWorld.open(undefined, 0, 1);
  await world.load(0);
  await world.link();
  const backup = await SeparationWorld.open(undefined, 0, 1);
  try {
    await backup.load(0);
    await world.separate();
    await world.say('subject', 'restrict', world.other, '--incident', 'DPO-9');
    const restored = {
      ...world.installation.environment,
      DATABASE_URL: backup.installation.environment['DATABASE_URL'] ?? '',
    };
    const record = [world.hideout.street, world.hideout.town, world.hideout.unit];
    expect(await backup.held(record)).toEqual(record);
    const shown = await world.sayIn(restored, ['persons', 'show', world.person, '--purpose', 'aid_instruction']);
    expect([shown.code, shown.stdout.includes(world.hideout.street)]).toEqual([0, false]);
    expect(await backup.held(record, restored)).toEqual([]);
    expect((await backup.together()).slice(0, 2)).toEqual(['-', '-']);
    const limited = await world.sayIn(restored, [
      'persons',
      'show',
      world.other,
      '--purpose',
      'case_support',
      '--json',
    ]);
    expect(JSON.parse(limited.stdout)).toMatchObject({ attributes: {} });
    const actions = await backup.rows<{ action: string; detail: string[] }>(
      `SELECT DISTINCT action, detail FROM passerelle.audit_entry WHERE action = 'subject.reapply' ORDER BY detail`,
    );
    expect(actions.map(({ detail }) => detail)).toEqual([['restricted'], ['separated']]);
  } finally {
    await backup.close();
  }
}, 180_000);

test('a lost file is written again; without the key of places nothing is imported', async () => {
  world = await SeparationWorld.open(undefined, 1, 2);
  await world.load(0, ['coordin']);
  await world.separate();
  await rm(rightsFile('separations.jsonl'));
  await world.say('runs');
  const lines = await new SeparationFile(rightsFile('separations.jsonl')).read();
  expect(lines.map(({ incident }) => incident)).toEqual([INCIDENT]);
  await rm(join(homeOf(), 'protection', 'protection.key'));
  const { environment } = world.installation;
  const folder = join(world.installation.folder, '1', SITE_FOLDER);
  const words = ['import', '--source', 'coordin', '--site', 'psa-07', '--night', '2026-11-02', folder];
  const refused = await world.sayIn(environment, words);
  expect([refused.code === 0, refused.stderr.includes('protection-key.missing')]).toEqual([false, true]);
  expect(await world.held()).toEqual([]);
}, 120_000);

const SITE_FOLDER = 'psa-07';

test('while rows are being landed a separation waits, and closes those too; while persons are linked it is refused', async () => {
  world = await SeparationWorld.open(undefined, 1, 1);
  await world.load(0, ['coordin']);
  const { database } = world.installation.engine;
  const { separating } = await database.transaction(async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('passerelle rights', 0))`);
    const running = world.separate();
    await someoneWaits();
    await client.query(`UPDATE passerelle.source_person SET address_line = $2 WHERE source_key = $1`, [
      world.person.split('/')[2],
      world.hideout.street,
    ]);
    return { separating: running };
  });
  expect((await separating).code).toBe(3);
  expect(await world.held()).toEqual([]);
  await database.session(async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('passerelle linkage', 0))`);
    const { code, stderr } = await world.separate();
    await client.query(`SELECT pg_advisory_unlock(hashtextextended('passerelle linkage', 0))`);
    expect([code, stderr.includes('rights.linking')]).toEqual([3, true]);
  });
}, 120_000);

const someoneWaits = async (): Promise<void> => {
  for (let waiting = 0; waiting === 0;) {
    const [found] = await world.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'`,
    );
    waiting = found?.n ?? 0;
  }
};
