import { join } from 'node:path';
import { Installation } from '../../support/import-harness.js';
import { importNight, link } from '../../support/link-harness.js';
import { generateNight, NIGHT } from '../../support/night-exports.js';
import { ending, startPasserelle } from '../../support/spawn-cli.js';
import { TOKEN } from '../../support/store-dump.js';

const SITE = 'psa-07';

/** Tables that a link run writes to, which are not meant to hold anybody's values. */
const TABLES = ['link_run', 'link_job', 'link_touched', 'link_edge', 'link_key', 'link_large_block', 'person_cluster'];

describe('a link run leaves nobody’s values anywhere (invariant 13)', () => {
  let installation: Installation;
  /** Words of names, and dates of birth, of the persons in the store. */
  let values: ReadonlySet<string>;

  const wordsOf = (text: string): string[] =>
    text.match(/[\p{L}\p{N}-]{4,}/gu)?.map((word) => word.toLowerCase()) ?? [];
  const found = (text: string): string[] => wordsOf(text).filter((word) => values.has(word));

  beforeAll(async () => {
    installation = await Installation.open({ PASSERELLE_CHUNK_RECORDS: '20' });
    const night = await generateNight({
      out: join(installation.folder, '1'),
      households: 60,
      seed: 77_066,
      sites: [SITE],
    });
    await importNight(installation, night, NIGHT, SITE);
    const persons = await installation.rows<{ text: string }>(
      `SELECT concat_ws(' ', birth_name, usage_name, given_names, birth_date, postcode, town) AS text
       FROM passerelle.source_person`,
    );
    values = new Set(persons.flatMap(({ text }) => wordsOf(text)));
    expect(values.size).toBeGreaterThan(200);
  });
  afterAll(() => installation.close());

  test('not in its output, its logs, its tables, or the queue', async () => {
    const words = ['link', '--json', '--workers', '2'];
    const { code, stdout, stderr } = await ending(
      startPasserelle(words, { ...installation.environment, PASSERELLE_LOG_LEVEL: 'trace' }),
    );
    expect(code).toBe(3);
    expect([found(stdout), found(stderr)]).toEqual([[], []]);
    const queue = await installation.rows<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'bullmq'`,
    );
    const names = [...TABLES.map((name) => `passerelle.${name}`), ...queue.map(({ name }) => `bullmq.${name}`)];
    for (const name of names) {
      const rows = await installation.rows<{ line: string }>(`SELECT stored::text AS line FROM ${name} AS stored`);
      expect([name, rows.flatMap(({ line }) => found(line))]).toEqual([name, []]);
    }
  });

  test('not in a trained model, but for names that many people bear', async () => {
    await link(installation, { train: true });
    const models = await installation.rows<{ document: { frequencies: Record<string, Record<string, number>> } }>(
      'SELECT document FROM passerelle.link_model WHERE active',
    );
    const { frequencies = {}, ...rest } = models[0]?.document ?? {};
    expect(found(JSON.stringify(rest))).toEqual([]);
    expect(JSON.stringify(models)).not.toMatch(TOKEN);
    const persons = await installation.rows<{ features: string }>('SELECT features FROM passerelle.link_person');
    for (const name of Object.values(frequencies).flatMap((shares) => Object.keys(shares))) {
      const bearers = persons.filter(({ features }) => features.split(/[|; ]/).includes(name)).length;
      expect(bearers).toBeGreaterThanOrEqual(20);
    }
  }, 60_000);

  test('features hold no planted token', async () => {
    const persons = await installation.rows<{ features: string }>('SELECT features FROM passerelle.link_person');
    expect(persons.filter(({ features }) => TOKEN.test(features.toUpperCase()))).toEqual([]);
  });
});
