import { join } from 'node:path';
import { findBornOn } from '#libs/store';
import { type Caller, GatewayGround } from '../../support/gateway-ground.js';
import { importNight, link } from '../../support/link-harness.js';
import { generateNight, NIGHT } from '../../support/night-exports.js';

const SITE = 'psa-07';
let ground: GatewayGround;
let asker: Caller;

/** A person of the store whom a search may look for: both names, a whole date, one of the day. */
interface Known {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly given: string;
  readonly day: string;
}
let known: Known[];

beforeAll(async () => {
  ground = await GatewayGround.open();
  const night = await generateNight({
    out: join(ground.installation.folder, '1'),
    households: 60,
    seed: 88_001,
    sites: [SITE],
  });
  await importNight(ground.installation, night, NIGHT, SITE);
  await link(ground.installation);
  asker = await ground.caller({ purposes: ['aid_instruction'], scopes: ['persons:read'] });
  known = await ground.installation.rows<Known & Record<string, unknown>>(
    `SELECT person.id::text AS id, coalesce(cluster.person_id, person.id)::text AS "personId", person.birth_name AS name,
            person.given_names AS given, person.birth_date::text AS day
     FROM passerelle.source_person AS person
     LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
     WHERE birth_precision = 'day' AND birth_name ~ '^[[:alpha:]-]{6,}$' AND given_names ~ '^[[:alpha:]-]{6,}$' ORDER BY person.id`,
  );
}, 120_000);
afterAll(() => ground.close());

const search = async (caller: Caller, body: object) =>
  (await ground.ask(caller, 'POST', 'persons/search', { body, key: null })).json;
const bodyOf = ({ name, given, day }: Known) => ({ name, given_name: given, birth_date: day });

test('everybody is found by their own record, or several are, and never anybody else', async () => {
  expect(known.length).toBeGreaterThan(40);
  const results: string[] = [];
  for (const one of known) {
    const found = await search(asker, bodyOf(one));
    results.push(String(found['result']));
    if (found['result'] === 'match') expect(found['person_id']).toBe(one.personId);
    else expect(found['result']).toBe('several');
  }
  expect(results.filter((result) => result === 'match').length).toBeGreaterThan(known.length * 0.8);
});

test('a slip in the surname, case and accents find the same person or nobody, and never another', async () => {
  let found = 0;
  for (const one of known.slice(0, 60)) {
    const slipped = {
      ...bodyOf(one),
      name: one.name.slice(0, 3) + one.name.slice(4),
      given_name: one.given.toUpperCase(),
    };
    const answer = await search(asker, slipped);
    if (answer['result'] !== 'match') continue;
    expect(answer['person_id']).toBe(one.personId);
    found += 1;
  }
  expect(found).toBeGreaterThan(30);
});

test('another day, and half a name, find nobody', async () => {
  const [one] = known;
  expect(await search(asker, { ...bodyOf(one!), birth_date: '1899-12-31' })).toEqual({ result: 'none' });
  expect(await search(asker, { ...bodyOf(one!), given_name: one!.given.slice(0, 1) })).toEqual({ result: 'none' });
});

test('a grant for another site finds nobody, and the trail says whom it did not find', async () => {
  const [one] = known;
  const elsewhere = await ground.caller({
    purposes: ['aid_instruction'],
    scopes: ['persons:read'],
    sites: ['ssdp-19'],
  });
  expect(await search(elsewhere, bodyOf(one!))).toEqual({ result: 'none' });
  const entries = await ground.installation.rows<{ outcome: string; detail: string[] }>(
    `SELECT outcome, detail FROM passerelle.audit_entry WHERE action = 'persons.search' ORDER BY seq DESC LIMIT 1`,
  );
  expect(entries).toEqual([{ outcome: 'refused', detail: ['none'] }]);
});

test('whoever is restricted is nobody', async () => {
  const one = known.find(({ personId }) => personId !== known[0]!.personId)!;
  await ground.installation.rows(`INSERT INTO passerelle.restricted_person (person_id, at) VALUES ($1, now())`, [
    one.id,
  ]);
  expect(await search(asker, bodyOf(one))).toEqual({ result: 'none' });
  await ground.installation.rows(`DELETE FROM passerelle.restricted_person`);
});

test('what a purpose may not read in full cannot be learnt by trying it', async () => {
  const ids = known.map(({ personId }) => personId);
  // Of one record alone, so that no other one tells another postcode.
  const one = known.find(({ personId }) => ids.indexOf(personId) === ids.lastIndexOf(personId))!;
  await ground.installation.rows(
    `UPDATE passerelle.source_person SET postcode = '75011', sex = 'woman' WHERE id = $1`,
    [one.id],
  );
  const body = bodyOf(one);
  const housing = await ground.caller({ purposes: ['housing_orientation'], scopes: ['persons:read'] });
  const found = await search(housing, body);
  expect(found['result']).toBe('match');
  // An arrondissement is all that this purpose reads of an address: no postcode of another one changes what it is told.
  for (const postcode of ['75001', '99999']) expect(await search(housing, { ...body, postcode })).toEqual(found);
  expect(await search(asker, { ...body, postcode: '99999' })).toEqual({ result: 'none' });
  // Of a double, too, it is not told that the postcode differs.
  await ground.installation.rows(
    `UPDATE passerelle.source_person SET birth_date = source.birth_date, birth_precision = 'day', postcode = '13001', sex = source.sex,
       birth_name = source.birth_name, given_names = source.given_names, usage_name = source.usage_name
     FROM (SELECT * FROM passerelle.source_person WHERE id = $1) AS source
     WHERE source_person.id = (SELECT id FROM passerelle.source_person AS other WHERE other.birth_date <> source.birth_date
       AND NOT EXISTS (SELECT FROM passerelle.person_cluster AS cluster WHERE cluster.source_person_id = other.id) ORDER BY id LIMIT 1)`,
    [one.id],
  );
  const [open, narrow] = [await search(asker, body), await search(housing, body)];
  expect([open['result'], narrow['result']]).toEqual(['several', 'several']);
  expect(open['ask_for']).toContain('postcode');
  expect(narrow['ask_for']).not.toContain('postcode');
});

test('nothing that was asked for is in the log, the trail or an error', async () => {
  const body = { name: 'Tokenov-Planté', given_name: 'Zéphyrine', birth_date: '1981-02-30' };
  const refused = await ground.ask(asker, 'POST', 'persons/search', { body, key: null });
  expect(refused.status).toBe(422);
  expect(refused.text).not.toMatch(/Token|Zéph|1981/);
  await search(asker, { ...body, birth_date: '1981-02-03' });
  const trail = await ground.installation.rows<{ line: string }>(
    'SELECT audit_entry::text AS line FROM passerelle.audit_entry',
  );
  expect(`${ground.log}${trail.map(({ line }) => line).join('\n')}`).not.toMatch(/Token|Zéph|1981-02-03/);
});

test('the day is looked up by its index', async () => {
  await ground.installation.rows('ANALYZE passerelle.source_person');
  const plan = await ground.installation.engine.database.session(async (client) => {
    await client.query('SET enable_seqscan = off');
    await findBornOn(client, known[0]!.day);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM passerelle.source_person WHERE birth_date = '1980-01-01'`,
    );
    await client.query('RESET enable_seqscan');
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('source_person_birth_date');
});
