import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkRecords, qualityText, readModel } from '#libs/linkage';
import { linkInto } from '../../../apps/migrator/src/linkage/link-persons.js';
import { LINK_WHAT_IS_NEW, UNWATCHED } from '../../../apps/migrator/src/linkage/link-request.js';
import { readLinkagePlan } from '#libs/services';
import { assess } from '../../bench/link/accuracy.js';
import { Installation } from '../../support/import-harness.js';
import { importedWorld } from './imported-world.js';

const CONFIG = join(import.meta.dirname, '../../../config');
const plan = readLinkagePlan(CONFIG);
const model = readModel(plan, JSON.parse(readFileSync(join(CONFIG, 'linkage-model.json'), 'utf8')));

let installation: Installation;
beforeAll(async () => {
  installation = await Installation.open();
});
afterAll(() => installation.close());
afterEach(() => installation.clear());

/** Nothing was tuned on these seeds, and the shipped model has not seen them. */
it.each([
  ['the rates of the generator', 9001, 1],
  ['twice as many errors of every kind', 9002, 2],
])('links safely on exports that nobody has seen: %s', async (name, seed, errors) => {
  const persons = await importedWorld(installation, plan, { seed, errors, households: 1_500 });
  const report = assess(plan, model, persons);
  process.stderr.write(`linkage, ${name}\n${qualityText(report, 'en').join('\n')}\n`);
  const { overall, kinds } = report;
  expect(persons.truth.personOf.size).toBe(persons.records.length);
  expect(overall.truePairs).toBeGreaterThan(2_000);
  expect(overall.precision).toBeGreaterThanOrEqual(0.9995);
  expect(overall.recall).toBeGreaterThanOrEqual(0.55);
  expect(overall.recallWithReview).toBeGreaterThanOrEqual(0.96);
  for (const kind of ['twin', 'junior', 'namesake']) {
    expect([kind, (kinds[kind]?.truePairs ?? 0) > 0, kinds[kind]?.wrongLinks]).toEqual([kind, true, 0]);
  }
  expect(report.reviewsPerThousand).toBeLessThan(300);
});

it('decides in the store as in memory: the same clusters, the same open questions', async () => {
  const { records } = await importedWorld(installation, plan, { seed: 9003, errors: 1.5, households: 300 });
  const { clusters, edges } = linkRecords(plan, model, records);
  const report = await linkInto(installation.engine, LINK_WHAT_IS_NEW, 1, UNWATCHED);
  const stored = await installation.rows<{ members: string[] }>(
    `SELECT array_agg(source_person_id::text ORDER BY source_person_id::text) AS members
     FROM passerelle.person_cluster GROUP BY person_id HAVING count(*) > 1 ORDER BY 1`,
  );
  const kept = await installation.rows<{ decision: string; pair: string }>(
    `SELECT decision, left_id || ' ' || right_id AS pair FROM passerelle.link_edge WHERE decision <> 'apart'`,
  );
  const told = edges.filter(({ decision }) => decision !== 'apart');
  expect(report.sourcePersons).toBe(records.length);
  expect(stored.map(({ members }) => members)).toEqual(clusters);
  expect(kept.map(({ decision, pair }) => `${decision} ${pair}`).sort()).toEqual(
    told.map(({ decision, left, right }) => `${decision} ${left} ${right}`).sort(),
  );
});
