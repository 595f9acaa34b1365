import { join } from 'node:path';
import type { FileTruth } from '../../../apps/migrator/src/generate/generate-exports.js';
import type { BalanceSheet } from '../../../apps/migrator/src/imports/balance-sheet.js';
import { Installation } from '../../support/import-harness.js';
import {
  generateNight,
  type Night,
  NEXT_NIGHT,
  NIGHT,
  type System,
  SYSTEMS,
  THIRD_NIGHT,
} from '../../support/night-exports.js';
import { untouchedSince, versions, type Versions } from '../../support/row-versions.js';

const SITE = 'psa-07';
const BASE = { households: 120, seed: 77_021, sites: [SITE] } as const;
const EVOLVED = { since: NIGHT, changed: 0.1, removed: 0.08, added: 0.05 } as const;
const COUNTS = ['created', 'updated', 'unchanged'] as const;

/** What each table of a sheet must say of the second night. */
const expectedCounts = ({ files }: Night, system: System): Record<string, Record<string, number>> =>
  Object.fromEntries(
    files
      .filter((file) => file.system === system)
      .flatMap(({ table, persons, aids, ...file }): [string, Pick<FileTruth, 'clean' | 'evolution'>][] =>
        system === 'tipi'
          ? [
              ['DOSSIER', file],
              ['PERSONNE', persons!],
              ['AIDE', aids!],
            ]
          : [[table, file]],
      )
      .map(([table, { clean, evolution }]) => {
        const { added, changed } = evolution!;
        return [table, { created: added, updated: changed, unchanged: clean - added - changed }];
      }),
  );
const countsOf = ({ files }: BalanceSheet): Record<string, Record<string, number>> =>
  Object.fromEntries(
    files.flatMap(({ tables }) =>
      Object.entries(tables).map(([table, counts]) => [
        table,
        Object.fromEntries(COUNTS.map((name) => [name, counts[name]])),
      ]),
    ),
  );
const removedOf = ({ files }: Night, system: System): number =>
  files
    .filter((file) => file.system === system)
    .flatMap(({ evolution, persons, aids }) => [evolution, persons?.evolution, aids?.evolution])
    .reduce((sum, evolution) => sum + (evolution?.removed ?? 0), 0);

describe('a second night', () => {
  let installation: Installation;
  let second: Night;
  let before: Versions;
  const sheets = new Map<System, BalanceSheet>();

  beforeAll(async () => {
    installation = await Installation.open();
    const { folder } = installation;
    const first = await generateNight({ ...BASE, out: join(folder, '1') });
    second = await generateNight({ ...BASE, out: join(folder, '2'), night: NEXT_NIGHT, evolve: EVOLVED });
    for (const system of SYSTEMS) await installation.import(system, SITE, [first.folder(SITE)], { night: NIGHT });
    before = await versions(installation);
    for (const system of SYSTEMS) {
      sheets.set(system, await installation.import(system, SITE, [second.folder(SITE)], { night: NEXT_NIGHT }));
    }
  });

  afterAll(() => installation.close());

  test.each(SYSTEMS)('counts what is new, changed and gone in %s as it is true', (system) => {
    const sheet = sheets.get(system)!;
    expect(countsOf(sheet)).toEqual(expectedCounts(second, system));
    expect(sheet.absent).toBe(removedOf(second, system));
    expect(sheet.absent).toBeGreaterThan(0);
  });

  test('touches no row that did not change', async () => {
    const unchanged = [...sheets.values()]
      .flatMap((sheet) => Object.values(countsOf(sheet)))
      .reduce((sum, counts) => sum + (counts['unchanged'] ?? 0), 0);
    const untouched = untouchedSince(before, await versions(installation));
    expect(untouched).toHaveLength(unchanged);
    expect(new Set(untouched.map(({ lastRun }) => lastRun))).toEqual(new Set([1, 2, 3]));
  });

  test('keeps what is absent, and knows since when', async () => {
    const absent = await installation.rows<{ run: number; n: number }>(
      `SELECT absent_run AS run, count(*)::int AS n FROM passerelle.source_person
       WHERE absent_run IS NOT NULL GROUP BY absent_run ORDER BY absent_run`,
    );
    expect(absent.map(({ run }) => run)).toEqual([4, 5, 6]);
  });

  test('is over when the records are back: then they are present again, and what was new is absent', async () => {
    // Files without dates of change have the bytes of the first night again.
    const back = { ...BASE, night: THIRD_NIGHT, evolve: { ...EVOLVED, removed: 0, added: 0 } };
    const third = await generateNight({ ...back, out: join(installation.folder, '3') });
    for (const system of SYSTEMS) {
      const sheet = await installation.import(system, SITE, [third.folder(SITE)], { night: THIRD_NIGHT });
      const added = Object.values(expectedCounts(second, system)).reduce((sum, { created }) => sum + (created ?? 0), 0);
      expect(sheet).toMatchObject({ status: 'done', absent: added });
      for (const { created } of Object.values(countsOf(sheet))) expect(created).toBe(0);
    }
    const gone = await installation.rows(
      `SELECT 1 FROM passerelle.source_person WHERE absent_run IS NOT NULL AND first_run IN (1, 2, 3)`,
    );
    expect(gone).toEqual([]);
  });
});

test('a delta marks nothing absent', async () => {
  const installation = await Installation.open();
  try {
    const { folder } = installation;
    const first = await generateNight({ ...BASE, households: 40, out: join(folder, '1') });
    const second = await generateNight({
      ...BASE,
      households: 40,
      out: join(folder, '2'),
      night: NEXT_NIGHT,
      evolve: { ...EVOLVED, removed: 0.3 },
    });
    for (const system of SYSTEMS) {
      await installation.import(system, SITE, [first.folder(SITE)], { night: NIGHT });
      const sheet = await installation.import(system, SITE, [second.folder(SITE)], {
        night: NEXT_NIGHT,
        mode: 'delta',
      });
      expect(sheet).toMatchObject({ status: 'done', mode: 'delta', absent: 0 });
      expect(countsOf(sheet)).toEqual(expectedCounts(second, system));
      expect(removedOf(second, system)).toBeGreaterThan(0);
    }
    for (const { absent } of (await versions(installation)).values()) expect(absent).toBe(false);
  } finally {
    await installation.close();
  }
});
