import { addressOf, LinkedStore } from './linked-store.js';

interface Value {
  readonly values: Readonly<Record<string, string | null>> | null;
  readonly provenance: {
    readonly system: string;
    readonly sourceId: string;
    readonly run: string;
    readonly of: string;
  };
  readonly confirmedBy: readonly object[];
}
interface Shown {
  readonly personId: string;
  readonly sources: readonly object[];
  readonly attributes: Readonly<Record<string, Value & { readonly conflicts: readonly Value[] }>>;
}

let store: LinkedStore;
beforeAll(async () => {
  store = await LinkedStore.open(80, 77_312);
}, 120_000);
afterAll(() => store.close());

const show = async (named: string): Promise<Shown> => {
  const { code, stdout } = await store.say('persons', 'show', named, '--purpose', 'case_support', '--json');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Shown;
};

const COLUMNS: Readonly<Record<string, string>> = {
  birthName: 'birth_name',
  givenNames: 'given_names',
  birthDate: 'birth_date::text',
};

test('every value stands in the record that it is said to come from', async () => {
  const person = (await store.persons(3))[0];
  if (person === undefined) throw new Error('no person of three');
  const { attributes, sources } = await show(person[0]!.personId);
  expect(sources).toEqual(person.map(({ system, site, sourceId }) => ({ system, site, sourceId })));
  for (const [attribute, column] of Object.entries(COLUMNS)) {
    const { values, provenance, conflicts, confirmedBy } = attributes[attribute]!;
    const { id } = person.find(
      ({ system, sourceId }) => `${system} ${sourceId}` === `${provenance.system} ${provenance.sourceId}`,
    )!;
    const rows = await store.installation.rows<{ value: string; run: string }>(
      `SELECT ${column} AS value, 'R' || last_run AS run FROM passerelle.source_person WHERE id = $1`,
      [id],
    );
    expect([{ value: values?.[attribute], run: provenance.run }]).toEqual(rows);
    const said = 1 + confirmedBy.length + conflicts.reduce((sum, one) => sum + 1 + one.confirmedBy.length, 0);
    const { n } = (
      await store.installation.rows<{ n: number }>(
        `SELECT count(${column})::int AS n FROM passerelle.source_person WHERE id = ANY ($1::uuid[])`,
        [person.map((member) => member.id)],
      )
    )[0]!;
    expect(said).toBe(n);
  }
});

test('any source person names the person, by id or by its address', async () => {
  const person = (await store.persons(2))[0]!;
  const first = await show(person[0]!.personId);
  for (const member of person) {
    expect(await show(member.id)).toEqual(first);
    expect(await show(addressOf(member))).toEqual(first);
  }
});

test('some persons have conflicts, and they are visible in the table too', async () => {
  for (const person of await store.persons(2)) {
    const { attributes } = await show(person[0]!.personId);
    if (Object.values(attributes).every(({ conflicts }) => conflicts.length === 0)) continue;
    const { stdout } = await store.say('persons', 'show', person[0]!.personId, '--purpose', 'case_support');
    expect(stdout).toContain('≠');
    return;
  }
  throw new Error('nobody has a conflict');
});

test('the address is taken from one record as a whole, that of the case where the person has none', async () => {
  const seen = new Set<string>();
  for (const person of await store.persons(2)) {
    const { values, provenance } = (await show(person[0]!.personId)).attributes['address']!;
    if (values === null) continue;
    seen.add(provenance.of);
    const rows = await store.installation.rows<{ addressLine: string | null }>(
      `SELECT address_line AS "addressLine", postcode, town FROM passerelle.source_${provenance.of}
       WHERE source_key = $1 AND address_line IS NOT DISTINCT FROM $2`,
      [provenance.sourceId, values['addressLine']],
    );
    expect(rows).toContainEqual(values);
    if (seen.size === 2) return;
  }
  expect(seen.size).toBeGreaterThan(0);
});

test.each(['nobody', '00000000-0000-4000-8000-000000000000', 'coordin/psa-07/NOBODY-7731'])(
  'who is not there is not found, and the message does not repeat the name (%s)',
  async (named) => {
    const { code, stdout, stderr } = await store.say('persons', 'show', named, '--purpose', 'case_support');
    expect([1, 2]).toContain(code);
    expect(stdout).toBe('');
    expect(stderr).not.toContain('NOBODY');
  },
);
