import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { exitCodeOf } from '../../../apps/migrator/src/cli/commands/import.command.js';
import { RunsService } from '../../../apps/migrator/src/runs/runs.service.js';
import { Installation } from '../../support/import-harness.js';
import { generateNight, type Night, SYSTEMS } from '../../support/night-exports.js';

const SITE = 'psa-07';

describe('what was imported already', () => {
  let installation: Installation;
  let night: Night;
  let before: Record<string, string>;
  const runs = (): Promise<unknown[]> => installation.engine.get(RunsService).list(100);

  beforeAll(async () => {
    installation = await Installation.open();
    night = await generateNight({
      out: join(installation.folder, 'night'),
      households: 60,
      seed: 77_011,
      sites: [SITE],
    });
    for (const system of SYSTEMS) await installation.import(system, SITE, [night.folder(SITE)]);
    before = await installation.digest();
  });

  afterAll(() => installation.close());

  test.each(SYSTEMS.map((system, index) => [system, `R${String(index + 1)}`] as const))(
    'the same command for %s again names the run that did it, and changes nothing',
    async (system, run) => {
      const [known, records] = [await runs(), await installation.rows('SELECT id FROM passerelle.quarantine')];
      const sheet = await installation.import(system, SITE, [night.folder(SITE)]);
      expect(sheet).toMatchObject({ run, status: 'done', absent: 0, replayed: 0 });
      for (const file of sheet.files) expect(file).toMatchObject({ status: 'already-imported', tables: {} });
      expect(exitCodeOf(sheet)).toBe(0);
      expect(await installation.digest()).toEqual(before);
      expect(await runs()).toEqual(known);
      expect(await installation.rows('SELECT id FROM passerelle.quarantine')).toHaveLength(records.length);
    },
  );

  test('the same bytes under another name in another place change nothing', async () => {
    const folder = join(installation.folder, 'elsewhere');
    await mkdir(folder);
    const copies = ['USAGERS', 'INTERVENTIONS'].map((table) => night.path(SITE, table));
    const renamed = copies.map((path, index) => join(folder, `${String(index)}-${basename(path)}.copy`));
    await Promise.all(copies.map((path, index) => copyFile(path, renamed[index] ?? '')));
    const sheet = await installation.import('coordin', SITE, renamed);
    expect(sheet.files.map(({ status }) => status)).toEqual(['already-imported', 'already-imported']);
    expect(exitCodeOf(sheet)).toBe(0);
    expect(await installation.digest()).toEqual(before);
  });

  test('the same file twice in one command is imported once', async () => {
    const other = await generateNight({
      out: join(installation.folder, 'other'),
      households: 20,
      seed: 77_012,
      sites: ['epi-12'],
    });
    const copy = join(installation.folder, 'copy.csv');
    await copyFile(other.path('epi-12', 'DOSSIERS'), copy);
    const sheet = await installation.import('coordin', 'epi-12', [other.folder('epi-12'), copy]);
    expect(sheet).toMatchObject({ status: 'done' });
    expect(sheet.files.filter(({ status }) => status === 'already-imported')).toHaveLength(1);
    expect(sheet.files.filter(({ status }) => status === 'imported')).toHaveLength(3);
  });
});
