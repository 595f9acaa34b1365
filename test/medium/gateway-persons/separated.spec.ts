import { tokensOf } from '../separation/separation-world.js';
import { type Answer, PersonsWorld, SITE } from './persons-world.js';

/*
 * A person and a child are separated from their household; whoever reads for the former site, or reaches them through the former
 * case, or may not know where they are, gets nothing of them, and nothing of the new place.
 */
const SUPPORT = { purpose: 'case_support' };
const FORMER = { purpose: 'case_support', sites: [SITE] };
const AID = { purpose: 'aid_instruction' };
const NEW_SITE = { purpose: 'case_support', sites: ['psa-93'] };

let world: PersonsWorld;
let protectedIds: readonly string[];
let formerCase: string;
let other: string;

beforeAll(async () => {
  world = await PersonsWorld.open();
  await world.gateway('main');
  other = await world.site.idOf(world.site.other);
  protectedIds = [await world.site.idOf(world.site.person), await world.site.idOf(world.site.child)];
  const [household] = await world.rows<{ id: string }>(
    'SELECT case_id::text AS id FROM passerelle.case_member WHERE person_id = $1',
    [protectedIds[0]],
  );
  formerCase = household?.id ?? '';
}, 120_000);
afterAll(() => world.close());

const membersOf = ({ json }: Answer): readonly string[] =>
  (json['members'] as { person_id: string }[] | undefined)?.map(({ person_id }) => person_id) ?? [];
const idToday = async (sourceId: string): Promise<string> =>
  (await world.persons()).find(({ sourceIds }) => sourceIds.includes(sourceId))?.id ?? '';

test('before the separation, everybody of the case is seen through it', async () => {
  const seen = membersOf(await world.ask(`cases/${formerCase}`, FORMER));
  for (const id of protectedIds) expect(seen).toContain(await idToday(id));
});

test('from then on, readers of the former household get not one byte of the protected', async () => {
  await world.site.separate();
  const nobody = await world.ask(`persons/${crypto.randomUUID()}`, FORMER);
  const paths = ['', '/case', '/single-form?aid=food', '/engagement-contract', '/aid-requests'];
  for (const id of protectedIds) {
    for (const path of paths) {
      for (const client of [FORMER, AID]) {
        if (client === AID && path === '/engagement-contract') continue;
        const { status, text } = await world.ask(`persons/${id}${path}`, client);
        expect([path, status, text]).toEqual([path, 404, nobody.text]);
      }
    }
  }
  const former = [
    await world.ask(`cases/${formerCase}`, FORMER),
    await world.ask(`persons/${other}/case`, FORMER),
    await world.ask(`persons/${other}`, FORMER),
    await world.ask(`persons/${other}/single-form?aid=food`, FORMER),
  ];
  for (const { status, text } of former) {
    expect(status).toBe(200);
    for (const id of protectedIds) expect(text).not.toContain(await idToday(id));
    for (const token of tokensOf(world.site.hideout)) expect(text).not.toContain(token);
  }
  const counted = former[3]?.json['household_size'] as { value: number };
  const cases = former[1]?.json['cases'] as { members: object[] }[];
  expect(counted.value).toBe(Math.max(...cases.map(({ members }) => members.length)));
  expect(membersOf(former[0]!).length).toBeGreaterThan(0);
});

test('those who follow the person now see them, and where they are', async () => {
  for (const client of [SUPPORT, NEW_SITE]) {
    const answer = await world.ask(`persons/${protectedIds[0] ?? ''}`, client);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(world.site.hideout.givenStreet);
    const address = (answer.json['fields'] as Record<string, { rectified?: boolean }>)['address_line'];
    expect(address?.rectified).toBe(true);
  }
  const aid = await world.ask(`persons/${protectedIds[0] ?? ''}`, { ...AID, sites: ['psa-93'] });
  expect(aid.status).toBe(200);
  for (const token of tokensOf(world.site.hideout)) expect(aid.text).not.toContain(token);
});

test('a case of their own is there for those who may see them, whoever else is in it', async () => {
  const own = crypto.randomUUID();
  const [row] = await world.rows<{ id: string }>(
    'SELECT id::text AS id FROM passerelle.source_person WHERE NOT (id = ANY ($1::uuid[])) AND id <> $2 ORDER BY id LIMIT 1',
    [protectedIds, other],
  );
  await world.rows(
    `INSERT INTO passerelle.source_case SELECT (jsonb_populate_record(held, jsonb_build_object('id', $1::text, 'source_key', 'own'))).*
     FROM passerelle.source_case AS held WHERE held.id = $2`,
    [own, formerCase],
  );
  await world.rows('DELETE FROM passerelle.case_member WHERE person_id = $1', [row!.id]);
  await world.rows('INSERT INTO passerelle.case_member (person_id, case_id) VALUES ($1, $3), ($2, $3)', [
    row!.id,
    protectedIds[0],
    own,
  ]);
  expect((await world.ask(`cases/${own}`, FORMER)).status).toBe(404);
  expect((await world.ask(`persons/${row!.id}/case`, FORMER)).text).not.toContain(own);
  expect(membersOf(await world.ask(`cases/${own}`, SUPPORT)).length).toBe(2);
});
