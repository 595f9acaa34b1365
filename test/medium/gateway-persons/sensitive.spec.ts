import { type ClientWish, PersonsWorld, SIRET } from './persons-world.js';

/*
 * A request of a sensitive kind (health) is for the body that opened it and for purposes that name sensitive acts. For everybody
 * else it does not exist: neither its kind, nor that there is a request whose kind is not told.
 */
const OWN = { purpose: 'aid_instruction', recipient: SIRET };
const OTHER = { purpose: 'aid_instruction', recipient: '11111111111111' };
const OTHER_SUPPORT = { purpose: 'case_support', recipient: '11111111111111' };

let world: PersonsWorld;
let person: { readonly id: string; readonly sourceIds: readonly string[] };
let sensitive: string;
let ordinary: string;

const open = async (kind: string): Promise<string> =>
  String((await world.ask('aid-requests', OWN, { body: { kind, person_id: person.id } })).json['id']);

beforeAll(async () => {
  world = await PersonsWorld.open();
  await world.gateway('main');
  person = (await world.persons())[0]!;
  await world.rows('DELETE FROM passerelle.aid WHERE person_id = ANY ($1::uuid[])', [person.sourceIds]);
  sensitive = await open('health');
  ordinary = await open('food');
}, 120_000);
afterAll(() => world.close());

const idsOf = async (client: ClientWish, path: string): Promise<readonly string[]> => {
  const { json } = await world.ask(`persons/${person.id}/${path}`, client);
  const past = (json['past_aids'] ?? json) as { readonly aids: readonly { readonly id: string }[] };
  return past.aids.map(({ id }) => id).sort();
};

test('the body that opened it, and a purpose that names sensitive acts, see it and its kind', async () => {
  for (const client of [OWN, OTHER_SUPPORT]) {
    const { status, json } = await world.ask(`aid-requests/${sensitive}`, client);
    expect([status, json['kind'], json['withheld']]).toEqual([200, 'health', []]);
    for (const path of ['aid-requests', 'single-form?aid=food', 'engagement-contract']) {
      expect(await idsOf(client, path)).toEqual([ordinary, sensitive].sort());
    }
  }
});

test('for another body it does not exist: not by id, not to be moved, not in the history, not on a form', async () => {
  const unknown = crypto.randomUUID();
  const move = { headers: { 'if-match': '"1"' }, body: { to: 'submitted' } };
  for (const [path, asked] of [['', {}] as const, ['/transitions', move] as const]) {
    const hidden = await world.ask(`aid-requests/${sensitive}${path}`, OTHER, asked);
    const nothing = await world.ask(`aid-requests/${unknown}${path}`, OTHER, asked);
    expect([hidden.status, hidden.text]).toEqual([404, nothing.text]);
    expect(hidden.json).toMatchObject({ code: 'aid-request.unknown' });
  }
  for (const path of ['aid-requests', 'single-form?aid=food', 'engagement-contract']) {
    expect(await idsOf(OTHER, path)).toEqual([ordinary]);
  }
  // Nor does the end of a page tell of it.
  expect((await world.ask(`persons/${person.id}/aid-requests?limit=1`, OTHER)).json['next']).toBeNull();
  expect((await world.ask(`aid-requests/${sensitive}`, OWN)).json).toMatchObject({ version: 1, status: 'draft' });
});

test('each try is in the trail, as that of an id that nobody has', async () => {
  const entries = await world.rows<{ action: string; incident: string; subject: string | null; detail: string[] }>(
    `SELECT action, incident, subject_id::text AS subject, detail FROM passerelle.audit_entry
     WHERE outcome = 'refused' AND action LIKE 'aid-request.%' ORDER BY seq`,
  );
  const about = (id: string) =>
    entries
      .filter(({ incident }) => incident === `aid-request/${id}`)
      .map(({ action, subject, detail }) => [action, subject, ...detail]);
  expect(about(sensitive)).toEqual([
    ['aid-request.read', null, 'aid-request.unknown'],
    ['aid-request.move', null, 'aid-request.unknown'],
  ]);
});

test('an imported aid of a sensitive kind is left out too; one whose kind nobody wrote is not', async () => {
  const others = await world.rows<{ id: string; personId: string }>(
    `SELECT id::text AS id, person_id::text AS "personId" FROM passerelle.aid ORDER BY id LIMIT 2`,
  );
  const [health, empty] = others;
  const move = 'UPDATE passerelle.aid SET person_id = $2, nature = $3 WHERE id = $1';
  await world.rows(move, [health!.id, person.sourceIds[0], 'health']);
  await world.rows(move, [empty!.id, person.sourceIds[0], null]);
  expect(await idsOf(OTHER, 'aid-requests')).toEqual([ordinary, empty!.id].sort());
  expect(await idsOf(OTHER_SUPPORT, 'aid-requests')).toEqual([ordinary, sensitive, health!.id, empty!.id].sort());
});

test('where the kind of aids is withheld, that of another body’s request is, and one’s own is not', async () => {
  await world.gateway('presence', {
    'policies/fields.yml': (text) =>
      text.replace(/(fr: nature de l’aide }\n[^]*?purposes: { statistics: full)/, '$1, aid_instruction: presence'),
  });
  const read = async (client: ClientWish) =>
    (await world.ask(`aid-requests/${ordinary}`, client, { gateway: 'presence' })).json;
  expect(await read(OTHER)).toMatchObject({ kind: null, withheld: ['kind'] });
  expect(await read(OWN)).toMatchObject({ kind: 'food', withheld: [] });
});
