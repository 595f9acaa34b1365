import { compilePolicies } from '../policy/policy-book.js';
import { promised } from '../testing/access-oracle.js';
import { smallPolicies } from '../testing/small-policies.js';
import type { AccessRequest, AccessSubject, SubjectState } from './access-request.js';
import { type AccessReason, decideAccess } from './decide-access.js';

const book = compilePolicies(smallPolicies);
const NOW = '2026-11-22T08:00:00Z';
const request: AccessRequest = {
  purpose: 'aid',
  grant: {
    id: 'console',
    purposes: ['aid', 'support', 'count', 'rights'],
    sites: 'all',
    recipients: ['office', 'workers'],
    expires: null,
  },
  recipient: 'office',
  now: NOW,
  throughCase: null,
};
const subject: AccessSubject = { sites: ['psa-07'], state: 'present', separatedFrom: [] };
const grant = request.grant!;

/** xorshift32: cases are the same on every machine, and a failing one is found again by its number. */
const draws = (seed: number) => {
  let state = seed;
  const below = (n: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return { one, some: <T>(list: readonly T[]): T[] => list.filter(() => below(2) === 0) };
};

const PURPOSES = ['support', 'aid', 'rights', 'count'];
const FIELDS = [
  'person.usageName',
  'person.birthDate',
  'person.postcode',
  'person.telephone',
  'person.toString',
  'case.familyContext',
  'aid.nature',
  'constructor.name',
];
const INSTANTS = ['2026-11-22T07:59:59Z', NOW, '2026-11-22T09:00:00+02:00', '2027-01-01', 'tomorrow'];

const anyCase = (seed: number): [AccessRequest, AccessSubject, string] => {
  const { one, some } = draws(seed);
  // Most cases lack one thing at most: all random at once, hardly any would be permitted.
  const odd = one(['none', 'none', 'purpose', 'grant', 'recipient', 'site', 'state', 'case', 'separation', 'all']);
  const is = (what: string): boolean => odd === what || odd === 'all';
  const asked: AccessRequest = {
    purpose: is('purpose') ? one([null, '', 'telemarketing', '__proto__', ...PURPOSES]) : one(PURPOSES),
    grant: is('grant')
      ? one([
          null,
          {
            ...grant,
            purposes: some(PURPOSES),
            expires: one([null, ...INSTANTS]),
            recipients: some(['office', 'workers']),
          },
        ])
      : { ...grant, sites: is('site') ? some(['psa-07', 'ssdp-19', 'epi-3']) : 'all' },
    recipient: is('recipient') ? one([null, '', 'landlord', 'office', 'workers']) : one(['office', 'workers']),
    now: NOW,
    throughCase: is('case') ? one([null, 'c1', 'c2']) : null,
  };
  const whom: AccessSubject = {
    sites: some(['psa-07', 'ssdp-19']),
    state: is('state')
      ? one<SubjectState>([
          ...(['present', 'withheld', 'erased', 'restricted', 'archived', 'archived-restricted'] as const),
          'sealed' as SubjectState,
        ])
      : 'present',
    separatedFrom: is('separation') || is('case') ? some(['c1', 'c3']) : [],
  };
  return [asked, whom, one(FIELDS)];
};

test('the decision is what the guide promises, in 200,000 cases', () => {
  const met = new Map<string, number>();
  for (let seed = 1; seed <= 200_000; seed += 1) {
    const [asked, whom, name] = anyCase(seed * 2_654_435_761);
    const [entity = '', field = ''] = name.split('.');
    const { precision, reason } = decideAccess(book, asked, whom, entity, field);
    if (precision !== promised(asked, whom, name))
      throw new Error(`case ${seed}: ${JSON.stringify([asked, whom, name, precision, reason])}`);
    met.set(reason, (met.get(reason) ?? 0) + 1);
  }
  // Every rule was reached, and often enough to mean something.
  expect([...met.keys()].sort()).toEqual(REASONS);
  expect(Math.min(...met.values())).toBeGreaterThan(100);
  expect(met.get('permitted')).toBeGreaterThan(10_000);
});

const REASONS: readonly AccessReason[] = [
  'field.not-for-purpose',
  'grant.expired',
  'grant.missing',
  'grant.purpose',
  'grant.recipient',
  'grant.site',
  'permitted',
  'purpose.aggregates-only',
  'purpose.missing',
  'purpose.unknown',
  'recipient.missing',
  'recipient.of-purpose',
  'subject.address-protected',
  'subject.archived',
  'subject.erased',
  'subject.restricted',
  'subject.separated',
  'subject.withheld',
];

test.each<[string, Partial<AccessRequest>, Partial<AccessSubject>, AccessReason]>([
  ['no purpose', { purpose: null }, {}, 'purpose.missing'],
  ['a purpose that only counts', { purpose: 'count' }, {}, 'purpose.aggregates-only'],
  ['a grant that ends this instant', { grant: { ...grant, expires: NOW } }, {}, 'grant.expired'],
  ['a grant whose end nobody can read', { grant: { ...grant, expires: 'soon' } }, {}, 'grant.expired'],
  ['no site of the person', { grant: { ...grant, sites: ['epi-3'] } }, {}, 'grant.site'],
  [
    'a way through the former household',
    { purpose: 'support', recipient: 'workers', throughCase: 'c1' },
    { separatedFrom: ['c1'] },
    'subject.separated',
  ],
  ['the address of a separated person', {}, { separatedFrom: ['c1'] }, 'subject.address-protected'],
])('%s is forbidden', (_story, asked, whom, reason) => {
  const decision = decideAccess(book, { ...request, ...asked }, { ...subject, ...whom }, 'person', 'postcode');
  expect(decision).toEqual({ precision: 'none', reason });
});

test('what is allowed comes at the precision of the purpose', () => {
  expect(decideAccess(book, request, subject, 'person', 'birthDate').precision).toBe('generalised');
  expect(decideAccess(book, request, subject, 'person', 'usageName').precision).toBe('full');
});
