import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { groupQuarantine, listQuarantine, type QuarantineEntry, type QuarantineGroup } from '#libs/store';
import { copyConfig, writeOverlay } from '../../support/config-copy.js';
import { Installation, landedOf } from '../../support/import-harness.js';
import { generateNight, type Night } from '../../support/night-exports.js';
import { NO_DIRT } from '../../../apps/migrator/src/generate/generate-exports.js';

const SITE = 'psa-07';
const FILES = ['USAGERS', 'DOSSIERS', 'INTERVENTIONS'] as const;

/** Codes that the profile does not know, and what this site means by them. */
const CODES = {
  TYPE_LOGT: { '11': 'makeshift' },
  TYPE_INTERV: { VIS: 'appointment' },
  ORIENTATION: { CUL: 'rights' },
} as const;

describe('records whose codes nobody knew', () => {
  let installation: Installation;
  let night: Night;
  let config: string;
  let groups: QuarantineGroup[];
  const list = (): Promise<QuarantineGroup[]> =>
    installation.engine.database.session((client) => groupQuarantine(client, {}));
  const show = (): Promise<QuarantineEntry[]> =>
    installation.engine.database.session((client) => listQuarantine(client, {}, '0', 10_000));
  const number = (reason: string, table: string): number =>
    groups
      .filter((group) => group.reason === reason && group.table === table)
      .reduce((sum, { records }) => sum + records, 0);

  beforeAll(async () => {
    installation = await Installation.open();
    const out = join(installation.folder, 'night');
    // Nothing is wrong but codes, so that everything can be mended.
    night = await generateNight({
      out,
      households: 120,
      seed: 77_071,
      sites: [SITE],
      dirt: { ...NO_DIRT, code: 0.08 },
    });
    await installation.import('coordin', SITE, [night.folder(SITE)]);
    config = await copyConfig(join(installation.folder, 'config'));
    groups = await list();
  });

  afterAll(() => installation.close());

  test('are grouped by reason, table and field, as many as the truth says', () => {
    for (const table of FILES) {
      const { quarantined } = night.files.find((file) => file.table === table)!;
      for (const reason of ['code.unmapped', 'reference.unknown'] as const) {
        expect(number(reason, table)).toBe(quarantined[reason] ?? 0);
      }
    }
    expect(number('code.unmapped', 'USAGERS')).toBeGreaterThan(5);
    expect(number('reference.unknown', 'INTERVENTIONS')).toBeGreaterThan(20);
  });

  test('are shown with their address in the export, one by one', async () => {
    const entries = await show();
    expect(entries).toHaveLength(groups.reduce((sum, { records }) => sum + records, 0));
    for (const { site, source, file, sha256, record, byteLength } of entries) {
      expect([site, source]).toEqual([SITE, 'coordin']);
      expect(night.files.map(({ name }) => name)).toContain(file);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(record).toBeGreaterThan(0);
      expect(byteLength).toBeGreaterThan(0);
    }
  });

  test('wait on while nothing has changed', async () => {
    const before = await installation.digest();
    const report = await installation.replay();
    expect(report).toEqual({ landed: 0, withheld: 0, waiting: (await show()).length, unreadable: 0 });
    expect(await installation.digest()).toEqual(before);
  });

  test('are not lost when the export is away', async () => {
    const [path, before] = [night.path(SITE, 'USAGERS'), await installation.digest()];
    await rename(path, `${path}.away`);
    const persons = number('code.unmapped', 'USAGERS');
    expect(await installation.replay({ field: 'TYPE_LOGT' })).toEqual({
      landed: 0,
      withheld: 0,
      waiting: 0,
      unreadable: persons,
    });
    await rename(`${path}.away`, path);
    expect(await installation.digest()).toEqual(before);
  });

  test('would land once an overlay knows the codes, says a dry run, and changes nothing', async () => {
    await writeOverlay(config, 'coordin', SITE, CODES);
    await installation.reopen({ PASSERELLE_CONFIG: config });
    const [before, entries] = [await installation.digest(), await show()];
    const report = await installation.replay({}, true);
    expect(report).toMatchObject({ withheld: 0, unreadable: 0 });
    expect(report.landed).toBeGreaterThan(0);
    expect(await installation.digest()).toEqual(before);
    expect(await show()).toEqual(entries);
    expect(
      await installation.rows(`SELECT 1 FROM passerelle.import_run WHERE kind = 'replay' AND status = 'running'`),
    ).toEqual([]);
  });

  test('land once an overlay knows the codes, and the acts of their persons by themselves', async () => {
    const waiting = (await show()).length;
    // Only the persons are asked for.
    const persons = await installation.replay({ field: 'TYPE_LOGT' });
    expect(persons).toMatchObject({ withheld: 0, waiting: 0, unreadable: 0 });
    expect(persons.landed).toBeGreaterThan(number('code.unmapped', 'USAGERS'));
    expect((await show()).filter(({ reason }) => reason === 'reference.unknown')).toEqual([]);
    const rest = await installation.replay();
    const left = (await show()).length;
    expect(rest).toEqual({ landed: waiting - persons.landed - left, withheld: 0, waiting: left, unreadable: 0 });
  });

  test('lie in the store as if the codes had been known from the start', async () => {
    const fresh = await Installation.open({ PASSERELLE_CONFIG: config });
    try {
      await fresh.import('coordin', SITE, [night.folder(SITE)]);
      expect(landedOf(await installation.digest())).toEqual(landedOf(await fresh.digest()));
      expect(await installation.waiting()).toEqual(await fresh.waiting());
    } finally {
      await fresh.close();
    }
  });
});
