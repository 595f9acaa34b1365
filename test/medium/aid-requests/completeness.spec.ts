import { join } from 'node:path';
import fc from 'fast-check';
import { type Caller, GatewayGround } from '../../support/gateway-ground.js';
import { importNight } from '../../support/link-harness.js';
import { generateNight, NIGHT } from '../../support/night-exports.js';

/*
 * Invariant 20 as a property: of two requests that differ in optional fields alone (those of the request, those of its moves,
 * and everything that the store knows of the person), each step is answered alike and both end in the same place.
 */
const SITE = 'psa-07';
const KINDS = ['emergencyRelief', 'food', 'housing', 'energy', 'transport', 'school', 'health'] as const;
const MOVES = {
  submitted: {},
  in_review: {},
  adjourned: { waiting_for: ['proofOfAddress'] },
  granted: { amount_cents: 4_000 },
  partly_granted: { amount_cents: 3_000, reason: 'otherAid' },
  refused: { reason: 'resourcesAbove' },
  appealed: {},
  paid: { amount_cents: 2_500 },
  cancelled: {},
} as const;
type Target = keyof typeof MOVES;

let ground: GatewayGround;
let caller: Caller;
let known: string;
let bare: string;

beforeAll(async () => {
  ground = await GatewayGround.open();
  const out = join(ground.installation.folder, 'exports');
  const night = await generateNight({ out, households: 6, seed: 20_020, sites: [SITE] });
  await importNight(ground.installation, night, NIGHT, SITE);
  const persons = await ground.installation.rows<{ id: string }>(
    `SELECT id::text FROM passerelle.source_person WHERE birth_date IS NOT NULL AND address_line IS NOT NULL ORDER BY id LIMIT 2`,
  );
  [known, bare] = persons.map(({ id }) => id) as [string, string];
  await ground.installation.rows(
    `UPDATE passerelle.source_person SET birth_name = NULL, usage_name = NULL, given_names = NULL, birth_date = NULL,
       birth_precision = NULL, birth_century_known = NULL, sex = NULL, marital_status = NULL, children_count = NULL,
       housing_type = NULL, employment_status = NULL, education_level = NULL, address_line = NULL, postcode = NULL, town = NULL
     WHERE id = $1`,
    [bare],
  );
  await ground.installation.rows('DELETE FROM passerelle.case_member WHERE person_id = $1', [bare]);
  const scopes = ['aid-requests:write', 'aid-requests:decide'];
  caller = await ground.caller({ purposes: ['aid_instruction'], scopes });
}, 60_000);
afterAll(() => ground.close());

const optional = fc.record(
  {
    site: fc.constantFrom(SITE, null),
    amount_cents: fc.oneof(fc.constantFrom(0, 3_000, 1_000_000_000, null), fc.nat(10_000)),
    requested_on: fc.constantFrom('1970-01-01', '2026-11-02', '2099-12-31', null),
  },
  { requiredKeys: [] },
);
const said = fc.record(
  { until: fc.constantFrom('2099-01-31', null), paid_on: fc.constantFrom('2026-12-01', null) },
  { requiredKeys: [] },
);
/** Who asks: somebody of whom much is known, somebody of whom nothing is, or a file on paper. */
const whom = fc.constantFrom('known', 'bare', 'paper');
const side = fc.record({ optional, said, whom });

const namesOf = (who: string): object => {
  if (who === 'paper') return { paper_reference: 'PAP-2026-20' };
  return { person_id: who === 'known' ? known : bare };
};

/** Sends a request down a way of moves. @returns status, code and where it may go, step by step */
const follow = async (
  kind: string,
  way: readonly Target[],
  one: { optional: object; said: { until?: unknown; paid_on?: unknown }; whom: string },
): Promise<unknown[]> => {
  const opened = await ground.ask(caller, 'POST', 'aid-requests', {
    body: { kind, ...namesOf(one.whom), ...one.optional },
  });
  const steps: unknown[] = [[opened.status, opened.json['code'], opened.json['allowed']]];
  let match = opened.headers.get('etag');
  for (const to of way) {
    const details = {
      ...(to === 'adjourned' && 'until' in one.said ? { until: one.said.until } : {}),
      ...(to === 'paid' && 'paid_on' in one.said ? { paid_on: one.said.paid_on } : {}),
    };
    const moved = await ground.ask(caller, 'POST', `aid-requests/${String(opened.json['id'])}/transitions`, {
      match,
      body: { to, ...MOVES[to], ...details },
    });
    match = moved.headers.get('etag') ?? match;
    steps.push([to, moved.status, moved.json['code'], moved.json['status'], moved.json['allowed']]);
  }
  return steps;
};

/** Ways that lead somewhere: chance alone is refused at its second step. Together they have every move. */
const SOUND: readonly (readonly Target[])[] = [
  ['submitted', 'granted', 'paid'],
  ['submitted', 'partly_granted', 'paid'],
  ['submitted', 'adjourned', 'in_review', 'refused', 'appealed', 'granted', 'paid'],
  ['submitted', 'adjourned', 'partly_granted', 'appealed', 'refused'],
  ['submitted', 'in_review', 'cancelled'],
];
const chance = fc.array(fc.constantFrom(...(Object.keys(MOVES) as Target[])), { minLength: 2, maxLength: 6 });

interface Ways {
  readonly way: string;
  readonly ways: fc.Arbitrary<readonly Target[]>;
  readonly isSound: boolean;
}
const ALL: readonly Ways[] = [
  ...SOUND.map((way) => ({ way: way.join(', '), ways: fc.constant(way), isSound: true })),
  { way: 'any moves', ways: chance, isSound: false },
];

test.each(ALL)(
  '$way: whatever optional is left out, a request is taken, moved and decided alike',
  async ({ ways, isSound }) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...KINDS), ways, side, side, async (kind, moves, one, other) => {
        const [told, same] = [await follow(kind, moves, one), await follow(kind, moves, other)];
        expect(told).toEqual(same);
        expect(told[0]).toEqual([201, undefined, ['submitted', 'cancelled']]);
        // A property over requests that go nowhere would say nothing.
        const statuses = (told.slice(1) as [string, number][]).map(([, status]) => status);
        if (isSound) expect(new Set(statuses)).toEqual(new Set([200]));
      }),
      { numRuns: 5 },
    );
  },
  60_000,
);
