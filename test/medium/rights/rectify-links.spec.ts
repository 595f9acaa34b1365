import { PERSON, RightsWorld, TIPI, SITE } from './rights-world.js';

let world: RightsWorld;
let ids: readonly [string, string];
beforeAll(async () => {
  world = await RightsWorld.open();
  await world.load(0);
  await world.link();
  const rows = await world.installation.rows<{ id: string }>(
    `SELECT id::text AS id FROM passerelle.source_person WHERE birth_name = 'Zyxomma' ORDER BY table_id`,
  );
  ids = [rows[0]!.id, rows[1]!.id];
}, 120_000);
afterAll(() => world.close());

const INCIDENT = ['--incident', 'DPO-2026-022'] as const;
const rectify = (value: string, ...words: readonly string[]) =>
  world.sayWith(value, 'subject', 'rectify', PERSON, '--field', 'birthDate', ...INCIDENT, ...words);
const areOne = async (): Promise<boolean> => {
  const rows = await world.installation.rows<{ person: string }>(
    `SELECT coalesce(cluster.person_id, person.id)::text AS person FROM passerelle.source_person AS person
     LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
     WHERE person.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Set(rows.map(({ person }) => person)).size === 1;
};

test('persons are compared by the rectified value at once: a wrong one joins nobody, a mended one parts nobody', async () => {
  expect(await areOne()).toBe(true);
  const apart = await rectify('1931-07-09', '--only-this-record', '--json');
  expect(JSON.parse(apart.stdout)).toMatchObject({ links: { linked: true }, records: [{ system: 'coordin' }] });
  expect(await areOne()).toBe(false);
  // The same date in the other record: they say the same again.
  const other = ['subject', 'rectify', `tipi/${SITE}/${TIPI}`, '--field', 'birthDate', ...INCIDENT] as const;
  await world.sayWith('1931-07-09', ...other);
  expect(await areOne()).toBe(true);
});

test('it belongs to the records that it was set for: a split leaves it with each, a withdrawal takes both', async () => {
  const split = ['review', 'split', PERSON, '--from', `tipi/${SITE}/${TIPI}`, '--by', 'dpo', '--reason', 'apart'];
  const { code, stderr } = await world.say(...split);
  expect([code, stderr]).toEqual([0, '']);
  const dates = await world.installation.rows<{ day: string }>(
    'SELECT birth_date::text AS day FROM passerelle.current_person WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  expect(dates).toEqual([{ day: '1931-07-09' }, { day: '1931-07-09' }]);
  await rectify('', '--withdraw');
  const [left] = await world.installation.rows<{ n: number }>(
    'SELECT count(*)::int AS n FROM passerelle.rectification',
  );
  expect(left?.n).toBe(1);
});

test('reviewers read it in place of the record', async () => {
  const { stdout } = await world.say('persons', 'show', `tipi/${SITE}/${TIPI}`, '--purpose', 'link_review', '--json');
  expect(stdout).toContain('1931-07-09');
});
