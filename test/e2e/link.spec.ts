import { join } from 'node:path';
import { Installation } from '../support/import-harness.js';
import { importNight, link, linkage } from '../support/link-harness.js';
import { generateNight, type Night, NIGHT } from '../support/night-exports.js';
import { passerelle } from '../support/spawn-cli.js';

const SITE = 'psa-07';

describe('passerelle link', () => {
  let one: Installation;
  let two: Installation;
  let night: Night;

  beforeAll(async () => {
    [one, two] = await Promise.all([Installation.open(), Installation.open({ PASSERELLE_CHUNK_RECORDS: '10' })]);
    night = await generateNight({ out: join(one.folder, 'night'), households: 50, seed: 77_141, sites: [SITE] });
    await importNight(one, night, NIGHT, SITE);
    await importNight(two, night, NIGHT, SITE);
  }, 60_000);
  afterAll(() => Promise.all([one.close(), two.close()]));

  const run = (words: string) => passerelle(words, two.environment);

  test('a dry run says what it would do, and keeps nothing', async () => {
    const { code, stdout } = await run('link --dry-run --json');
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'done', scope: 'all', links: expect.any(Number) });
    expect(await linkage(two)).toEqual([]);
    expect(await two.rows('SELECT FROM passerelle.link_run')).toEqual([]);
  });

  test('two worker processes make the links that one makes', async () => {
    await link(one);
    const { code, stdout, stderr } = await run('link --workers 2 --json');
    expect(stderr).not.toMatch(/"level":"(error|fatal)"/);
    expect(code).toBe(3);
    const report = JSON.parse(stdout) as Record<string, number>;
    expect(report).toMatchObject({
      run: expect.stringMatching(/^L\d+$/),
      status: 'done',
      scope: 'all',
      largeBlocks: [],
    });
    for (const count of ['sourcePersons', 'prepared', 'pairs', 'links', 'reviews', 'clusters']) {
      expect([count, report[count]]).toEqual([count, expect.any(Number)]);
      expect(report[count]).toBeGreaterThan(0);
    }
    expect(await linkage(two)).toEqual(await linkage(one));
  });

  test('for people it says the same in two languages, and then that nothing is new', async () => {
    const full = await run('link --full --lang fr');
    expect(full.stdout).toMatch(/^Rapprochement L\d+ · tout le monde · modèle \d+\n/);
    expect(full.stdout).toContain('paires rapprochées');
    const again = await run('link');
    expect(again.stdout).toMatch(/^Nothing is new since the last link run\.\n/);
    expect([full.code, again.code]).toEqual([3, 3]);
  });

  test('links: every source person once, with the person that it is', async () => {
    const { code, stdout } = await run('links --json');
    expect(code).toBe(0);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    for (const each of lines) expect(Object.keys(each)).toEqual(['personId', 'system', 'site', 'sourceId']);
    const persons = await two.rows('SELECT FROM passerelle.source_person');
    expect(new Set(lines.map(({ system, site, sourceId }) => `${system} ${site} ${sourceId}`)).size).toBe(
      persons.length,
    );
    const clusters = await two.rows<{ alone: number }>(
      `SELECT (SELECT count(*) FROM passerelle.source_person) - count(*) + count(DISTINCT person_id) AS alone
       FROM passerelle.person_cluster`,
    );
    expect(new Set(lines.map(({ personId }) => personId)).size).toBe(Number(clusters[0]?.alone));
  });

  test('training twice on one store gives one model', async () => {
    const before = JSON.parse((await run('link --json')).stdout) as { modelVersion: number };
    const first = JSON.parse((await run('link --train --json')).stdout) as { modelVersion: number };
    const second = JSON.parse((await run('link --train --json')).stdout) as { modelVersion: number };
    expect(first.modelVersion).not.toBe(before.modelVersion);
    expect(second.modelVersion).toBe(first.modelVersion);
  }, 60_000);
});
