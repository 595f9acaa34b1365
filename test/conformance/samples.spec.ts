import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Installation } from '../support/import-harness.js';
import { expectedOutcomes, outcomesOf, SYSTEMS, type Truth } from '../support/night-exports.js';
import { ROOT } from '../support/spawn-cli.js';
import { dumpStore, TOKEN } from '../support/store-dump.js';

const SAMPLES = join(ROOT, '../shared/samples');
const SITE = 'ssdp-06';
const present = existsSync(SAMPLES);
if (!present) process.stderr.write('conformance: no samples beside the checkout, skipped\n');

(present ? describe : describe.skip)('the sample night', () => {
  let installation: Installation;
  let truth: Truth;

  beforeAll(async () => {
    installation = await Installation.open();
    truth = JSON.parse(readFileSync(join(SAMPLES, 'night/truth.json'), 'utf8')) as Truth;
  });

  afterAll(() => installation.close());

  test.each(SYSTEMS)('%s comes to what its truth says', async (system) => {
    const sheet = await installation.import(system, SITE, [join(SAMPLES, 'night', SITE)]);
    expect(sheet.status).toBe('done');
    expect(outcomesOf(sheet)).toEqual(expectedOutcomes(truth, SITE, system));
  });

  test('holds the persons, acts and aids that must land', async () => {
    const persons = await installation.rows<{ name: string }>(
      `SELECT system.code || ' ' || person.source_key AS name FROM passerelle.source_person AS person
       JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
       JOIN passerelle.source_system AS system ON system.id = source_table.system_id`,
    );
    const expected = truth.links.map(([system, , sourceId]) => `${system} ${sourceId}`);
    expect(persons.map(({ name }) => name).sort()).toEqual(expected.sort());
    const acts = await installation.rows<{ kind: string; n: number }>(
      'SELECT kind, count(*)::int AS n FROM passerelle.professional_act GROUP BY kind',
    );
    expect(Object.fromEntries(acts.map(({ kind, n }) => [kind, n]))).toEqual(truth.acts);
    const aids = await installation.rows(
      `SELECT count(*)::int AS count, sum(requested_cents)::float8 AS "requestedCents",
              sum(granted_cents)::float8 AS "grantedCents" FROM passerelle.aid`,
    );
    expect(aids).toEqual([truth.aids]);
  });

  test.each(['4d-utf16', '4d-xml'])('the same tables of 4D as %s come to the same', async (folder) => {
    const other = await Installation.open();
    try {
      const sheet = await other.import('4d', SITE, [join(SAMPLES, folder)]);
      const tables = (outcomes: ReturnType<typeof outcomesOf>): object =>
        Object.assign({}, ...Object.values(outcomes)) as object;
      expect(tables(outcomesOf(sheet))).toEqual(tables(expectedOutcomes(truth, SITE, '4d')));
      expect(TOKEN.exec(await dumpStore((text) => other.rows(text)))).toBeNull();
    } finally {
      await other.close();
    }
  });

  test('leaves no dropped value in any table', async () => {
    expect(TOKEN.exec(await dumpStore((text) => installation.rows(text)))).toBeNull();
  });
});
