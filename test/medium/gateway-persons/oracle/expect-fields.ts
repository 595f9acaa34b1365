import type { FactPerson, Facts } from './oracle-facts.js';
import type { OracleClient, PolicyOracle, Precision } from './policy-oracle.js';
import { Pseudonyms, type Told, toldOf } from './told-values.js';

/** Every unified field that an answer about a person has; whatever else turns up has no rule and fails. */
export const PERSON_FIELDS = [
  ...['title', 'sex', 'birthName', 'usageName', 'givenNames', 'birthDate', 'maritalStatus', 'childrenCount'],
  ...['housingType', 'employmentStatus', 'educationLevel', 'addressLine', 'postcode', 'town'],
] as const;
const ADDRESS: readonly string[] = ['addressLine', 'postcode', 'town'];
const AGES: Readonly<Record<string, number>> = { employmentStatus: 16, maritalStatus: 18 };

export const snake = (name: string): string => name.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`);

type Json = Readonly<Record<string, unknown>>;
interface Candidate {
  readonly told: Told;
  readonly rest: Json;
}

/** What fields of a person may say: each value is that of one of its records, at the precision of the policies. */
export class FieldOracle {
  private readonly pseudonyms = new Pseudonyms();

  constructor(
    readonly policies: PolicyOracle,
    private readonly facts: Facts,
  ) {}

  /** @param all the fields of the answer, to know the birth date that it tells @param today YYYY-MM-DD */
  check(client: OracleClient, person: FactPerson, field: string, given: Json, born: Json | undefined): string {
    const precision = this.policies.ofPerson(client, person, field);
    if (precision === 'none') {
      expect([field, given]).toEqual([field, { status: 'withheld' }]);
      return 'withheld';
    }
    const all = this.candidates(person, field, precision);
    const possible = all.filter(({ told }) => told !== null);
    if (given['status'] !== 'known') {
      // Of several addresses one is chosen whole: it may lack what another one has.
      if (!(ADDRESS.includes(field) && all.length > 1)) expect([field, possible]).toEqual([field, []]);
      const status = isTooYoung(field, born) ? 'not_applicable' : 'unknown';
      expect([field, given]).toEqual([field, { status }]);
      return status;
    }
    const { status, precision: said, conflicts, ...chosen } = given as Json & { readonly conflicts: readonly Json[] };
    expect([field, status, said]).toEqual([field, 'known', precision]);
    for (const one of [chosen, ...conflicts]) this.checkSourced(client, field, one, possible);
    if (possible.length === 1) expect(conflicts).toEqual([]);
    return precision;
  }

  isTold(purpose: string, field: string, told: Told, value: unknown): boolean {
    if (told === null) return value === null;
    if ('value' in told) return told.value === value;
    return this.pseudonyms.isPseudonym(purpose, field, told.pseudonymOf, value);
  }

  private checkSourced({ purpose }: OracleClient, field: string, one: Json, possible: readonly Candidate[]): void {
    const { value, ...rest } = one;
    const same = possible.filter((each) => JSON.stringify(sorted(each.rest)) === JSON.stringify(sorted(rest)));
    expect([field, one, same.some(({ told }) => this.isTold(purpose, field, told, value))]).toEqual([field, one, true]);
  }

  /** What each record says of a field, with all that is told beside the value. */
  private candidates(person: FactPerson, field: string, precision: Precision): readonly Candidate[] {
    const column = snake(field);
    const own = person.records.flatMap((record) => {
      if (ADDRESS.includes(field) && !hasAddress(record.row))
        return this.borrowed(person, record.caseId, field, precision);
      const told = toldOf(this.policies, 'person', field, precision, record.row[column] ?? null);
      const source = { system: record.system, site: record.site };
      const rest = { source, as_of: record.night, rectified: false };
      return [field === 'birthDate' ? bornOf(told, rest, record.row, precision) : { told, rest }];
    });
    if (person.place === null || !ADDRESS.includes(field)) return own;
    const given = field === 'postcode' ? null : person.place[field as 'addressLine' | 'town'];
    const told = toldOf(this.policies, 'person', field, precision, given);
    const sources = person.records.map(({ system, site }) => ({ system, site }));
    return [
      ...own,
      ...sources.map((source) => ({ told, rest: { source, as_of: person.place?.day, rectified: true } })),
    ];
  }

  private borrowed(person: FactPerson, caseId: string | null, field: string, precision: Precision): Candidate[] {
    const lender = this.facts.cases.find(({ id }) => id === caseId);
    if (lender === undefined || person.separated || !hasAddress(lender.row)) return [];
    const told = toldOf(this.policies, 'person', field, precision, lender.row[snake(field)] ?? null);
    const source = { system: lender.system, site: lender.site };
    return [{ told, rest: { source, as_of: lender.night, rectified: false } }];
  }
}

const hasAddress = (row: Readonly<Record<string, string | null>>): boolean =>
  ADDRESS.some((field) => (row[snake(field)] ?? null) !== null);

/** A birth date is as long as it is known, and says how long that is; of its year alone nothing more is told. */
const bornOf = (told: Told, rest: Json, row: FactPerson['records'][number]['row'], precision: Precision): Candidate => {
  if (told === null || !('value' in told) || told.value === null) return { told, rest };
  if (precision === 'generalised') return { told, rest: { ...rest, date_precision: 'year' } };
  const known = row['birth_precision'];
  const length = known === 'year' ? 4 : known === 'month' ? 7 : 10;
  const century = row['birth_century_known'] ?? null;
  return {
    told: { value: (row['birth_date'] ?? '').slice(0, length) },
    rest: {
      ...rest,
      date_precision: length === 4 ? 'year' : length === 7 ? 'month' : 'day',
      ...(century === null ? {} : { century_known: century === 'true' }),
    },
  };
};

/** By a birth date that the answer itself tells whole. */
const isTooYoung = (field: string, born: Json | undefined): boolean => {
  const age = AGES[field];
  if (age === undefined || born?.['precision'] !== 'full' || born['century_known'] !== true) return false;
  const [year = '', ...rest] = `${String(born['value'])}-01-01`.slice(0, 10).split('-');
  return new Date().toISOString().slice(0, 10) < [String(Number(year) + age), ...rest].join('-');
};

const sorted = (given: Json): Json => Object.fromEntries(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)));
