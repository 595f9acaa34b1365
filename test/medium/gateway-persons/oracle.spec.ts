import fc from 'fast-check';
import { parse } from 'yaml';
import type { AccessRequest, AccessSubject, SubjectState } from '#libs/minimiser';
import { promised } from '../../../libs/minimiser/src/testing/access-oracle.js';
import { smallPolicies } from '../../../libs/minimiser/src/testing/small-policies.js';
import { PersonsWorld, SITE } from './persons-world.js';

/*
 * The access oracle, asked through HTTP: a gateway with the purposes that the oracle was written for, in front of a site
 * that was really imported. Persons are put into every state, and separated; clients differ in purpose and sites.
 */
const PURPOSES = ['support', 'aid', 'rights'] as const;
const RECIPIENT = { support: 'workers', aid: 'office', rights: 'office' } as const;
const FIELDS = { usage_name: 'usageName', birth_date: 'birthDate', postcode: 'postcode' } as const;
const SITES = ['all', [SITE], ['psa-93'], ['psa-99'], [SITE, 'psa-93']] as const;
const GIVEN_SITE = 'psa-93';

interface Known {
  readonly id: string;
  readonly subject: AccessSubject;
}

let world: PersonsWorld;
const persons: Known[] = [];

type Named = Record<string, Record<string, unknown>>;
const scopes = ['persons:read', 'cases:read'];

/** The packaged policies with the oracle's purposes beside their own: no category names them, and these fields alone do. */
const addFields = (text: string): string => {
  const document = parse(text) as { fields: Record<string, Named> };
  const whole = { support: 'full', aid: 'full', rights: 'full' };
  const part = { ...whole, aid: 'generalised' };
  for (const [entity, field, purposes] of [
    ['person', 'usageName', whole],
    ['person', 'birthDate', part],
    ['person', 'postcode', part],
    // An address may be the case's: both must allow it.
    ['case', 'postcode', part],
    ['case', 'familyContext', { support: 'full' }],
  ] as const) {
    const known = document.fields[entity]?.[field] ?? {};
    known['purposes'] = { ...(known['purposes'] ?? {}), ...purposes };
  }
  return JSON.stringify(document);
};
const addPurposes = (text: string): string => {
  const document = parse(text) as { recipients: Named; purposes: Named };
  const { recipients, purposes } = smallPolicies.purposes;
  Object.assign(document.recipients, recipients);
  for (const [name, purpose] of Object.entries(purposes)) {
    document.purposes[name] = { ...purpose, legalBasis: 'publicTask' };
  }
  return JSON.stringify(document);
};
const addScopes = (text: string): string => {
  const document = parse(text) as { purposes: Record<string, readonly string[]> };
  for (const purpose of PURPOSES) document.purposes[purpose] = scopes;
  return JSON.stringify(document);
};

beforeAll(async () => {
  world = await PersonsWorld.open();
  await world.site.separate();
  await world.gateway('main', {
    'policies/fields.yml': addFields,
    'policies/purposes.yml': addPurposes,
    'gateway.yml': addScopes,
  });
  const separated = await world.rows<{ id: string; cases: string[] }>(
    `SELECT person_id::text AS id, array_agg(separation_id::text) AS cases FROM passerelle.separated_person GROUP BY 1`,
  );
  const plain: { id: string; sourceIds: readonly string[] }[] = [];
  for (const person of await world.persons()) {
    const from = separated.filter(({ id }) => person.sourceIds.includes(id)).flatMap(({ cases }) => cases);
    if (from.length === 0) plain.push(person);
    else persons.push({ id: person.id, subject: { sites: [GIVEN_SITE], state: 'present', separatedFrom: from } });
  }
  const states: SubjectState[] = ['present', 'restricted', 'archived', 'archived-restricted', 'present', 'present'];
  for (const [at, { id, sourceIds }] of plain.entries()) {
    const state = states[at % states.length] ?? 'present';
    // Any record of the person, so that the state of the whole is what counts.
    const record = sourceIds.at(-1);
    if (state.endsWith('restricted')) {
      await world.rows('INSERT INTO passerelle.restricted_person (person_id, at) VALUES ($1, now())', [record]);
    }
    if (state.startsWith('archived')) {
      await world.rows(
        `INSERT INTO passerelle.retention_hold (person_id, ground, until, at, archived_on, incident)
         VALUES ($1, 'appeal', '2099-01-01', now(), '2026-01-01', 'DPO-1')`,
        [record],
      );
    }
    persons.push({ id, subject: { sites: [SITE], state, separatedFrom: [] } });
  }
}, 120_000);
afterAll(() => world.close());

test('for clients, purposes and persons, every field of every answer is what the oracle says', async () => {
  expect(persons.some(({ subject }) => subject.separatedFrom.length > 0)).toBe(true);
  const met = { seen: 0, hidden: 0, withheld: 0, known: 0 };
  const draw = fc.record({
    purpose: fc.constantFrom(...PURPOSES),
    sites: fc.constantFrom(...SITES),
    known: fc.constantFrom(...persons),
  });
  await fc.assert(
    fc.asyncProperty(draw, async ({ purpose, sites, known: { id, subject } }) => {
      const recipient = RECIPIENT[purpose];
      const grant = { id: 'x', purposes: [purpose], sites, recipients: [recipient], expires: null };
      const request: AccessRequest = { purpose, grant, recipient, now: new Date().toISOString(), throughCase: null };
      const answer = await world.ask(`persons/${id}`, { purpose, sites, scopes });
      const told = Object.entries(FIELDS).map(
        ([wire, name]) => [wire, promised(request, subject, `person.${name}`)] as const,
      );
      // Stricter than the oracle: a separated person is nobody for a grant of all sites that may not know where they are.
      const isNobody = subject.separatedFrom.length > 0 && purpose === 'aid' && sites === 'all';
      if (isNobody || told.every(([, precision]) => precision === 'none')) {
        met.hidden += 1;
        expect([answer.status, answer.json['code']]).toEqual([404, 'person.unknown-here']);
        return;
      }
      met.seen += 1;
      expect(answer.status).toBe(200);
      const shown = answer.json['fields'] as Readonly<
        Record<string, { status: string; precision?: string; value?: string }>
      >;
      for (const [name, field] of Object.entries(shown)) {
        const precision = told.find(([wire]) => wire === name)?.[1] ?? 'none';
        if (precision === 'none') {
          met.withheld += 1;
          expect(field).toEqual({ status: 'withheld' });
        } else if (field.status === 'known') {
          met.known += 1;
          expect(field.precision).toBe(precision);
          if (precision === 'generalised' && name === 'birth_date') expect(field.value).toMatch(/^\d{4}$/);
          if (precision === 'generalised' && name === 'postcode')
            expect(field.value).toMatch(/^\d{2,3}$|^(75|69|13)\d{3}$/);
        } else expect(['unknown', 'not_applicable']).toContain(field.status);
      }
    }),
    { numRuns: 200 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(10);
}, 120_000);
