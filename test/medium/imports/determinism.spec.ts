import { join } from 'node:path';
import { Installation, landedOf } from '../../support/import-harness.js';
import { generateNight, type Night, NIGHT, type System, SYSTEMS } from '../../support/night-exports.js';

const SITE = 'psa-07';
const TABLES = {
  coordin: ['DOSSIERS', 'USAGERS', 'INTERVENTIONS'],
  '4d': ['Foyers', 'Personnes', 'Entretiens', 'Aides'],
} as const;

/** All orders of a list. */
const orders = <T>(items: readonly T[]): T[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

const opened: Installation[] = [];
const open = async (settings: Readonly<Record<string, string>> = {}): Promise<Installation> => {
  const installation = await Installation.open(settings);
  opened.push(installation);
  return installation;
};
afterAll(() => Promise.all(opened.map((installation) => installation.close())));

const importAll = async (installation: Installation, night: Night, systems: readonly System[]): Promise<void> => {
  for (const system of systems) {
    const sheet = await installation.import(system, SITE, [night.folder(SITE)], { night: NIGHT });
    expect(sheet.status).toBe('done');
  }
};

describe('the same exports give the same digest', () => {
  let reference: Installation;
  let night: Night;
  let tiny: Night;
  let expected: Record<string, string>;

  beforeAll(async () => {
    reference = await open();
    const generate = (name: string, households: number): Promise<Night> =>
      generateNight({ out: join(reference.folder, name), households, seed: 77_041, sites: [SITE] });
    night = await generate('night', 60);
    tiny = await generate('tiny', 5);
    await importAll(reference, tiny, SYSTEMS);
  });

  test('in chunks of one record', async () => {
    const small = await open({ PASSERELLE_CHUNK_RECORDS: '1' });
    await importAll(small, tiny, SYSTEMS);
    expect(await small.digest()).toEqual(await reference.digest());
    await reference.clear();
    await importAll(reference, night, SYSTEMS);
    expected = await reference.digest();
  });

  test('in chunks of seven records', async () => {
    const seven = await open({ PASSERELLE_CHUNK_RECORDS: '7' });
    await importAll(seven, night, SYSTEMS);
    const chunks = await seven.rows('SELECT id FROM passerelle.import_chunk');
    expect(chunks.length).toBeGreaterThan(100);
    expect(await seven.digest()).toEqual(expected);
  });

  test.each(orders(SYSTEMS).slice(1))('in the order %s, %s, %s', async (...systems) => {
    await reference.clear();
    await importAll(reference, night, systems);
    expect(await reference.digest()).toEqual(expected);
  });
});

describe('files that come one by one, in every order', () => {
  let installation: Installation;
  let night: Night;
  const expected = new Map<System, readonly [object, object[]]>();
  const state = async (): Promise<[object, object[]]> => [
    landedOf(await installation.digest()),
    await installation.waiting(),
  ];

  beforeAll(async () => {
    installation = await open();
    night = await generateNight({
      out: join(installation.folder, 'night'),
      households: 40,
      seed: 77_042,
      sites: [SITE],
      dirt: { refusal: 0.1, code: 0.03, date: 0.03 },
    });
    for (const system of ['coordin', '4d'] as const) {
      await importAll(installation, night, [system]);
      expected.set(system, await state());
      await installation.clear();
    }
  });

  afterEach(() => installation.clear());

  const cases = [
    ...orders(TABLES.coordin).map((tables) => ({ system: 'coordin' as const, tables })),
    // Every place of the persons among what hangs on them.
    ...orders(TABLES['4d'])
      .filter((_, at) => at % 5 === 0)
      .map((tables) => ({ system: '4d' as const, tables })),
  ].map((one) => ({ ...one, order: one.tables.join(', ') }));

  test.each(cases)('$order: what waits for a person lands by itself', async ({ system, tables }) => {
    let [waited, replayed] = [0, 0];
    for (const table of tables) {
      const sheet = await installation.import(system, SITE, [night.path(SITE, table)], { night: NIGHT });
      expect(sheet).toMatchObject({ status: 'done', absent: 0 });
      waited += sheet.files[0]?.tables[table]?.reasons['reference.unknown'] ?? 0;
      replayed += sheet.replayed;
    }
    expect(await state()).toEqual(expected.get(system));
    const persons = tables.findIndex((table) => table === 'USAGERS' || table === 'Personnes');
    const acts = tables.findIndex((table) => table === 'INTERVENTIONS' || table === 'Entretiens');
    if (acts < persons) expect(replayed).toBeGreaterThan(50);
    expect(waited).toBeGreaterThan(0);
  });
});
