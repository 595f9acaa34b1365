import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { INCIDENT, SeparationWorld, SITE, tokensOf } from '../separation/separation-world.js';
import { RightsGateway, SIRET } from './rights-gateway.js';

let world: SeparationWorld;
let gateway: RightsGateway;
let household: string;
let ids: Readonly<Record<'person' | 'child' | 'other', string>>;
beforeAll(async () => {
  world = await SeparationWorld.open(undefined, 1, 1);
  await world.load(0);
  await world.link();
  gateway = await RightsGateway.open(world.installation);
  ids = {
    person: await world.idOf(world.person),
    child: await world.idOf(world.child),
    other: await world.idOf(world.other),
  };
  [household = ''] = await world.together();
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await world.close();
});

const support = { purpose: 'case_support' } as const;
const path = (id: string): string => `cases/${id}/separations`;
const wish = () => {
  const { givenStreet, givenTown, givenUnit, givenSite } = world.hideout;
  const place = { address_line: givenStreet, town: givenTown, unit: givenUnit, site: givenSite };
  return { person_id: ids.person, with: [ids.child], incident: INCIDENT, new_address: place };
};
const separations = () => world.rows<{ n: number }>('SELECT count(*)::int AS n FROM passerelle.separation');
const openAid = (more: object) =>
  gateway.ask('POST', 'aid-requests', { purpose: 'aid_instruction', body: { kind: 'food', ...more } });

test('whoever is not there, not in the case, or not for the client gets one and the same answer', async () => {
  const nobody = randomUUID();
  const asked = [
    [household, { ...wish(), person_id: nobody }, support],
    [household, { ...wish(), with: [nobody] }, support],
    [nobody, wish(), support],
    [household, wish(), { ...support, sites: ['psa-99'] }],
  ] as const;
  const answers = [];
  for (const [id, body, client] of asked) answers.push(await gateway.ask('POST', path(id), { ...client, body }));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await separations()).toEqual([{ n: 0 }]);
  const invalid = { ...wish(), new_address: { town: 'x'.repeat(101) } };
  expect(await gateway.ask('POST', path(household), { ...support, body: invalid })).toMatchObject({ status: 422 });
  const { status } = await gateway.ask('POST', path(household), { purpose: 'aid_instruction', body: wish() });
  expect(status).toBe(403);
});

test('while a link run is under way a separation waits its turn', async () => {
  const opened = await openAid({ person_id: ids.person, site: world.hideout.givenSite });
  expect(opened).toMatchObject({ status: 201, json: { site: world.hideout.givenSite } });
  const key = randomUUID();
  const { separating } = await world.installation.engine.database.session(async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('passerelle linkage', 0))`);
    const asking = gateway.ask('POST', path(household), { ...support, body: wish(), key });
    await someoneWaits();
    // The same key meanwhile does not begin a second one.
    expect(await separations()).toEqual([{ n: 0 }]);
    await client.query(`SELECT pg_advisory_unlock(hashtextextended('passerelle linkage', 0))`);
    return { separating: asking };
  });
  const first = await separating;
  expect(first).toMatchObject({ status: 201, json: { separated: expect.arrayContaining([ids.person]) } });
  const again = await gateway.ask('POST', path(household), { ...support, body: wish(), key });
  expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
  expect(again.headers.get('cache-control')).toBe('no-store');
  // Under another key it finds the separation made, and names it again.
  const other = await gateway.ask('POST', path(household), { ...support, body: wish() });
  expect(other).toMatchObject({ status: 201, json: { separation_id: first.json['separation_id'] } });
  expect(await separations()).toEqual([{ n: 1 }]);
});

const someoneWaits = async (): Promise<void> => {
  for (let waiting = 0; waiting === 0;) {
    const [found] = await world.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'`,
    );
    waiting = found?.n ?? 0;
  }
};

test('neither store, home, answers nor logs hold a byte of the new place, and the trail says who asked', async () => {
  const given = [world.hideout.givenStreet, world.hideout.givenTown, world.hideout.givenUnit, world.hideout.givenSite];
  expect(await world.held(given)).toEqual([]);
  for (const token of tokensOf(world.hideout)) expect(gateway.log).not.toContain(token);
  const entries = await gateway.entries('subject.separate');
  expect(entries.map(({ subject }) => subject)).toEqual(expect.arrayContaining([ids.person, ids.child, null]));
  for (const entry of entries) expect(entry).toMatchObject({ purpose: 'case_support', recipient: SIRET });
  for (const { grant } of entries) expect(grant).toMatch(/^token\//);
});

test('the site of an aid request of a separated person is kept nowhere, before and after', async () => {
  const opened = await openAid({ person_id: ids.person, site: world.hideout.givenSite });
  // A purpose that may not know where they are finds nobody.
  expect([201, 422]).toContain(opened.status);
  const kept = await world.rows<{ site: string | null }>(
    'SELECT site FROM passerelle.aid_request WHERE person_id = $1',
    [ids.person],
  );
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.every(({ site }) => site === null)).toBe(true);
  expect(await world.held([world.hideout.givenSite])).toEqual([]);
});

test('a client of the former site no longer finds the person, and one of the new site does', async () => {
  const body = wish();
  const former = await gateway.ask('POST', path(household), { ...support, sites: [SITE], body });
  expect(former.status).toBe(404);
  const nobody = await gateway.ask('POST', path(household), { ...support, body: { ...body, person_id: randomUUID() } });
  expect(former.text).toBe(nobody.text);
  const now = await gateway.ask('POST', path(household), { ...support, sites: [world.hideout.givenSite], body });
  expect(now.status).toBe(201);
});

test('the home outlives the database: what a lost commit left in its file is done by the next command', async () => {
  const file = join(world.installation.environment['PASSERELLE_HOME'] ?? '', 'rights');
  await world.rows('TRUNCATE passerelle.separation CASCADE');
  const { code, stderr } = await world.say('subject', 'residues', '--incident', INCIDENT, '--json');
  expect([code, stderr]).toEqual([3, '']);
  expect(await separations()).toEqual([{ n: 1 }]);
  await rm(file, { recursive: true, force: true });
});
