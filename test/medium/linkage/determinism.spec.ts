import { join } from 'node:path';
import { Installation } from '../../support/import-harness.js';
import { importNight, link, linkage } from '../../support/link-harness.js';
import { generateNight, type Night, NEXT_NIGHT, NIGHT } from '../../support/night-exports.js';

const SITES = ['psa-07', 'epi-12'] as const;

const opened: Installation[] = [];
const open = async (settings: Readonly<Record<string, string>> = {}): Promise<Installation> => {
  const installation = await Installation.open(settings);
  opened.push(installation);
  return installation;
};
afterAll(() => Promise.all(opened.map((installation) => installation.close())));

describe('the same exports give the same links (invariant 7)', () => {
  let reference: Installation;
  let nights: readonly [Night, Night];
  let afterFirst: readonly string[];
  let afterSecond: readonly string[];

  beforeAll(async () => {
    reference = await open();
    const base = { households: 80, seed: 77_061, sites: SITES };
    const evolve = { since: NIGHT, changed: 0.2, removed: 0.1, added: 0.2 };
    nights = [
      await generateNight({ ...base, out: join(reference.folder, '1') }),
      await generateNight({ ...base, out: join(reference.folder, '2'), night: NEXT_NIGHT, evolve }),
    ];
    for (const site of SITES) await importNight(reference, nights[0], NIGHT, site);
    expect(await link(reference)).toMatchObject({ status: 'done', scope: 'all' });
    afterFirst = await linkage(reference);
    for (const site of SITES) await importNight(reference, nights[1], NEXT_NIGHT, site);
    await link(reference, { full: true });
    afterSecond = await linkage(reference);
  }, 120_000);

  test('there is something to be the same', () => {
    expect(afterFirst.length).toBeGreaterThan(200);
    expect(afterSecond).not.toEqual(afterFirst);
  });

  test('linked by each import as it came, in another order and in small pieces', async () => {
    const other = await open({ PASSERELLE_CHUNK_RECORDS: '23' });
    const [last, first] = [...SITES];
    await importNight(other, nights[0], NIGHT, first, ['tipi']);
    await link(other);
    const sheets = await importNight(other, nights[0], NIGHT, first, ['4d', 'coordin']);
    sheets.push(...(await importNight(other, nights[0], NIGHT, last, ['coordin', 'tipi', '4d'])));
    for (const { linked } of sheets) expect(linked).toMatchObject({ links: expect.any(Number) });
    expect(await linkage(other)).toEqual(afterFirst);
    for (const site of [first, last]) await importNight(other, nights[1], NEXT_NIGHT, site, ['4d', 'tipi', 'coordin']);
    expect(await linkage(other)).toEqual(afterSecond);
    const jobs = await other.rows<{ n: number }>('SELECT count(*)::int AS n FROM passerelle.link_job');
    expect(jobs[0]?.n).toBeGreaterThan(30);
  }, 120_000);

  test('linking again finds nothing new, and everything anew changes nothing', async () => {
    const versions = (): Promise<object[]> => reference.rows('SELECT xmin::text FROM passerelle.link_edge ORDER BY 1');
    const before = await versions();
    const runs = await reference.rows('SELECT id FROM passerelle.link_run');
    expect(await link(reference)).toMatchObject({ status: 'unchanged', pairs: 0 });
    expect(await reference.rows('SELECT id FROM passerelle.link_run')).toEqual(runs);
    expect(await link(reference, { full: true })).toMatchObject({ status: 'done', scope: 'all' });
    expect(await linkage(reference)).toEqual(afterSecond);
    expect(await versions()).toEqual(before);
  });
});
