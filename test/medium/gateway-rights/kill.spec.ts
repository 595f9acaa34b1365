import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AidRequestSystem } from '../../support/aid-request-system.js';
import { GatewayProcess, killGateways } from '../../support/gateway-process.js';
import { type CommitEnd, HELD, HeldCommits } from '../../support/held-commits.js';
import { SeparationWorld } from '../separation/separation-world.js';

/** A case of the first application with its members; the first of them leaves, or refuses. */
interface Household {
  readonly id: string;
  readonly members: readonly string[];
}

let world: SeparationWorld;
let held: HeldCommits;
let households: Household[];
/** Serves all the time. */
let survivor: GatewayProcess;
/** The next one to be killed; it began after the kill before, so it has looked at the home. */
let victim: GatewayProcess;
let systems: Readonly<Record<'support' | 'officer' | 'instructor', AidRequestSystem>>;

beforeAll(async () => {
  world = await SeparationWorld.open(undefined, 1, 1);
  const { installation } = world;
  await world.load(0);
  await world.link();
  households = await world.rows<Household>(
    `SELECT member.case_id::text AS id, array_agg(member.person_id::text ORDER BY member.person_id) AS members
     FROM passerelle.case_member AS member JOIN passerelle.source_person AS person ON person.id = member.person_id
     JOIN passerelle.source_table ON source_table.id = person.table_id
     JOIN passerelle.source_system AS system ON system.id = source_table.system_id
     WHERE system.code = 'coordin' GROUP BY member.case_id HAVING count(*) > 1 ORDER BY count(*), member.case_id`,
  );
  held = await HeldCommits.install(installation);
  survivor = await GatewayProcess.start(installation.environment);
  victim = await GatewayProcess.start(installation.environment);
  const admit = (purpose: string) => AidRequestSystem.admit(survivor, installation, purpose);
  systems = {
    support: await admit('case_support'),
    officer: await admit('data_protection'),
    instructor: await admit('aid_instruction'),
  };
}, 120_000);
afterAll(async () => {
  killGateways();
  await world.close();
});

const nextHousehold = (): Household => {
  const household = households.shift();
  if (household === undefined) throw new Error('the exports hold too few households');
  return household;
};

/** A request whose process is killed between the line of the home and the commit. @returns how to ask the same again */
const killedAsking = async (system: AidRequestSystem, path: string, body: object, end: CommitEnd) => {
  const key = `${HELD}${randomUUID()}`;
  let asked: Promise<string> = Promise.resolve('');
  const ask = (): void => {
    asked = system
      .at(victim)
      .bare('POST', path, { key, body })
      .then(
        () => 'answered',
        () => 'cut',
      );
  };
  await held.during(ask, () => victim.kill(), end);
  expect(await asked).toBe('cut');
  return async (place: GatewayProcess) => {
    const answer = await system.at(place).bare('POST', path, { key, body });
    const replayed = answer.headers.has('idempotency-replayed');
    return { status: answer.status, replayed, json: (await answer.json()) as Readonly<Record<string, unknown>> };
  };
};

const startAgain = async (): Promise<void> => {
  victim = await GatewayProcess.start(world.installation.environment);
};

const linesOf = async (file: string): Promise<string> =>
  readFile(join(world.installation.environment['PASSERELLE_HOME'] ?? '', 'rights', file), 'utf8');

/** A person by all ids: those of its records, and that of today. */
const idsOf = async (id: string): Promise<readonly string[]> => {
  const rows = await world.rows<{ id: string }>(
    `SELECT unnest(ARRAY[own.source_person_id, own.person_id])::text AS id FROM passerelle.person_cluster AS own
     WHERE own.person_id = (SELECT person_id FROM passerelle.person_cluster WHERE source_person_id = $1)`,
    [id],
  );
  return [...new Set([id, ...rows.map((row) => row.id)])];
};

/** What an instructor is told: of the first one, and whether those who stay are shown with them. */
const toldBy = async (place: GatewayProcess, { id, members }: Household, ids: readonly string[]) => {
  const system = systems.instructor.at(place);
  const person = await system.bare('GET', `persons/${members[0]!}`);
  const household = await system.bare('GET', `cases/${id}`);
  const others = await Promise.all(members.slice(1).map((one) => system.bare('GET', `persons/${one}/case`)));
  const texts = await Promise.all([household, ...others].map((answer) => answer.text()));
  return {
    person: person.status,
    household: household.status,
    others: [...new Set(others.map(({ status }) => status))],
    together: ids.some((one) => texts.some((text) => text.includes(one))),
  };
};
const TOGETHER = { person: 200, household: 200, others: [200], together: true };
const APART = { person: 404, household: 200, others: [200], together: false };

const separated = (ids: readonly string[]) =>
  world.rows<{ n: number; ids: number }>(
    `SELECT count(DISTINCT separation_id)::int AS n, count(DISTINCT person_id)::int AS ids
     FROM passerelle.separated_person WHERE person_id = ANY ($1::uuid[])`,
    [ids],
  );
const recordsOf = (ids: readonly string[]) =>
  world.rows<{ id: string }>('SELECT id::text AS id FROM passerelle.source_person WHERE id = ANY ($1::uuid[])', [ids]);
const wish = ({ members }: Household) => ({
  person_id: members[0]!,
  incident: 'SEP-2026-101',
  new_address: { address_line: '3 rue Zuydcootestraat', town: 'Quimperzyx' },
});
const places = (ids: readonly string[]) =>
  world.rows('SELECT FROM passerelle.separated_place WHERE person_id = ANY ($1::uuid[])', [ids]);

describe('kill -9 between the line of the home and the commit', () => {
  test('a separation whose commit is lost has not happened; the same request at another process does it', async () => {
    const household = nextHousehold();
    const ids = await idsOf(household.members[0]!);
    const records = (await recordsOf(ids)).length;
    const repeat = await killedAsking(systems.support, `cases/${household.id}/separations`, wish(household), 'lost');
    expect(await linesOf('separations.jsonl')).toContain(household.members[0]);
    expect(await separated(ids)).toEqual([{ n: 0, ids: 0 }]);
    expect(await places(ids)).toEqual([]);
    expect(await toldBy(survivor, household, ids)).toEqual(TOGETHER);

    expect(await repeat(survivor)).toMatchObject({ status: 201, replayed: false });
    expect(await separated(ids)).toMatchObject([{ ids: records }]);
    expect(await toldBy(survivor, household, ids)).toEqual(APART);
    // Whoever starts now also finds the line that had no commit.
    await startAgain();
    expect(await separated(ids)).toMatchObject([{ ids: records }]);
    for (const place of [survivor, victim]) expect(await toldBy(place, household, ids)).toEqual(APART);
    expect(await repeat(victim)).toMatchObject({ status: 201, replayed: true });
  });

  test('a separation whose commit came through is answered again, and made once', async () => {
    const household = nextHousehold();
    const ids = await idsOf(household.members[0]!);
    const repeat = await killedAsking(systems.support, `cases/${household.id}/separations`, wish(household), 'done');
    expect(await toldBy(survivor, household, ids)).toEqual(APART);
    expect(await repeat(survivor)).toMatchObject({ status: 201, replayed: true });
    expect(await separated(ids)).toMatchObject([{ n: 1 }]);
    await startAgain();
    expect(await separated(ids)).toMatchObject([{ n: 1 }]);
  });

  test('a separation whose commit is lost is made by the process that starts next; the same request adds the place', async () => {
    const household = nextHousehold();
    const ids = await idsOf(household.members[0]!);
    const repeat = await killedAsking(systems.support, `cases/${household.id}/separations`, wish(household), 'lost');
    await startAgain();
    for (const place of [survivor, victim]) expect(await toldBy(place, household, ids)).toEqual(APART);
    expect(await places(ids)).toEqual([]);
    expect(await repeat(victim)).toMatchObject({ status: 201, replayed: false });
    expect(await separated(ids)).toMatchObject([{ n: 1 }]);
    expect((await places(ids)).length).toBeGreaterThan(0);
    expect(await toldBy(survivor, household, ids)).toEqual(APART);
  });

  test('a refusal whose commit is lost has not happened; the same request at another process does it', async () => {
    const household = nextHousehold();
    const [person = ''] = household.members;
    const ids = await idsOf(person);
    const repeat = await killedAsking(systems.officer, `persons/${person}/refusals`, {}, 'lost');
    expect(await linesOf('tombstones.jsonl')).toContain(person);
    expect((await recordsOf(ids)).length).toBeGreaterThan(0);
    expect(await toldBy(survivor, household, ids)).toEqual(TOGETHER);
    expect(await repeat(survivor)).toMatchObject({ status: 201, replayed: false });
    expect(await recordsOf(ids)).toEqual([]);
    await startAgain();
    for (const place of [survivor, victim]) expect(await toldBy(place, household, ids)).toEqual(APART);
    expect(await repeat(victim)).toMatchObject({ status: 201, replayed: true });
    // The next one of the largest household refuses too.
    households.push({ ...household, members: household.members.slice(1) });
  });

  test('a refusal whose commit is lost is honoured by the process that starts next; then there is nobody any more', async () => {
    const household = nextHousehold();
    const [person = ''] = household.members;
    const ids = await idsOf(person);
    const repeat = await killedAsking(systems.officer, `persons/${person}/refusals`, {}, 'lost');
    await startAgain();
    expect(await recordsOf(ids)).toEqual([]);
    for (const place of [survivor, victim]) expect(await toldBy(place, household, ids)).toEqual(APART);
    expect(await repeat(victim)).toMatchObject({ status: 404, json: { code: 'person.unknown-here' } });
  });

  test('in the end home and store agree, and the trail is whole', async () => {
    const both = async () => [
      ...[await linesOf('separations.jsonl'), await linesOf('tombstones.jsonl')],
      ...[await world.rows('TABLE passerelle.separated_person'), await world.rows('TABLE passerelle.withheld_person')],
    ];
    const before = await both();
    // Each command brings them together first.
    const { code, stdout } = await world.say('audit', 'verify', '--json');
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ whole: true })]);
    expect(await both()).toEqual(before);
    expect(await world.held(['Zuydcootestraat', 'Quimperzyx'])).toEqual([]);
  });
});
