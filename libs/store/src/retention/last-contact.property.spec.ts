import fc from 'fast-check';
import { LinkStore, personId } from '../linkage/testing/link-store.js';
import { findDue, findPeriod, type FileRule, surveyFiles } from './files.repository.js';

/*
 * A second implementation of the last contact, written from docs/guide/retention.md and from nothing of the product's SQL: lists
 * and loops over a whole small world.
 */
interface World {
  /** Linked person of each source person, by number; source persons are numbered from 1. */
  readonly linked: readonly number[];
  /** Case of each source person; 0: none. */
  readonly cases: readonly number[];
  /** Day of opening of each case, as days from the origin. */
  readonly opened: readonly (number | null)[];
  readonly updated: readonly (number | null)[];
  readonly acts: readonly (readonly [person: number, day: number])[];
  /** Aids: request, decision in the history, payment. */
  readonly aids: readonly (readonly [
    person: number,
    requested: number | null,
    decided: number | null,
    paid: number | null,
  ])[];
  readonly noted: readonly (number | null)[];
  /** Aid requests of the gateway: whom for, the day that is named, and each move with its day. */
  readonly requests: readonly (readonly [
    person: number,
    requested: number,
    moves: readonly (readonly [status: string, day: number, paidOn: number | null])[],
  ])[];
  readonly household: boolean;
}

const PERSONS = 5;
const CASES = 3;
const ORIGIN = Date.parse('2024-01-01');
const TODAY = 800;
const PERIOD = 730;
const dayOf = (day: number): string => new Date(ORIGIN + day * 86_400_000).toISOString().slice(0, 10);

const each = <T>(of: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
  fc.array(of, { minLength: length, maxLength: length });
const day = fc.integer({ min: -40, max: 860 });
const some = fc.option(day, { nil: null });
const whom = fc.integer({ min: 1, max: PERSONS });
const BY_PERSON: readonly string[] = ['draft', 'submitted', 'appealed', 'cancelled'];
const DECIDED: readonly string[] = ['granted', 'partly_granted', 'refused'];
const status = fc.constantFrom(...BY_PERSON, ...DECIDED, 'in_review', 'adjourned', 'paid');
const worlds: fc.Arbitrary<World> = fc.record({
  linked: each(fc.integer({ min: 1, max: 3 }), PERSONS),
  cases: each(fc.integer({ min: 0, max: CASES }), PERSONS),
  opened: each(some, CASES),
  updated: each(some, PERSONS),
  acts: fc.array(fc.tuple(whom, day), { maxLength: 5 }),
  aids: fc.array(fc.tuple(whom, some, some, some), { maxLength: 3 }),
  noted: each(fc.option(day, { nil: null, freq: 1 }), PERSONS),
  requests: fc.array(fc.tuple(whom, day, fc.array(fc.tuple(status, day, some), { maxLength: 3 })), { maxLength: 3 }),
  household: fc.boolean(),
});

/** The newest day that is no day to come. */
const newest = (days: readonly (number | null)[]): number | null =>
  days.reduce((last, one) => (one !== null && one <= TODAY && (last === null || one > last) ? one : last), null);

const contactsOf = (world: World, person: number): (number | null)[] => [
  ...world.acts.filter(([of]) => of === person).map(([, on]) => on),
  ...world.aids.filter(([of]) => of === person).flatMap(([, ...days]) => days),
  world.opened[(world.cases[person - 1] ?? 0) - 1] ?? null,
  world.noted[person - 1] ?? null,
  ...world.requests.filter(([of]) => of === person).flatMap(([, requested, moves]) => [requested, ...movedOn(moves)]),
];

/** What the body does with a request by itself is no contact, but for decisions and payments, which the rule names. */
const movedOn = (moves: World['requests'][number][2]): (number | null)[] =>
  moves.map(([to, on, paidOn]) => {
    if (BY_PERSON.includes(to) || DECIDED.includes(to)) return on;
    return to === 'paid' ? (paidOn ?? on) : null;
  });

const lastContact = (world: World, person: number): number | null => {
  const all = Array.from({ length: PERSONS }, (_, at) => at + 1);
  const mates = (of: number): number[] => all.filter((one) => world.linked[one - 1] === world.linked[of - 1]);
  const own = mates(person);
  const days =
    newest(own.flatMap((one) => contactsOf(world, one))) ?? newest(own.map((one) => world.updated[one - 1] ?? null));
  if (!world.household) return days;
  const homes = new Set(own.map((one) => world.cases[one - 1] ?? 0).filter((one) => one > 0));
  const household = all.filter((one) => homes.has(world.cases[one - 1] ?? 0)).flatMap(mates);
  return newest([days, ...household.flatMap((one) => contactsOf(world, one))]);
};

let store: LinkStore;
beforeAll(async () => {
  store = await LinkStore.open();
});
afterAll(() => store.close());

const rowOf = (id: string): string => `'${id}', 1, 1, 'K', 0, 1, 1, 0, 1, 1, 1`;
const ROW =
  'id, site_id, table_id, source_key, row_hash, file_id, record_no, byte_offset, byte_length, first_run, last_run';
const aidId = (at: number): string => personId(500 + at);
const quoted = (one: number | null | undefined): string =>
  one === null || one === undefined ? 'NULL' : `'${dayOf(one)}'`;

const write = (world: World): string[] => [
  'TRUNCATE passerelle.source_person, passerelle.source_case, passerelle.case_member, passerelle.professional_act, passerelle.aid, passerelle.aid_decision, passerelle.aid_payment, passerelle.person_cluster, passerelle.noted_contact, passerelle.retention_notice, passerelle.aid_request, passerelle.aid_request_move',
  ...world.opened.map(
    (on, at) =>
      `INSERT INTO passerelle.source_case (${ROW}, opened_on) VALUES (${rowOf(personId(100 + at + 1))}, ${quoted(on)})`,
  ),
  ...world.linked.flatMap((linked, at) => [
    `INSERT INTO passerelle.source_person (${ROW}, source_updated_on) VALUES (${rowOf(personId(at + 1))}, ${quoted(world.updated[at])})`,
    `INSERT INTO passerelle.person_cluster VALUES ('${personId(at + 1)}', '${personId(900 + linked)}')`,
    ...(world.cases[at] === 0
      ? []
      : [
          `INSERT INTO passerelle.case_member VALUES ('${personId(at + 1)}', '${personId(100 + (world.cases[at] ?? 0))}')`,
        ]),
    ...(world.noted[at] == null
      ? []
      : [
          `INSERT INTO passerelle.noted_contact VALUES ('${personId(at + 1)}', ${quoted(world.noted[at])}, now(), 'T-1')`,
        ]),
  ]),
  ...world.acts.map(
    ([person, on], at) =>
      `INSERT INTO passerelle.professional_act (${ROW}, person_id, occurred_on) VALUES (${rowOf(personId(300 + at))}, '${personId(person)}', ${quoted(on)})`,
  ),
  ...world.aids.flatMap(([person, requested, decided, paid], at) => [
    `INSERT INTO passerelle.aid (${ROW}, person_id, requested_on) VALUES (${rowOf(aidId(at))}, '${personId(person)}', ${quoted(requested)})`,
    `INSERT INTO passerelle.aid_decision (aid_id, ordinal, decided_on, first_run) VALUES ('${aidId(at)}', 1, ${quoted(decided)}, 1)`,
    `INSERT INTO passerelle.aid_payment (aid_id, ordinal, paid_on, first_run) VALUES ('${aidId(at)}', 1, ${quoted(paid)}, 1)`,
  ]),
  ...world.requests.flatMap(([person, requested, moves], at) => [
    `INSERT INTO passerelle.aid_request (id, version, kind, status, person_id, recipient, requested_on, grant_id, created_at, changed_at)
     VALUES ('${personId(700 + at)}', 1, 'food', 'draft', '${personId(person)}', '21750001600019', ${quoted(requested)}, 'token/1', now(), now())`,
    ...moves.map(
      ([to, on, paidOn], version) =>
        `INSERT INTO passerelle.aid_request_move (aid_request_id, version, at, status, grant_id, paid_on)
         VALUES ('${personId(700 + at)}', ${String(version + 1)}, ${quoted(on)}::timestamp AT TIME ZONE 'Europe/Paris', '${to}', 'token/1', ${quoted(paidOn)})`,
    ),
  ]),
];

test('the last contact of the store is that of the guide, for the whole store and for one person', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const rule: FileRule = {
        contacts: {
          dates: ['professionalAct.occurredOn', 'aid.requestedOn', 'aid.outcome', 'aid.payment', 'case.openedOn'],
          otherwise: ['person.sourceUpdatedOn'],
          household: world.household,
        },
        period: `${String(PERIOD)} days`,
        announce: '30 days',
      };
      await store.database.transaction(async (client) => {
        await client.query(write(world).join(';\n'));
        const survey = await surveyFiles(client, rule, dayOf(TODAY));
        const { rows } = await client.query<{ id: string; day: string }>(
          'SELECT person_id::text AS id, due_on::text AS day FROM passerelle.retention_notice',
        );
        const announced = new Map(rows.map(({ id, day: on }) => [id, on]));
        await client.query(`UPDATE passerelle.retention_notice SET announced_on = announced_on - 31`);
        const undated = new Set<number>();
        for (const [at, linked] of world.linked.entries()) {
          const last = lastContact(world, at + 1);
          if (last === null) undated.add(linked);
          const dueOn = last === null ? null : dayOf(last + PERIOD);
          const soon = last !== null && last + PERIOD <= TODAY + 30;
          expect(announced.get(personId(at + 1)) ?? null).toBe(soon ? dueOn : null);
          const one = await findPeriod(client, rule, dayOf(TODAY), [personId(at + 1)]);
          expect(one).toEqual({
            lastContact: last === null ? null : dayOf(last),
            dueOn,
            over: last !== null && last + PERIOD < TODAY,
          });
          const due = await findDue(client, rule, dayOf(TODAY), [personId(at + 1)]);
          if (due.length > 0) expect(due.map(({ lastContact: on }) => on)).toEqual(due.map(() => dayOf(last ?? 0)));
          if (last === null || last + PERIOD >= TODAY) expect(due).toEqual([]);
        }
        expect(survey.undated['psa-07'] ?? 0).toBe(undated.size);
      });
    }),
    { numRuns: 60 },
  );
}, 60_000);
