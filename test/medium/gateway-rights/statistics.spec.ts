import { join } from 'node:path';
import { NO_DIRT, NO_NOISE } from '../../../apps/migrator/src/generate/generate-exports.js';
import { Installation } from '../../support/import-harness.js';
import { generateNight, NIGHT } from '../../support/night-exports.js';
import { RightsGateway, SIRET } from './rights-gateway.js';

const SITE = 'psa-07';
let installation: Installation;
let gateway: RightsGateway;
beforeAll(async () => {
  installation = await Installation.open();
  const base = { households: 60, seed: 77_091, sites: [SITE], dirt: NO_DIRT, noise: NO_NOISE };
  const night = await generateNight({ ...base, out: join(installation.folder, 'night') });
  await installation.import('coordin', SITE, [night.folder(SITE)], { night: NIGHT });
  gateway = await RightsGateway.open(installation);
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await installation.close();
});

const city = { purpose: 'statistics' } as const;
const oneSite = { ...city, sites: [SITE] } as const;
interface Cell {
  readonly place: object;
  readonly count: number | null;
}

test('the tables that may be read are listed, for those who may count', async () => {
  const { status, json } = await gateway.ask('GET', 'statistics', city);
  expect([status, (json['tables'] as object[]).length > 3]).toEqual([200, true]);
  expect((await gateway.ask('GET', 'statistics', { purpose: 'case_support' })).status).toBe(403);
});

test('a table holds no number under eleven, the same each time, and is in the trail with its reader', async () => {
  const first = await gateway.ask('GET', 'statistics/persons-by-housing', city);
  expect(first).toMatchObject({ status: 200, json: { table: 'persons-by-housing', site: null, repeated: false } });
  const counts = (first.json['cells'] as Cell[]).flatMap(({ count }) => (count === null ? [] : [count]));
  expect(counts.every((count) => count === 0 || count >= 11)).toBe(true);
  expect(counts.some((count) => count >= 11)).toBe(true);
  expect((await gateway.ask('GET', 'statistics/persons-by-housing', city)).text).toBe(first.text);
  const entries = await gateway.entries('statistics.show');
  expect(entries.at(-1)).toMatchObject({ subject: null, purpose: 'statistics', recipient: SIRET });
});

test('a grant for some sites sees those and not the City, and learns of no other site whether it exists', async () => {
  const own = await gateway.ask('GET', `statistics/persons-by-housing?site=${SITE}`, oneSite);
  expect(own).toMatchObject({ status: 200, json: { site: SITE } });
  const refused = [];
  for (const query of ['', '?site=psa-08', '?site=psa-99']) {
    refused.push(await gateway.ask('GET', `statistics/persons-by-housing${query}`, oneSite));
  }
  expect(refused.map(({ status, json }) => [status, json['code']])).toEqual(
    refused.map(() => [403, 'statistics.forbidden']),
  );
  const entries = await gateway.rows(
    `SELECT outcome FROM passerelle.audit_entry WHERE action = 'statistics.show' AND outcome = 'refused'`,
  );
  expect(entries).toHaveLength(3);
});

test('as CSV a hidden number is no empty field', async () => {
  const headers = { accept: 'text/csv', 'accept-language': 'en' };
  const csv = await gateway.ask('GET', 'statistics/persons-by-housing', { ...city, headers });
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(csv.text).toMatch(/^,Persons\r\n/);
  expect(csv.text).toMatch(/\r\nTotal,\d+\r\n$/);
  for (const line of csv.text.trimEnd().split('\r\n')) expect(line).toMatch(/,(Persons|hidden|\d+)$/);
});

test.each([
  ['statistics/unknown-table', 404, 'statistics.table'],
  ['statistics/persons-by-housing?site=psa-99', 404, 'statistics.site-unknown'],
  ['statistics/persons-by-housing?month=2025-01', 404, 'statistics.not-drawn'],
  ['statistics/persons-by-housing?month=2999-01', 422, 'statistics.month-open'],
  ['statistics/persons-by-children?site=psa-07', 422, 'statistics.not-by-site'],
  ['statistics/persons-by-housing?month=PLANTED', 422, 'request.invalid'],
  ['statistics/persons-by-housing?PLANTED=1', 422, 'request.invalid'],
])('%s is answered with %i', async (path, status, code) => {
  const answer = await gateway.ask('GET', path, city);
  expect([answer.status, answer.json['code']]).toEqual([status, code]);
  expect(answer.text).not.toContain('PLANTED');
});
