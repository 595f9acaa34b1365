import fc from 'fast-check';
import { AnswerOracle } from './oracle/expect-answers.js';
import { BLIND, GENERATED, READING, SHIPPED } from './oracle/generated-policies.js';
import { OracleWorld } from './oracle/oracle-world.js';
import type { OracleClient } from './oracle/policy-oracle.js';
import { ELSEWHERE, OTHER_BODY } from './oracle/shape-persons.js';
import { SIRET, SITE } from './persons-world.js';

/*
 * For generated clients, purposes and persons every field of every answer that holds something of a person is what the policies
 * say, by a plain reading of their files (oracle/policy-oracle.ts) and by what the store holds (oracle/oracle-facts.ts). The
 * packaged purposes are asked, and five that see every field at a precision drawn for it.
 */
const GIVEN_SITE = 'psa-93';
const SITES = ['all', 'all', 'all', [SITE], [GIVEN_SITE], [ELSEWHERE], ['psa-99'], [SITE, GIVEN_SITE]] as const;
const KINDS = ['housing', 'school', 'health', 'food'] as const;
/** So many are drawn at most to be asked for at one time, so many times. */
const TOGETHER = 8;
const RUNS = 32;

let ground: OracleWorld;
beforeAll(async () => {
  ground = await OracleWorld.open();
}, 120_000);
afterAll(() => ground.close());

test('for clients, purposes and persons, every field of every answer is what the policies say', async () => {
  const { world, policies, facts } = ground;
  const oracle = new AnswerOracle(policies, facts);
  const draw = fc.record({
    purpose: fc.constantFrom(...SHIPPED, ...GENERATED, ...GENERATED, ...BLIND),
    sites: fc.constantFrom(...SITES),
    scopes: fc.oneof(
      { weight: 4, arbitrary: fc.constant([...READING]) },
      { weight: 1, arbitrary: fc.subarray([...READING], { minLength: 1 }) },
    ),
    recipient: fc.constantFrom(SIRET, OTHER_BODY),
    person: fc.constantFrom(...facts.persons, ...facts.persons.filter((one) => one.separated)),
    kind: fc.constantFrom(...KINDS),
    limit: fc.constantFrom(1, 2, 20),
  });
  type Drawn = typeof draw extends fc.Arbitrary<infer T> ? T : never;
  const check = async ({ person, kind, limit, ...client }: Drawn): Promise<void> => {
    const ask = (path: string) => world.ask(path, client satisfies OracleClient);
    const of = `persons/${person.id}`;
    const caseIds = new Set([...person.formerCases, ...person.records.flatMap(({ caseId }) => caseId ?? [])]);
    const own = facts.requests.filter((one) => person.records.some(({ id }) => id === one.sourcePersonId));
    await Promise.all([
      ask(of).then((answer) => oracle.person(client, person, answer)),
      ask(`${of}/case`).then((answer) => oracle.casesOf(client, person, answer)),
      ask(`${of}/single-form?aid=${kind}`).then((answer) => oracle.form(client, person, kind, answer)),
      ask(`${of}/engagement-contract`).then((answer) => oracle.form(client, person, null, answer)),
      ask(`${of}/aid-requests?limit=${String(limit)}`).then((answer) => oracle.history(client, person, limit, answer)),
      ...[...caseIds].map((id) => ask(`cases/${id}`).then((answer) => oracle.caseById(client, id, answer))),
      ...own.map((one) => ask(`aid-requests/${one.id}`).then((answer) => oracle.request(client, person, one, answer))),
    ]);
  };
  const separated = facts.persons.filter((one) => one.separated);
  const wish = { scopes: [...READING], recipient: SIRET, kind: 'food', limit: 20 } as const;
  // Who may know where they are, and who may not and sees them by their site.
  const rare = separated.flatMap((person) => [
    { ...wish, person, purpose: 'case_support', sites: 'all' } as const,
    { ...wish, person, purpose: 'aid_instruction', sites: [GIVEN_SITE] } as const,
  ]);
  const together = fc.array(draw, { minLength: 1, maxLength: TOGETHER, size: 'max' });
  await fc.assert(
    fc.asyncProperty(together, async (drawn) => {
      for (const client of drawn) await world.bearer(client);
      await Promise.all(drawn.map(check));
    }),
    // Those who are rare are met whatever is drawn.
    { numRuns: RUNS, examples: [[rare]] },
  );
  for (const what of [
    ...['200', '403', '404', 'full', 'generalised', 'pseudonym', 'presence', 'withheld', 'unknown', 'cases'],
    ...['protected cases', 'aids', 'requests', 'sensitive and shown', 'sensitive and hidden'],
  ]) {
    expect([what, (oracle.met[what] ?? 0) > 0]).toEqual([what, true]);
  }
}, 120_000);
