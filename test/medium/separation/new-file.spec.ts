import { Vault, enforceSeparations, protectJoined } from '../../../libs/store/src/index.js';
import { SeparationWorld } from './separation-world.js';

let world: SeparationWorld;
let ids: { readonly own: string; readonly child: string; readonly other: string };
beforeAll(async () => {
  world = await SeparationWorld.open(undefined, 1, 1);
  await world.load(0, ['coordin']);
  ids = {
    own: await world.idOf(world.person),
    child: await world.idOf(world.child),
    other: await world.idOf(world.other),
  };
  await world.separate();
}, 120_000);
afterAll(() => world.close());

const vault = (): Vault => world.installation.engine.get(Vault);
const enforce = (): Promise<void> =>
  world.installation.engine.database.transaction((client) => enforceSeparations(client, vault()));

/** A case that no export has held yet, and those who are in it. */
const addCase = async (key: string, members: readonly string[]): Promise<string> => {
  const [made] = await world.rows<{ id: string }>(
    `INSERT INTO passerelle.source_case (id, site_id, table_id, source_key, address_line, town, children_count, row_hash, file_id,
       record_no, byte_offset, byte_length, first_run, last_run)
     SELECT gen_random_uuid(), site_id, table_id, $1, $2, $3, 2, 7, file_id, 1, 0, 1, first_run, last_run
     FROM passerelle.source_case LIMIT 1 RETURNING id::text AS id`,
    [key, world.hideout.street, world.hideout.town],
  );
  const id = made?.id ?? '';
  for (const member of members) await join(member, id);
  return id;
};
const join = (member: string, household: string): Promise<object[]> =>
  world.rows(
    `INSERT INTO passerelle.case_member (person_id, case_id) VALUES ($1, $2)
     ON CONFLICT (person_id) DO UPDATE SET case_id = excluded.case_id`,
    [member, household],
  );

test('a new case of theirs alone is kept, and where it is lies closed', async () => {
  const household = await addCase('T-NEW', [ids.own, ids.child]);
  await enforce();
  expect((await world.together()).slice(0, 2)).toEqual([household, household]);
  expect(await world.held()).toEqual([]);
});

test('whoever of the former household comes into it leaves it again, and the residues say so', async () => {
  const [own] = await world.together();
  await join(ids.other, own ?? '');
  await enforce();
  expect(await world.together()).toEqual([own, own, '-']);
  const { stdout } = await world.say('subject', 'residues', world.person, '--json');
  const found = (JSON.parse(stdout) as { residues: { standTogether: { sourceId: string }[] } }).residues.standTogether;
  expect(found.map(({ sourceId }) => sourceId)).toContain(world.other.split('/')[2]);
});

test('a case under another key that brings them together again is left by the protected', async () => {
  const household = await addCase('T-AGAIN', [ids.own, ids.child, ids.other]);
  await enforce();
  expect(await world.together()).toEqual(['-', '-', household]);
});

test('a case from before the separation with somebody unknown in it is left, and its address closed', async () => {
  const [stranger] = await world.rows<{ id: string }>(
    `INSERT INTO passerelle.source_person (id, site_id, table_id, source_key, row_hash, file_id, record_no, byte_offset, byte_length,
       first_run, last_run)
     SELECT gen_random_uuid(), site_id, table_id, 'K-UNKNOWN', 9, file_id, 1, 0, 1, first_run, last_run
     FROM passerelle.source_person WHERE id = $1 RETURNING id::text AS id`,
    [ids.other],
  );
  await addCase('T-OLD', [ids.own, stranger?.id ?? '']);
  await enforce();
  expect((await world.together())[0]).toBe('-');
  expect(await world.held([world.hideout.street])).toContain(world.hideout.street);
  const [held] = await world.rows<{ town: string | null }>(
    `SELECT town FROM passerelle.source_case WHERE source_key = 'T-OLD'`,
  );
  expect(held).toEqual({ town: null });
});

test('a record that links join to the person is protected with the links', async () => {
  const [made] = await world.rows<{ id: string }>(
    `INSERT INTO passerelle.source_person (id, site_id, table_id, source_key, usage_name, address_line, town, row_hash, file_id,
       record_no, byte_offset, byte_length, first_run, last_run)
     SELECT gen_random_uuid(), site_id, table_id, 'K-LATER', usage_name, $2, $3, 9, file_id, 1, 0, 1, first_run, last_run
     FROM passerelle.source_person WHERE id = $1 RETURNING id::text AS id`,
    [ids.own, world.hideout.street, world.hideout.town],
  );
  const id = made?.id ?? '';
  const person = [ids.own, id].sort()[0];
  await world.installation.engine.database.transaction(async (client) => {
    for (const one of [ids.own, id]) {
      await client.query('INSERT INTO passerelle.person_cluster VALUES ($1, $2)', [one, person]);
    }
    await protectJoined(client, vault());
  });
  const held = await world.rows<{ line: string }>(
    `SELECT stored::text AS line FROM passerelle.source_person AS stored WHERE source_key = 'K-LATER'`,
  );
  expect(held[0]?.line).not.toContain(world.hideout.street);
  const links = await world.say('links', '--json');
  expect(links.stdout).not.toContain('K-LATER');
  for (const purpose of ['aid_instruction', 'link_review']) {
    const shown = await world.say('persons', 'show', world.person, '--purpose', purpose, '--json');
    expect([purpose, shown.stdout.includes('K-LATER')]).toEqual([purpose, false]);
    const byKey = await world.say('persons', 'show', 'coordin/psa-07/K-LATER', '--purpose', purpose);
    expect([purpose, byKey.stdout, byKey.stderr.includes('person.unknown')]).toEqual([purpose, '', true]);
  }
  const support = await world.say('persons', 'show', world.person, '--purpose', 'case_support', '--json');
  expect(support.stdout).toContain('K-LATER');
});

test('a rectification does not write a protected address anywhere else', async () => {
  const { environment } = world.installation;
  const words = ['subject', 'rectify', world.person, '--field', 'address', '--incident', 'R-1'];
  const { code, stderr } = await world.sayIn(environment, words, '1 rue Xyzzyqx');
  expect([code, stderr.includes('separation.rectify'), stderr.includes('Xyzzyqx')]).toEqual([4, true, false]);
  expect(await world.held(['Xyzzyqx'])).toEqual([]);
});

test.each(['{"street":"Xyzzyqx"}', '{"town":7}', '"Xyzzyqx"', '{"site":"Psa 07"}', '{"town":"Xyzzyqx'])(
  'a place that cannot be read is refused without repeating it: %s',
  async (text) => {
    const words = ['subject', 'separate', world.person, '--incident', 'SEP-2', '--new-address-stdin'];
    const { code, stdout, stderr } = await world.sayIn(world.installation.environment, words, text);
    expect([code, stdout, stderr.includes('separation.place'), stderr.includes('Xyzzyqx')]).toEqual([
      2,
      '',
      true,
      false,
    ]);
  },
);

test('somebody of another household is not taken along by a slip', async () => {
  const [stranger] = await world.rows<{ key: string }>(
    `SELECT source_key AS key FROM passerelle.source_person AS person
     WHERE source_key ~ '^C' AND NOT EXISTS (SELECT FROM passerelle.separated_former AS former WHERE former.person_id = person.id)
       AND NOT EXISTS (SELECT FROM passerelle.separated_person AS own WHERE own.person_id = person.id) ORDER BY 1 LIMIT 1`,
  );
  const { code, stderr } = await world.say(
    ...['subject', 'separate', world.person, '--with', `coordin/psa-07/${stranger?.key ?? ''}`, '--incident', 'SEP-3'],
  );
  expect([code, stderr.includes('separation.not-together')]).toEqual([4, true]);
});
