import type { Access } from '../../../apps/gateway/src/access/access.js';
import type { ReachLimit } from '../../../apps/gateway/src/access/reach-limit.js';
import { PersonDoor } from '../../../apps/gateway/src/persons/person-door.js';
import { PersonSearchService } from '../../../apps/gateway/src/persons/person-search.service.js';
import { loadInstallationKey, loadSettings } from '#libs/runtime';
import { findHeldSubjects, KnownGivenNames, openAuditTrail, openVault, readPolicies } from '#libs/services';
import type { Transactor } from '#libs/store';
import { SeparationWorld, SITE } from '../separation/separation-world.js';

/*
 * "The same answer and timing for nobody and for a protected person", without a stopwatch: what takes time is what is asked of
 * the database. So every statement is noted, in its order, and must be the same one for nobody and for each kind of somebody
 * whom the asker may not see.
 */
const AID = { purpose: 'aid_instruction', recipient: 'aidOffice' };
const UNKNOWN = '5b1a7f0e-0000-4000-8000-000000000009';

let world: SeparationWorld;
let statements: string[] = [];
let taken: string[] = [];
let search: PersonSearchService;
let door: PersonDoor;
const hidden: Record<string, { id: string; identity: Identity }> = {};
interface Identity {
  readonly name: string;
  readonly given_name: string;
  readonly birth_date: string;
}

/** Notes the text of each statement; values and rows pass as they are. */
const noting = (database: Transactor): Transactor => {
  type Work<T> = Parameters<typeof database.session<T>>[0];
  const noted =
    <T>(work: Work<T>): Work<T> =>
    (client) =>
      work(
        new Proxy(client, {
          get: (target, name) => {
            const value: unknown = Reflect.get(target, name);
            if (typeof value !== 'function') return value;
            return (...given: unknown[]): unknown => {
              const [what] = given as [string | { readonly text: string }];
              if (name === 'query') statements.push((typeof what === 'string' ? what : what.text).trim());
              return (value as (...words: unknown[]) => unknown).apply(target, given);
            };
          },
        }),
      );
  return {
    session: (work) => database.session(noted(work)),
    transaction: (work) => database.transaction(noted(work)),
  };
};

const accessOf = (sites: 'all' | readonly string[]): Access => {
  const grant = { id: 'token/00000000000000ff', purposes: [AID.purpose], sites, recipients: [AID.recipient] };
  const request = { purpose: AID.purpose, grant: { ...grant, expires: null }, recipient: AID.recipient };
  return {
    client: { ...grant, grant: grant.id, scopes: [], recipient: 'x', networks: [], expiresAt: Infinity },
    purpose: AID.purpose,
    scopes: [],
    recipient: '21750001600019',
    request: { ...request, now: new Date().toISOString(), throughCase: null },
  };
};

beforeAll(async () => {
  world = await SeparationWorld.open(undefined, 1, 1);
  await world.load(0);
  await world.link();
  await world.separate();
  const settings = loadSettings(world.installation.environment);
  const { bytes } = loadInstallationKey(settings);
  const database = noting(world.installation.engine.database);
  const [book, vault, trail] = [
    readPolicies(settings.configDir),
    openVault(settings),
    openAuditTrail(database, settings, bytes),
  ];
  const reach = {
    take: (_grant: string, id: string) => {
      taken.push(id);
      return Promise.resolve();
    },
  } as unknown as ReachLimit;
  const findSubject = async (client: Parameters<typeof findHeldSubjects>[0], id: string) =>
    (await findHeldSubjects(client, vault, [id]))[0] ?? null;
  const givenNames = new KnownGivenNames(world.installation.engine.database);
  search = new PersonSearchService({ database, trail, book, findSubject, givenNames, reach });
  door = new PersonDoor({ database, trail, book, vault, reach, key: bytes });
  await chooseHidden();
}, 120_000);
afterAll(() => world.close());

/** Somebody in each state that hides, with the identity by which they would be found. */
const chooseHidden = async (): Promise<void> => {
  const rows = await world.rows<{ id: string; person: string } & Identity>(
    `SELECT person.id::text AS id, coalesce(cluster.person_id, person.id)::text AS person, birth_name AS name,
            given_names AS given_name, birth_date::text AS birth_date
     FROM passerelle.source_person AS person
     LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
     WHERE birth_precision = 'day' AND birth_name IS NOT NULL AND given_names IS NOT NULL ORDER BY person.id`,
  );
  const separated = await world.idOf(world.person);
  const others = rows.filter(
    ({ id, person }) => id !== separated && rows.filter((row) => row.person === person).length === 1,
  );
  const [restricted, archived, elsewhere] = others;
  await world.rows('INSERT INTO passerelle.restricted_person (person_id, at) VALUES ($1, now())', [restricted?.id]);
  await world.rows(
    `INSERT INTO passerelle.retention_hold (person_id, ground, until, at, archived_on, incident)
     VALUES ($1, 'appeal', '2099-01-01', now(), '2026-01-01', 'DPO-1')`,
    [archived?.id],
  );
  const protectedOne = rows.find(({ id }) => id === separated);
  for (const [name, row] of Object.entries({ separated: protectedOne, restricted, archived, elsewhere })) {
    if (row === undefined) throw new Error(`nobody who is ${name}`);
    const { id, name: family, given_name, birth_date } = row;
    hidden[name] = { id, identity: { name: family, given_name, birth_date } };
  }
};

const stepsOf = async <T>(work: () => Promise<T>): Promise<{ steps: string[]; answer: unknown }> => {
  [statements, taken] = [[], []];
  const answer = await work().catch((error: unknown) => error);
  expect(taken).toEqual([]);
  return { steps: statements, answer };
};
/** Of another site than the grant's: known to the store, and nobody here. */
const sitesFor = (state: string): 'all' | readonly string[] => (state === 'elsewhere' ? ['psa-99'] : 'all');
const STATES = ['separated', 'restricted', 'archived', 'elsewhere'];

test('somebody who may be seen is found by these very services', async () => {
  [statements, taken] = [[], []];
  const { identity } = hidden['elsewhere']!;
  expect(await search.search(accessOf([SITE]), identity)).toMatchObject({ result: 'match' });
  expect(taken).toHaveLength(1);
  expect(statements.length).toBeGreaterThan(3);
});

test('whoever may see a separated person, but not where they are, learns neither site nor postcode by trying', async () => {
  const { identity } = hidden['separated']!;
  const access = accessOf([world.hideout.givenSite]);
  const found = await search.search(access, identity);
  expect(found.result).toBe('match');
  for (const tried of [{ site: 'ssdp-19' }, { site: world.hideout.givenSite }, { postcode: '99999' }]) {
    expect(await search.search(access, { ...identity, ...tried })).toEqual(found);
  }
});

test.each(STATES)(
  'a search for somebody who is %s asks what a search for nobody asks, and answers alike',
  async (state) => {
    const access = accessOf(sitesFor(state));
    const { identity } = hidden[state]!;
    const nobody = await stepsOf(() =>
      search.search(access, { ...identity, name: 'Qwertzuiop', given_name: 'Ytrewq' }),
    );
    const somebody = await stepsOf(() => search.search(access, identity));
    expect(nobody.answer).toEqual({ result: 'none' });
    expect(somebody).toEqual(nobody);
    expect(nobody.steps.length).toBeGreaterThan(3);
  },
);

test.each(STATES)('a read of somebody who is %s asks what a read of nobody asks, and answers alike', async (state) => {
  const access = accessOf(sitesFor(state));
  const nobody = await stepsOf(() => door.enter(access, UNKNOWN, 'persons.read'));
  const somebody = await stepsOf(() => door.enter(access, hidden[state]!.id, 'persons.read'));
  expect(somebody.steps).toEqual(nobody.steps);
  expect(somebody.answer).toMatchObject({ status: 404, code: 'person.unknown-here' });
  expect(JSON.stringify(somebody.answer)).toBe(JSON.stringify(nobody.answer));
});
