import { join } from 'node:path';
import { NO_DIRT } from '../../../apps/migrator/src/generate/generate-exports.js';
import { Installation } from '../../support/import-harness.js';
import { generateNight, type Night, type System, SYSTEMS } from '../../support/night-exports.js';
import { PLANTED, plantRefuser } from '../../support/refuser.js';
import { dumpStore } from '../../support/store-dump.js';

const SITE = 'psa-07';
const NIGHTS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'] as const;

/** A household whose every member changes on the second night, refuses on the third and no longer refuses on the fourth. */
describe.each(SYSTEMS)('who refuses digital filing in %s', (system: System) => {
  let installation: Installation;
  const values: readonly string[] = PLANTED[system];
  const nights: Night[] = [];
  const load = (at: number) =>
    installation.import(system, SITE, [nights[at]!.folder(SITE)], { night: NIGHTS[at]!, mode: 'full' });
  const dump = (): Promise<string> => dumpStore((text) => installation.rows(text));
  const held = async (): Promise<string[]> => {
    const text = await dump();
    return values.filter((value) => text.includes(value));
  };

  beforeAll(async () => {
    installation = await Installation.open();
    for (const [at, night] of NIGHTS.entries()) {
      const base = { households: 30, seed: 77_081, sites: [SITE], dirt: NO_DIRT, night, textSeed: at };
      const evolve = { evolve: { since: NIGHTS[0], changed: at === 0 ? 0 : 1, removed: 0, added: 0 } };
      const made = await generateNight({ ...base, ...evolve, out: join(installation.folder, String(at)) });
      await plantRefuser(system, made, SITE, at === 2);
      nights.push(made);
    }
    await load(0);
  });

  afterAll(() => installation.close());

  test('is in the store before, with acts or aids, and with images for a rollback after a change', async () => {
    expect(await held()).toEqual([...values]);
    expect(await load(1)).toMatchObject({ status: 'done' });
    const undo = await installation.rows<{ before: string }>(
      'SELECT before::text AS before FROM passerelle.import_undo',
    );
    expect(undo.filter(({ before }) => before.includes('Zyxomma')).length).toBeGreaterThan(0);
    expect(await held()).toEqual([...values]);
  });

  test('vanishes from every table on the night of the refusal, with all that hangs on the person and the address', async () => {
    const members = await installation.rows<{ id: string }>(
      `SELECT id::text AS id FROM passerelle.source_person WHERE birth_name = 'Zyxomma' OR usage_name = 'Zyxomma'`,
    );
    expect(members.length).toBeGreaterThan(0);
    const sheet = await load(2);
    expect(sheet).toMatchObject({ status: 'done' });
    expect(sheet.files.flatMap(({ tables }) => Object.values(tables)).some(({ withheld }) => withheld > 0)).toBe(true);
    expect(await held()).toEqual([]);
    // What stays of them is a keyed mark that says "withheld", and nothing else.
    const lines = (await dump()).split('\n').filter((line) => members.some(({ id }) => line.includes(id)));
    expect(lines.length).toBe(members.length);
    for (const line of lines) expect(line).toMatch(/^passerelle\.withheld_person /);
  });

  test('comes back when the person no longer refuses, whole', async () => {
    expect(await load(3)).toMatchObject({ status: 'done' });
    expect(await held()).toEqual([...values]);
    const fresh = await Installation.open();
    try {
      await fresh.import(system, SITE, [nights[3]!.folder(SITE)], { night: NIGHTS[3] });
      const counts =
        'SELECT (SELECT count(*) FROM passerelle.source_person) AS persons, (SELECT count(*) FROM passerelle.case_member) AS members, (SELECT count(*) FROM passerelle.professional_act) AS acts, (SELECT count(*) FROM passerelle.aid) AS aids, (SELECT count(*) FROM passerelle.withheld_person) AS withheld';
      expect(await installation.rows(counts)).toEqual(await fresh.rows(counts));
      const addresses = `SELECT source_key, address_line, postcode, town, family_context, housing_type FROM passerelle.source_case ORDER BY source_key`;
      expect(await installation.rows(addresses)).toEqual(await fresh.rows(addresses));
    } finally {
      await fresh.close();
    }
  });

  test('stays withheld when the night of the refusal is taken back', async () => {
    await installation.rollback('R4');
    expect(await held()).toEqual([]);
    await installation.rollback('R3');
    expect(await held()).toEqual([]);
  });
});
