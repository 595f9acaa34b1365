import { type Answer, PersonsWorld } from './persons-world.js';

/*
 * No read without an entry in the trail that is durable before the answer (invariant 14): while the trail cannot be written,
 * nobody is answered; not with a person, not with a refusal, not with "nothing has changed".
 */
const SUPPORT = { purpose: 'case_support' };
let world: PersonsWorld;
let person: string;
let household: string;
let request: string;

beforeAll(async () => {
  world = await PersonsWorld.open();
  await world.gateway('main');
  person = (await world.persons()).find(({ sourceIds }) => sourceIds.length > 1)?.id ?? '';
  const { cases } = (await world.ask(`persons/${person}/case`, SUPPORT)).json as { cases: { case_id: string }[] };
  household = cases[0]?.case_id ?? '';
  const opened = await world.ask('aid-requests', SUPPORT, { body: { kind: 'food', person_id: person } });
  request = String(opened.json['id']);
}, 120_000);
afterAll(() => world.close());

const IDENTITY = { name: 'Qwertzuiop', given_name: 'Ytrewq', birth_date: '1984-02-29' };
const calls: Record<string, () => Promise<Answer>> = {
  'a person': () => world.ask(`persons/${person}`, SUPPORT),
  nobody: () => world.ask(`persons/${crypto.randomUUID()}`, SUPPORT),
  'a person of another site': () => world.ask(`persons/${person}`, { ...SUPPORT, sites: ['psa-99'] }),
  'the cases of a person': () => world.ask(`persons/${person}/case`, SUPPORT),
  'a case': () => world.ask(`cases/${household}`, SUPPORT),
  'a single form': () => world.ask(`persons/${person}/single-form?aid=food`, SUPPORT),
  'an engagement contract': () => world.ask(`persons/${person}/engagement-contract`, SUPPORT),
  'the aids of a person': () => world.ask(`persons/${person}/aid-requests`, SUPPORT),
  'an aid request': () => world.ask(`aid-requests/${request}`, SUPPORT),
  'a new aid request': () => world.ask('aid-requests', SUPPORT, { body: { kind: 'food', person_id: person } }),
  'a search that finds nobody': () => world.ask('persons/search', SUPPORT, { body: IDENTITY }),
};

const waits = async (): Promise<boolean> =>
  (
    await world.rows(
      `SELECT FROM pg_locks WHERE NOT granted AND relation = 'passerelle.audit_entry'::regclass
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )
  ).length > 0;
const newest = async (): Promise<number> =>
  (await world.rows<{ seq: number }>('SELECT max(seq)::int AS seq FROM passerelle.audit_entry'))[0]?.seq ?? 0;

test.each(Object.keys(calls))('%s: entered first, answered then', async (name) => {
  const before = await newest();
  let answered = false;
  let asked: Promise<Answer> | undefined;
  await world.site.installation.engine.database.transaction(async (client) => {
    await client.query('LOCK TABLE passerelle.audit_entry IN SHARE MODE');
    asked = calls[name]?.().finally(() => (answered = true));
    while (!(await waits())) expect(answered).toBe(false);
    expect(answered).toBe(false);
  });
  const answer = await asked;
  expect([200, 201, 404]).toContain(answer?.status);
  expect(await newest()).toBeGreaterThan(before);
});
