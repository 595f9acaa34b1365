import { type FieldOracle, snake } from './expect-fields.js';
import type { FactCase, FactPerson, FactRecord, Facts } from './oracle-facts.js';
import type { OracleClient } from './policy-oracle.js';
import { toldOf } from './told-values.js';

type Json = Readonly<Record<string, unknown>>;
/** Every unified field that an answer about a case has. */
const CASE_FIELDS = [
  ...['openedOn', 'closedOn', 'familyContext', 'childrenCount', 'housingType', 'addressLine', 'postcode', 'town'],
  'addressExtra',
] as const;
const MEMBER = { given_name: 'givenNames', birth_year: 'birthDate', head_of_household: 'headOfHousehold' } as const;

/** What answers about cases may say. */
export class CaseOracle {
  constructor(
    private readonly fields: FieldOracle,
    private readonly facts: Facts,
  ) {}

  /** Everybody of a case, and whether the client sees them through it; null where the case is not there for the client. */
  seen(client: OracleClient, caseId: string): readonly FactPerson[] | null {
    const { policies } = this.fields;
    const members = this.facts.persons.filter(({ records }) => records.some((record) => record.caseId === caseId));
    const seen = members.filter((person) => policies.isSeen(client, person, caseId));
    const isHidden = members.some((person) => person.separated && !seen.includes(person));
    return seen.length === 0 || isHidden ? null : seen;
  }

  /** The cases of a person that show the person itself. */
  ofPerson(client: OracleClient, person: FactPerson): readonly string[] {
    const ids = [...new Set(person.records.flatMap(({ caseId }) => caseId ?? []))];
    return ids.filter((id) => this.seen(client, id)?.includes(person) === true).sort();
  }

  check(client: OracleClient, caseId: string, given: Json): void {
    const held = this.facts.cases.find(({ id }) => id === caseId)!;
    const seen = this.seen(client, caseId) ?? [];
    const { fields, members, ...rest } = given as Json & { readonly members: readonly Json[] };
    expect(rest).toEqual({
      case_id: caseId,
      side: 'legacy',
      as_of: this.facts.nights.get(held.site) ?? null,
      source: { system: held.system, site: held.site },
      recorded_on: held.night,
    });
    expect(Object.keys(fields as Json).sort()).toEqual(CASE_FIELDS.map(snake).sort());
    for (const field of CASE_FIELDS) this.checkField(client, held, seen, field, (fields as Json)[snake(field)] as Json);
    expect(members.map((member) => member['person_id']).sort()).toEqual(seen.map(({ id }) => id).sort());
    for (const person of seen) {
      const records = person.records.filter((record) => record.caseId === caseId);
      this.checkMember(
        client,
        caseId,
        person,
        records,
        members.find((one) => one['person_id'] === person.id)!,
      );
    }
  }

  private checkField(
    client: OracleClient,
    { id, row }: FactCase,
    seen: readonly FactPerson[],
    field: string,
    given: Json,
  ): void {
    const { policies } = this.fields;
    const all = seen.map((person) => policies.precision(client, person, 'case', field, id));
    const precision = all.includes('none') ? 'none' : (all[0] ?? 'none');
    const told = toldOf(policies, 'case', field, precision, row[snake(field)] ?? null);
    if (precision === 'none') expect([field, given]).toEqual([field, { status: 'withheld' }]);
    else if (told === null) expect([field, given]).toEqual([field, { status: 'unknown' }]);
    else {
      const { value, ...rest } = given;
      expect([field, rest]).toEqual([field, { status: 'known', precision }]);
      const isRight = this.fields.isTold(client.purpose, field, told, value);
      expect([field, value, told, isRight]).toEqual([field, value, told, true]);
    }
  }

  private checkMember(
    client: OracleClient,
    caseId: string,
    person: FactPerson,
    records: readonly FactRecord[],
    given: Json,
  ): void {
    expect(Object.keys(given).sort()).toEqual([...Object.keys(MEMBER), 'person_id', 'withheld'].sort());
    const withheld: string[] = [];
    for (const [member, field] of Object.entries(MEMBER)) {
      const precision = this.fields.policies.precision(client, person, 'person', field, caseId);
      const raws = records.flatMap(({ row }) => row[snake(field)] ?? []);
      if (precision !== 'full' && precision !== 'generalised') withheld.push(member);
      const isTold = raws.length > 0 && !withheld.includes(member);
      const possible = isTold ? raws.map((raw) => memberValue(member, raw)) : [null];
      expect([member, possible]).toEqual([member, expect.arrayContaining([given[member]])]);
    }
    expect([...(given['withheld'] as string[])].sort()).toEqual(withheld.sort());
  }
}

const memberValue = (member: string, raw: string): unknown => {
  if (member === 'given_name') return raw.split(/[\s,]+/)[0];
  return member === 'birth_year' ? Number(raw.slice(0, 4)) : raw === 'true';
};
