import { join } from 'node:path';
import { closes, listLinks } from '#libs/store';
import type { BalanceSheet } from '../../../apps/migrator/src/imports/balance-sheet.js';
import { Installation } from '../../support/import-harness.js';
import { expectedOutcomes, generateNight, type Night, outcomesOf, SYSTEMS } from '../../support/night-exports.js';

/** No fixture was made from these. */
const FIRST_SEED = 77_001;
const SITES = ['psa-07', 'epi-12'] as const;

describe.each([
  { seed: FIRST_SEED, fourd: 'txt' },
  { seed: FIRST_SEED + 1, fourd: 'xml' },
] as const)('exports of seed $seed, 4D as $fourd', ({ seed, fourd }) => {
  let installation: Installation;
  let night: Night;
  const sheets: BalanceSheet[] = [];

  beforeAll(async () => {
    installation = await Installation.open();
    night = await generateNight({
      out: join(installation.folder, 'night'),
      households: 400,
      seed,
      sites: SITES,
      fourd,
    });
    for (const site of SITES) {
      for (const system of SYSTEMS) sheets.push(await installation.import(system, site, [night.folder(site)]));
    }
  });

  afterAll(() => installation.close());

  test.each(SITES.flatMap((site) => SYSTEMS.map((system) => [system, site] as const)))(
    'the sheet of %s at %s says what is true of every file',
    (system, site) => {
      const sheet = sheets.find((one) => one.source === system && one.site === site);
      expect(sheet).toMatchObject({ status: 'done', night: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), absent: 0 });
      expect(outcomesOf(sheet!)).toEqual(expectedOutcomes(night, site, system));
    },
  );

  test('every line closes, and something of every kind was there', () => {
    const lines = sheets.flatMap(({ files }) => files.flatMap(({ tables }) => Object.values(tables)));
    expect(lines.filter((line) => !closes(line))).toEqual([]);
    for (const line of lines) expect(line.read).toBeGreaterThan(0);
    for (const name of ['created', 'withheld', 'quarantined'] as const) {
      expect(lines.some((line) => line[name] > 0)).toBe(true);
    }
  });

  test('the persons in the store are exactly the clean ones', async () => {
    const none = '00000000-0000-0000-0000-000000000000';
    const links = await installation.engine.database.session((client) => listLinks(client, none, 100_000));
    const named = ({ system, site, sourceId }: (typeof links)[number]): string => `${system} ${site} ${sourceId}`;
    expect(links.map(named).sort()).toEqual(night.links.map((link) => link.slice(0, 3).join(' ')).sort());
    expect(new Set(links.map(({ personId }) => personId)).size).toBe(links.length);
  });

  test('acts by kind are those that must land', async () => {
    const acts = await installation.rows<{ kind: string; n: number }>(
      'SELECT kind, count(*)::int AS n FROM passerelle.professional_act GROUP BY kind',
    );
    expect(Object.fromEntries(acts.map(({ kind, n }) => [kind, n]))).toEqual(night.acts);
  });

  test('aids and their cents are those that must land', async () => {
    const aids = await installation.rows(
      `SELECT count(*)::int AS count, sum(requested_cents)::float8 AS "requestedCents",
              sum(granted_cents)::float8 AS "grantedCents" FROM passerelle.aid`,
    );
    expect(aids).toEqual([night.aids]);
  });
});
