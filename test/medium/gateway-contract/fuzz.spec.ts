import fc from 'fast-check';
import { apiDocument } from '../../../apps/gateway/src/openapi/api-document.js';
import { Contract } from '../../support/contract/contract.js';
import { FuzzWorld } from './fuzz-world.js';
import { fuzzedRequests } from './fuzzed-requests.js';
import { PLANTED } from './schema-values.js';
import { sendRaw } from './send-raw.js';

/** `npm run test:fuzz` sets 10,000, and prints the seed with which a run can be repeated. */
const REQUESTS = Number(process.env['PASSERELLE_FUZZ'] ?? '800');
const SEED = Number(process.env['PASSERELLE_FUZZ_SEED'] ?? '20261122');

let world: FuzzWorld;
beforeAll(async () => {
  world = await FuzzWorld.open();
}, 120_000);
afterAll(() => world.close());

test(`${String(REQUESTS)} requests by the schemas, hostile ones among them: no fault, no value of anybody in a refusal or a log`, async () => {
  const document = JSON.parse(JSON.stringify(apiDocument())) as Record<string, unknown>;
  const contract = new Contract(document);
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fuzzedRequests(document, world.known, world.bearer), async (request) => {
      const answer = await sendRaw(world.port, request);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const { method, path } = request;
      expect(answer.status).not.toBe(500);
      expect(contract.fault({ method, path, ...answer })).toBeNull();
      if (answer.status >= 400) {
        expect(answer.body).not.toContain(PLANTED);
        expect(world.tells(answer.body)).toBe(false);
      }
    }),
    { numRuns: REQUESTS, seed: SEED, endOnFailure: true },
  );
  expect(world.log).not.toContain(PLANTED);
  expect(world.tells(world.log)).toBe(false);
  expect(world.log).not.toMatch(/"level":"(error|fatal)"/);
  // A fuzzer that is refused at the door tries nothing.
  const share = (low: number, high: number): number =>
    [...statuses].reduce((sum, [status, n]) => sum + (status >= low && status < high ? n : 0), 0) / REQUESTS;
  expect(share(200, 300)).toBeGreaterThan(0.1);
  expect(share(503, 504)).toBeLessThan(0.1);
  for (const status of [400, 403, 404, 422]) expect([status, statuses.has(status)]).toEqual([status, true]);
}, 900_000);
