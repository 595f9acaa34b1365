import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCodeLists, readPolicies } from '#libs/services';
import { rectifySubject } from '#libs/services';
import { openDesk } from '../../../apps/migrator/src/engine/open-desk.js';
import type { RightsDesk } from '#libs/services';
import { loadSettings } from '../../../libs/runtime/src/index.js';
import { RightsWorld, PERSON } from './rights-world.js';

const MENDED = 'Zwentibolda';
let world: RightsWorld;
let home: string;
beforeAll(async () => {
  world = await RightsWorld.open();
  await world.load(0);
  await world.link();
  home = world.installation.environment['PASSERELLE_HOME'] ?? '';
}, 60_000);
// Each test begins without a rectification; whoever was erased has none.
afterEach(() => rectify('--withdraw'));
afterAll(() => world.close());

const file = (): string => join(home, 'rights', 'rectifications.jsonl');
const rectify = (...words: readonly string[]) =>
  world.sayWith(MENDED, 'subject', 'rectify', PERSON, '--field', 'usageName', '--incident', 'DPO-2026-023', ...words);
const shown = async (): Promise<boolean> => {
  const { stdout, stderr } = await world.say('persons', 'show', PERSON, '--purpose', 'case_support');
  expect(stderr).toBe('');
  return stdout.includes(MENDED);
};
/** Rows of rectifications as a backup holds them. */
const snapshot = (): Promise<{ marks: object[]; values: object[] }> =>
  Promise.all([
    world.installation.rows('SELECT * FROM passerelle.rectification'),
    world.installation.rows('SELECT * FROM passerelle.rectified_person'),
  ]).then(([marks, values]) => ({ marks, values }));
const restore = async ({ marks, values }: { marks: object[]; values: object[] }): Promise<void> => {
  await world.installation.rows('TRUNCATE passerelle.rectification, passerelle.rectified_person');
  for (const [table, rows] of [
    ['rectification', marks],
    ['rectified_person', values],
  ] as const) {
    await world.installation.rows(
      `INSERT INTO passerelle.${table} SELECT * FROM jsonb_populate_recordset(NULL::passerelle.${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
};
/** Whether the value lies anywhere in plain: store, home. */
const lies = async (): Promise<string[]> => {
  const found = (await world.dump()).includes(MENDED) ? ['store'] : [];
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  for (const one of entries.filter((entry) => entry.isFile())) {
    if ((await readFile(join(one.parentPath, one.name), 'latin1')).includes(MENDED)) found.push(one.name);
  }
  return found;
};

test('a database from before it is mended by the next command; one from before its withdrawal too', async () => {
  const before = await snapshot();
  await rectify();
  expect(await lies()).toEqual(['store']);
  const rectified = await snapshot();
  await restore(before);
  expect(await shown()).toBe(true);
  await rectify('--withdraw');
  await restore(rectified);
  expect(await shown()).toBe(false);
  expect(await lies()).toEqual([]);
  // A lost file is written again from the store.
  await rectify();
  await rm(file());
  await world.say('runs');
  await restore(before);
  expect(await shown()).toBe(true);
  const entries = await world.installation.rows<{ detail: string[] }>(
    `SELECT DISTINCT detail FROM passerelle.audit_entry WHERE action = 'subject.rectify' ORDER BY detail`,
  );
  expect(entries.map(({ detail }) => detail.join())).toEqual(['reapplied', 'set', 'withdrawn']);
});

test.each(['before', 'after'] as const)(
  'an end of the command %s the file is written leaves all or nothing',
  async (when) => {
    const { engine, environment } = world.installation;
    const settings = loadSettings(environment);
    const desk = openDesk(engine, settings);
    const die = async (): Promise<void> => {
      await world.installation.rows(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle in transaction'`,
      );
    };
    const dying: RightsDesk = {
      ...desk,
      rectifications: Object.assign(Object.create(desk.rectifications) as RightsDesk['rectifications'], {
        note: async (...given: Parameters<RightsDesk['rectifications']['note']>) => {
          if (when === 'after') await desk.rectifications.note(...given);
          await die();
        },
      }),
    };
    const rules = { book: readPolicies(settings.configDir), lists: readCodeLists(settings.configDir) };
    const request = { person: PERSON, field: 'usageName', incident: 'DPO-1', onlyThisRecord: false, value: MENDED };
    await expect(rectifySubject(dying, rules, request, false)).rejects.toThrow();
    expect(await lies()).toEqual([]);
    expect(await shown()).toBe(when === 'after');
    expect((await world.say('audit', 'verify')).code).toBe(0);
  },
);

test('a file that does not open stops every command before it reads, and says what to do', async () => {
  await rectify();
  const text = await readFile(file(), 'utf8');
  await writeFile(file(), text.replace('DPO-2026-023', 'DPO-2026-024'));
  const { code, stdout, stderr } = await world.say('persons', 'show', PERSON, '--purpose', 'case_support');
  expect([code, stdout, stderr.includes('rectification.file')]).toEqual([1, '', true]);
  await writeFile(file(), text);
  expect(await shown()).toBe(true);
});

test('an erasure takes it from store and home, and no older backup brings it back', async () => {
  await rectify();
  const backup = await snapshot();
  const { stdout } = await world.say('subject', 'erase', PERSON, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ erased: { rectifications: 2 } });
  expect(await lies()).toEqual([]);
  expect(await readFile(file(), 'utf8')).toBe('');
  await restore(backup);
  await world.say('runs');
  expect(await lies()).toEqual([]);
  expect(await world.installation.rows('SELECT FROM passerelle.rectification')).toEqual([]);
});
