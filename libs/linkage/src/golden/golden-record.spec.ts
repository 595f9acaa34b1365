import fc from 'fast-check';
import { goldenRecord } from './golden-record.js';
import { compileGoldenRules, type GoldenDocument, type Preference } from './golden-rules.js';
import type { GoldenSource, Provenance } from './golden-source.js';

const document = (prefer: readonly Preference[], sites: Record<string, readonly string[]> = {}): GoldenDocument => ({
  golden: 'person',
  version: 1,
  systemOfRecord: { order: ['coordin', '4d', 'tipi'], sites },
  attributes: {
    given: { kind: 'name', of: ['givenNames'], prefer },
    birth: { kind: 'date', of: ['birthDate', 'birthPrecision', 'birthCenturyKnown'], prefer },
    address: { kind: 'text', of: ['addressLine', 'postcode', 'town'], prefer },
    housing: { kind: 'code', of: ['housingType'], prefer },
  },
});

const source = (
  system: string,
  values: GoldenSource['values'],
  provenance: Partial<Provenance> = {},
  id = system,
): GoldenSource => ({
  id,
  values,
  provenance: {
    ...{ system, site: 'psa-07', sourceId: `${system}-${id}`, of: 'person', run: 'R1', night: '2026-11-20' },
    ...{ updatedOn: null, absent: false },
    ...provenance,
  },
});

const field = (attribute: string, prefer: readonly Preference[], ...sources: readonly GoldenSource[]) => {
  const rules = compileGoldenRules(document(prefer));
  const found = goldenRecord(rules, sources).find((one) => one.attribute === attribute);
  if (found === undefined) throw new Error('no such attribute');
  return found;
};

const given = (text: string | null) => ({ givenNames: text });
const born = (date: string, precision = 'day', known = 'true') => ({
  ...{ birthDate: date, birthPrecision: precision },
  birthCenturyKnown: known,
});
const lives = (addressLine: string | null, postcode: string | null, town: string | null) => ({
  ...{ addressLine, postcode },
  town,
});

describe('precedence', () => {
  const old = { updatedOn: '2020-01-01' };
  const fresh = { updatedOn: '2026-01-01' };
  it.each<[string, readonly Preference[], string, readonly GoldenSource[], string]>([
    [
      'the freshest',
      ['freshest'],
      'given',
      [source('coordin', given('Anne'), old), source('tipi', given('Anna'), fresh)],
      'tipi',
    ],
    [
      'a known date of change before an unknown one',
      ['freshest'],
      'given',
      [source('coordin', given('Anne')), source('tipi', given('Anna'), old)],
      'tipi',
    ],
    [
      'what is present before what is absent',
      ['freshest'],
      'given',
      [source('coordin', given('Anne'), { ...fresh, absent: true }), source('tipi', given('Anna'), old)],
      'tipi',
    ],
    [
      'the later night where no source says when',
      ['freshest'],
      'given',
      [source('coordin', given('Anne')), source('tipi', given('Anna'), { night: '2026-11-21' })],
      'tipi',
    ],
    [
      'the system of record',
      ['systemOfRecord'],
      'given',
      [source('tipi', given('Anna'), fresh), source('coordin', given('Anne'), old)],
      'coordin',
    ],
    [
      'the name with most words',
      ['mostComplete'],
      'given',
      [source('coordin', given('Marie')), source('tipi', given('Marie Claire'))],
      'tipi',
    ],
    [
      'a whole name before an initial',
      ['mostComplete'],
      'given',
      [source('coordin', given('M')), source('tipi', given('Marie'))],
      'tipi',
    ],
    [
      'the most precise date',
      ['mostPrecise'],
      'birth',
      [source('coordin', born('1975-01-01', 'year')), source('tipi', born('1975-03-12'))],
      'tipi',
    ],
    [
      'a known century before an unknown one',
      ['mostPrecise'],
      'birth',
      [source('coordin', born('1975-03-12', 'day', 'false')), source('tipi', born('1975-03-12'))],
      'tipi',
    ],
    [
      'the next preference where the first does not tell',
      ['mostPrecise', 'freshest'],
      'birth',
      [source('coordin', born('1975-03-12'), old), source('tipi', born('1975-12-03'), fresh)],
      'tipi',
    ],
    [
      'the order of systems where no preference tells',
      ['freshest'],
      'given',
      [source('tipi', given('Anna')), source('4d', given('Anne'))],
      '4d',
    ],
    [
      'a known system before an unknown one',
      ['systemOfRecord'],
      'given',
      [source('other', given('A')), source('tipi', given('B'))],
      'tipi',
    ],
  ])('prefers %s', (_story, prefer, attribute, sources, winner) => {
    expect(field(attribute, prefer, ...sources).chosen?.provenance.system).toBe(winner);
    expect(field(attribute, prefer, ...[...sources].reverse()).chosen?.provenance.system).toBe(winner);
  });

  it('asks the site of the record which system it believes', () => {
    const rules = compileGoldenRules(document(['systemOfRecord'], { 'epi-12': ['tipi'] }));
    const sources = [
      source('coordin', given('Anne'), { site: 'epi-12' }),
      source('tipi', given('Anna'), { site: 'epi-12' }),
    ];
    expect(goldenRecord(rules, sources)[0]?.chosen?.provenance.system).toBe('tipi');
  });
});

describe('what other records say', () => {
  it('is a confirmation where it is the same but for case, accents and hyphens', () => {
    const { chosen, conflicts } = field(
      'given',
      [],
      source('coordin', given('Jean-Rémi')),
      source('tipi', given('JEAN REMI')),
    );
    expect([chosen?.values, chosen?.confirmedBy.map(({ system }) => system), conflicts]).toEqual([
      { givenNames: 'Jean-Rémi' },
      ['tipi'],
      [],
    ]);
  });

  it('is a conflict with its provenance where it differs, equal ones told once', () => {
    const sources = [
      source('coordin', given('Anne')),
      source('tipi', given('Anna'), {}, 'tipi-1'),
      source('tipi', given('ANNA'), { site: 'epi-12' }, 'tipi-2'),
    ];
    const { chosen, conflicts } = field('given', ['systemOfRecord'], ...sources);
    expect(chosen?.values).toEqual({ givenNames: 'Anne' });
    expect(conflicts.map((one) => [one.values, one.provenance.site, one.confirmedBy.map(({ site }) => site)])).toEqual([
      [{ givenNames: 'Anna' }, 'psa-07', ['epi-12']],
    ]);
  });

  it('is no conflict where it says less, and is one where it says more', () => {
    const [full, town] = [lives('3 rue Haute', '75011', 'PARIS'), lives(null, null, 'Paris')];
    expect(field('address', ['mostComplete'], source('coordin', town), source('tipi', full)).conflicts).toEqual([]);
    const fresher = field('address', ['systemOfRecord'], source('coordin', town), source('tipi', full));
    expect(fresher.conflicts.map(({ values }) => values)).toEqual([full]);
  });

  it('is no conflict where it is some of the given names, and is one where it is more of them', () => {
    const [all, first] = [given('Denis Éric'), given('DENIS')];
    expect(field('given', ['mostComplete'], source('coordin', first), source('tipi', all)).conflicts).toEqual([]);
    const shorter = field('given', ['systemOfRecord'], source('coordin', first), source('tipi', all));
    expect(shorter.conflicts.map(({ values }) => values)).toEqual([all]);
  });

  it('a year is confirmed by a day of it, another year is not', () => {
    const day = source('coordin', born('1975-03-12'));
    expect(field('birth', [], day, source('tipi', born('1975-01-01', 'year'))).conflicts).toEqual([]);
    expect(field('birth', [], day, source('tipi', born('2075-01-01', 'year', 'false'))).conflicts).toEqual([]);
    expect(field('birth', [], day, source('tipi', born('1976-01-01', 'year'))).conflicts).toHaveLength(1);
  });

  it.each([
    ['a missing value', 'given', given(null)],
    ['a placeholder', 'given', given('INCONNU')],
    ['a code for not known', 'housing', { housingType: 'unknown' }],
  ])('is nothing where it is %s', (_story, attribute, values) => {
    expect(field(attribute, [], source('coordin', values))).toEqual({ attribute, chosen: null, conflicts: [] });
  });
});

describe('what a person had rectified', () => {
  const mended = (values: GoldenSource['values'], at: string, id = 'mended') =>
    source('tipi', values, { rectified: { at, incident: 'DPO-1' } }, id);

  it('outranks every record, which stay beside it as they are', () => {
    const { chosen, conflicts } = field(
      'given',
      ['mostComplete', 'systemOfRecord'],
      source('coordin', given('Marie Claire')),
      source('tipi', given('Maryse')),
      mended(given('Marion'), '2026-11-20T10:00:00.000Z'),
    );
    expect([chosen?.values, chosen?.provenance.rectified?.incident]).toEqual([{ givenNames: 'Marion' }, 'DPO-1']);
    expect(conflicts.map(({ values }) => values)).toEqual([given('Marie Claire'), given('Maryse')]);
  });

  it('counts by its latest word where two records of the person were rectified apart', () => {
    const [early, late] = [
      mended(given('Anne'), '2026-11-20T10:00:00.000Z', 'a'),
      mended(given('Annie'), '2026-11-21T10:00:00.000Z', 'b'),
    ];
    expect(field('given', [], early, late).chosen?.values).toEqual(given('Annie'));
    expect(field('given', [], late, early).chosen?.values).toEqual(given('Annie'));
  });

  it('can be that it is not known, and says nothing about other fields', () => {
    const sources = [
      source('coordin', { ...given('Anne'), housingType: 'hotel' }),
      mended({ housingType: 'unknown' }, '2026'),
    ];
    const housing = field('housing', [], ...sources);
    expect([housing.chosen?.values, housing.conflicts.length]).toEqual([{ housingType: 'unknown' }, 1]);
    expect(field('given', [], ...sources).chosen?.provenance.rectified).toBeUndefined();
  });
});

it('takes an address from one record, never a street from here and a town from there', () => {
  const { chosen } = field(
    'address',
    ['freshest'],
    source('coordin', lives('3 rue Haute', '75011', null)),
    source('tipi', lives(null, null, 'Lyon')),
  );
  expect(chosen?.values).toEqual(lives('3 rue Haute', '75011', null));
});

it('is the same whatever the order of the records', () => {
  const values = fc.record({
    givenNames: fc.constantFrom(null, 'Anne', 'ANNE', 'Anna', 'A'),
    birthDate: fc.constantFrom(null, '1975-03-12', '1975-01-01'),
    birthPrecision: fc.constantFrom('day', 'year'),
    town: fc.constantFrom(null, 'Paris', 'Lyon'),
  });
  const sources = fc.uniqueArray(fc.tuple(fc.nat(9), fc.constantFrom('coordin', '4d', 'tipi'), values), {
    selector: ([id]) => id,
    maxLength: 6,
  });
  const rules = compileGoldenRules(document(['mostComplete', 'freshest']));
  fc.assert(
    fc.property(sources, fc.infiniteStream(fc.nat()), (drawn, random) => {
      const made = drawn.map(([id, system, value]) => source(system, value, {}, String(id)));
      const shuffled = made
        .map((one) => ({ one, at: random.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(goldenRecord(rules, shuffled)).toEqual(goldenRecord(rules, made));
    }),
  );
});
