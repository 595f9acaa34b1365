import { randomUUID } from 'node:crypto';
import { CASES_OF_PERSON } from '../../../apps/gateway/src/cases/case.schemas.js';
import { FORM, HISTORY } from '../../../apps/gateway/src/forms/form.schemas.js';
import { PERSON } from '../../../apps/gateway/src/persons/person.schemas.js';
import { restrictPersons } from '#libs/store';
import { PersonsWorld, SITE, SIRET } from './persons-world.js';

const SUPPORT = { purpose: 'case_support' };
const AID = { purpose: 'aid_instruction' };
const HOUSING = { purpose: 'housing_orientation', scopes: ['persons:read', 'cases:read'] };

let world: PersonsWorld;
/** A person of several records. */
let linked: { readonly id: string; readonly sourceIds: readonly string[] };

beforeAll(async () => {
  world = await PersonsWorld.open();
  await world.gateway('main');
  const persons = await world.persons();
  linked = persons.find(({ sourceIds }) => sourceIds.length > 1) ?? { id: '', sourceIds: [] };
}, 120_000);
afterAll(() => world.close());

const fieldsOf = (json: Readonly<Record<string, unknown>>) =>
  json['fields'] as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

test('a person is answered with the id of today, whichever record it is asked by, and each read is entered before', async () => {
  expect(linked.sourceIds.length).toBeGreaterThan(1);
  for (const id of [linked.id, ...linked.sourceIds, linked.id.toUpperCase()]) {
    const before = (await world.entries(linked.sourceIds)).length;
    const answer = await world.ask(`persons/${id}`, SUPPORT);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const person = PERSON.parse(answer.json);
    expect(person).toMatchObject({
      person_id: linked.id,
      side: 'legacy',
      as_of: '2026-11-20',
      purpose: 'case_support',
    });
    const entries = await world.entries(linked.sourceIds);
    expect(entries.length).toBe(before + linked.sourceIds.length);
    expect(entries[0]).toMatchObject({
      action: 'persons.read',
      outcome: 'done',
      purpose: 'case_support',
      recipient: SIRET,
    });
    const shown = Object.entries(person.fields).flatMap(([name, field]) => (field.status === 'withheld' ? [] : [name]));
    const entered = entries[0]?.fields.map((name) => name.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`));
    expect(entered).toEqual(shown);
  }
});

test('each value is that of the record which it names, and a purpose sees no address that it does not name', async () => {
  const support = fieldsOf((await world.ask(`persons/${linked.id}`, SUPPORT)).json);
  const rows = await world.rows<{ system: string; birth_name: string | null }>(
    `SELECT system.code AS system, birth_name FROM passerelle.source_person AS person
     JOIN passerelle.source_table AS source_table ON source_table.id = table_id
     JOIN passerelle.source_system AS system ON system.id = system_id WHERE person.id = ANY ($1::uuid[])`,
    [linked.sourceIds],
  );
  const name = support['birth_name'] as { value: string; source: { system: string; site: string }; precision: string };
  expect(name).toMatchObject({ status: 'known', precision: 'full', source: { site: SITE } });
  expect(rows.filter(({ system }) => system === name.source.system).map((row) => row.birth_name)).toContain(name.value);
  const housing = fieldsOf((await world.ask(`persons/${linked.id}`, HOUSING)).json);
  expect(housing['address_line']).toEqual({ status: 'withheld' });
  expect(['known', 'unknown']).toContain(support['address_line']?.['status']);
  if (support['postcode']?.['status'] === 'known') {
    expect(housing['postcode']).toMatchObject({ precision: 'generalised' });
  }
  expect(fieldsOf((await world.ask(`persons/${linked.id}`, AID)).json)['education_level']).toEqual({
    status: 'withheld',
  });
});

test('a tag spares the answer, not the entry, and is another one for another purpose', async () => {
  const first = await world.ask(`persons/${linked.id}`, SUPPORT);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  const again = await world.ask(`persons/${linked.id}`, SUPPORT, { headers: { 'if-none-match': `"x", W/${etag}` } });
  expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
  const [entry] = await world.entries(linked.sourceIds);
  expect(entry).toMatchObject({ action: 'persons.read', outcome: 'done', detail: ['not-modified'] });
  const other = await world.ask(`persons/${linked.id}`, HOUSING, { headers: { 'if-none-match': etag } });
  expect(other.status).toBe(200);
});

test('whoever may not be seen is nobody: one answer for all of them, and the refusal is entered', async () => {
  const persons = await world.persons();
  const [restricted, archived] = persons.filter(({ id }) => id !== linked.id);
  const { database } = world.site.installation.engine;
  await database.transaction((client) => restrictPersons(client, [restricted!.sourceIds[0]!], null));
  await world.rows(
    `INSERT INTO passerelle.retention_hold (person_id, ground, until, at, archived_on, incident)
     VALUES ($1, 'appeal', '2099-01-01', now(), '2026-01-01', 'DPO-1')`,
    [archived!.sourceIds[0]],
  );
  const elsewhere = { ...SUPPORT, sites: ['psa-99'] };
  const asked = [
    await world.ask(`persons/${randomUUID()}`, SUPPORT),
    await world.ask(`persons/${linked.id}`, elsewhere),
    await world.ask(`persons/${restricted!.id}`, SUPPORT),
    await world.ask(`persons/${archived!.id}`, SUPPORT),
    await world.ask(`persons/${restricted!.id}/case`, SUPPORT),
    await world.ask(`persons/${archived!.id}/single-form?aid=housing`, SUPPORT),
    await world.ask(`persons/${restricted!.id}/engagement-contract`, SUPPORT),
    await world.ask(`persons/${restricted!.id}/aid-requests`, SUPPORT),
  ];
  for (const { status, text } of asked) expect([status, text]).toEqual([404, asked[0]?.text]);
  expect(asked[0]?.json).toMatchObject({ code: 'person.unknown-here' });
  const [entry] = await world.entries(archived!.sourceIds);
  expect(entry).toMatchObject({ action: 'forms.read', outcome: 'refused', detail: ['subject.archived'], fields: [] });
  const rights = { purpose: 'data_protection', scopes: ['persons:read'] };
  expect((await world.ask(`persons/${restricted!.id}`, rights)).json).toMatchObject({ state: 'restricted' });
  await world.rows('DELETE FROM passerelle.restricted_person');
  await world.rows('DELETE FROM passerelle.retention_hold');
});

test('a case shows those whom the client may see, by person and by id alike', async () => {
  const answer = await world.ask(`persons/${linked.id}/case`, SUPPORT);
  expect(answer.status).toBe(200);
  const { cases } = CASES_OF_PERSON.parse(answer.json);
  expect(cases.length).toBeGreaterThan(0);
  for (const one of cases) {
    const members = await world.rows<{ id: string }>(
      `SELECT DISTINCT coalesce(cluster.person_id, member.person_id)::text AS id FROM passerelle.case_member AS member
       LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = member.person_id WHERE case_id = $1`,
      [one.case_id],
    );
    expect(one.members.map(({ person_id }) => person_id).sort()).toEqual(members.map(({ id }) => id).sort());
    expect((await world.ask(`cases/${one.case_id}`, SUPPORT)).json).toEqual(one);
  }
  expect((await world.ask(`cases/${randomUUID()}`, SUPPORT)).json).toMatchObject({ code: 'case.unknown-here' });
  expect((await world.ask(`cases/${cases[0]!.case_id}`, { ...SUPPORT, sites: ['psa-99'] })).status).toBe(404);
});

test('a form of somebody with and without data: both can ask for the aid', async () => {
  const bare = (await world.persons()).find(({ id }) => id !== linked.id)!;
  await world.rows(
    `UPDATE passerelle.source_person SET birth_name = NULL, usage_name = NULL, given_names = NULL, birth_date = NULL,
       birth_precision = NULL, birth_century_known = NULL, sex = NULL, marital_status = NULL, children_count = NULL,
       housing_type = NULL, employment_status = NULL, education_level = NULL, address_line = NULL, postcode = NULL, town = NULL
     WHERE id = ANY ($1::uuid[])`,
    [bare.sourceIds],
  );
  await world.rows('DELETE FROM passerelle.case_member WHERE person_id = ANY ($1::uuid[])', [bare.sourceIds]);
  const shares: number[] = [];
  for (const id of [linked.id, bare.id]) {
    const answer = await world.ask(`persons/${id}/single-form?aid=housing`, AID);
    const form = FORM.parse(answer.json);
    const address = form.fields.find(({ name }) => name === 'address_line');
    expect(address?.required_by?.en).toContain('90-449');
    expect(form.fields.find(({ name }) => name === 'education_level')).toMatchObject({
      state: 'withheld',
      required_by: null,
    });
    expect(form.missing.map(({ name }) => name)).toEqual(
      form.fields.flatMap(({ name, state }) => (state === 'unknown' ? [name] : [])),
    );
    shares.push(form.filled_share);
    const opened = await world.ask('aid-requests', AID, { body: { kind: 'housing', person_id: id } });
    expect(opened.status).toBe(201);
    expect(FORM.parse((await world.ask(`persons/${id}/engagement-contract`, SUPPORT)).json).aid).toBeNull();
  }
  expect(shares[0]).toBeGreaterThan(0.3);
  expect(shares[1]).toBe(0);
  expect((await world.ask(`persons/${linked.id}/single-form?aid=yacht`, AID)).json).toMatchObject({
    code: 'form.kind',
  });
  expect((await world.ask(`persons/${linked.id}/single-form`, AID)).status).toBe(422);
});

test('the history of aids comes page by page, each aid once, imported ones and requests', async () => {
  const [most] = await world.rows<{ id: string; n: number }>(
    `SELECT coalesce(cluster.person_id, aid.person_id)::text AS id, count(*)::int AS n FROM passerelle.aid AS aid
     LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = aid.person_id
     WHERE aid.nature <> 'health' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
  );
  await world.ask('aid-requests', AID, { body: { kind: 'food', person_id: most!.id, requested_on: '2019-05-01' } });
  const own = await world.rows<{ n: number }>(
    'SELECT count(*)::int AS n FROM passerelle.aid_request WHERE person_id = $1',
    [most!.id],
  );
  const seen: { id: string; origin: string; requested_on: string | null }[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await world.ask(
      `persons/${most!.id}/aid-requests?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`,
      AID,
    );
    const page: ReturnType<typeof HISTORY.parse> = HISTORY.parse(answer.json);
    seen.push(...page.aids);
    cursor = page.next;
  }
  expect(seen.length).toBe(most!.n + own[0]!.n);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen.map(({ origin }) => origin)).toEqual(
    expect.arrayContaining(['gateway', expect.stringMatching(/^(tipi|4d|coordin)$/)]),
  );
  const days = seen.map(({ requested_on }) => requested_on ?? '0001-01-01');
  expect(days).toEqual([...days].sort().reverse());
  expect((await world.ask(`persons/${most!.id}/aid-requests?cursor=AAAA`, AID)).status).toBe(422);
});

test('a site whose state says so is spoken for by the unified file', async () => {
  await world.gateway('switched', {
    'sites.yml': (text) => text.replace('sites: {}', `sites: { ${SITE}: { state: switched } }`),
  });
  expect((await world.ask(`persons/${linked.id}`, SUPPORT, { gateway: 'switched' })).json).toMatchObject({
    side: 'unified',
  });
});

test('no value of a person is in a log', async () => {
  const { fields } = PERSON.parse((await world.ask(`persons/${linked.id}`, SUPPORT)).json);
  const name = fields['birth_name'];
  expect(name?.status).toBe('known');
  if (name?.status === 'known') expect(world.log).not.toContain(String(name.value));
});
