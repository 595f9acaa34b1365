import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Answer } from '../persons-world.js';
import { AidOracle } from './expect-aids.js';
import { CaseOracle } from './expect-cases.js';
import { FieldOracle, PERSON_FIELDS, snake } from './expect-fields.js';
import type { FactPerson, FactRequest, Facts } from './oracle-facts.js';
import type { OracleClient, PolicyOracle } from './policy-oracle.js';

type Json = Readonly<Record<string, unknown>>;
interface Text {
  readonly en: string;
  readonly fr: string;
}

const AIDS = parse(readFileSync(join('config', 'aids.yml'), 'utf8')) as {
  readonly form: { readonly person: readonly string[] };
  readonly contract: readonly string[];
  readonly texts: Readonly<Record<string, Text>>;
  readonly kinds: Readonly<Record<string, { readonly requires: readonly { field: string; text: string }[] }>>;
};
const ON_A_FORM = 20;

/** What each answer of the gateway about a person must be. A member that has no rule here fails the test. */
export class AnswerOracle {
  readonly cases: CaseOracle;
  readonly aids: AidOracle;
  /** How often what was met: a property that meets nothing proves nothing. */
  readonly met: Record<string, number> = {};
  private readonly fields: FieldOracle;

  constructor(
    private readonly policies: PolicyOracle,
    private readonly facts: Facts,
  ) {
    this.fields = new FieldOracle(policies, facts);
    this.cases = new CaseOracle(this.fields, facts);
    this.aids = new AidOracle(policies, facts);
  }

  person(client: OracleClient, person: FactPerson, answer: Answer): void {
    if (this.isRefused(client, 'persons:read', this.isSeen(client, person), 'person.unknown-here', answer)) return;
    const { fields, sources, ...rest } = answer.json as Json & { readonly fields: Readonly<Record<string, Json>> };
    const restricted = person.restricted ? 'restricted' : 'present';
    const state = person.archived ? (person.restricted ? 'archived-restricted' : 'archived') : restricted;
    expect(rest).toEqual({ ...this.head(person), purpose: client.purpose, state });
    const own = person.records.map(({ system, site }) => `${system}/${site}`);
    const told = (sources as Json[]).map((source) => {
      expect(Object.keys(source).sort()).toEqual(['site', 'system']);
      return `${String(source['system'])}/${String(source['site'])}`;
    });
    expect(told.sort()).toEqual([...new Set(own)].sort());
    expect(Object.keys(fields).sort()).toEqual(PERSON_FIELDS.map(snake).sort());
    for (const field of PERSON_FIELDS) this.field(client, person, field, fields[snake(field)]!, fields['birth_date']);
  }

  casesOf(client: OracleClient, person: FactPerson, answer: Answer): void {
    if (this.isRefused(client, 'cases:read', this.isSeen(client, person), 'person.unknown-here', answer)) return;
    const { cases, ...rest } = answer.json as Json & { readonly cases: readonly Json[] };
    expect(rest).toEqual(this.head(person));
    expect(cases.map((one) => one['case_id']).sort()).toEqual(this.cases.ofPerson(client, person));
    for (const one of cases) this.cases.check(client, String(one['case_id']), one);
    this.count('cases', cases.length);
  }

  caseById(client: OracleClient, caseId: string, answer: Answer): void {
    const seen = this.cases.seen(client, caseId);
    if (this.isRefused(client, 'cases:read', seen !== null, 'case.unknown-here', answer)) return;
    this.cases.check(client, caseId, answer.json);
    this.count(seen?.some(({ separated }) => separated) === true ? 'protected cases' : 'cases');
  }

  /** @param kind of aid; null for the contract */
  form(client: OracleClient, person: FactPerson, kind: string | null, answer: Answer): void {
    if (this.isRefused(client, 'forms:read', this.isSeen(client, person), 'person.unknown-here', answer)) return;
    const { fields, missing, filled_share, household_size, past_aids, ...rest } = answer.json as Json &
      Readonly<Record<'fields' | 'missing', readonly Json[]>>;
    const form = kind === null ? 'engagement_contract' : 'single_form';
    expect(rest).toEqual({ ...this.head(person), purpose: client.purpose, form, aid: kind });
    const names = kind === null ? AIDS.contract : AIDS.form.person;
    const texts = new Map(AIDS.kinds[kind ?? '']?.requires.map(({ field, text }) => [field, AIDS.texts[text]!]));
    expect(fields.map(({ name }) => name)).toEqual(names.map(snake));
    const born = fields.find(({ name }) => name === 'birth_date')?.['known'] as Json;
    for (const [at, name] of names.entries()) {
      const { known, state, ...more } = fields[at]!;
      this.field(client, person, name, known as Json, born);
      const { status } = known as Json;
      expect(state).toBe(status === 'known' ? 'filled' : status);
      expect(more).toEqual({ name: snake(name), required_by: texts.get(name) ?? null });
    }
    const unknown = fields.filter(({ state }) => state === 'unknown');
    expect(missing).toEqual(unknown.map(({ name, required_by }) => ({ name, required_by })));
    const filled = fields.filter(({ state }) => state === 'filled').length;
    const asked = filled + unknown.length;
    expect(filled_share).toBe(asked === 0 ? 1 : Math.round((filled / asked) * 100) / 100);
    expect(household_size).toEqual(this.household(client, person));
    const past = past_aids as Json & { readonly aids: readonly Json[] };
    expect(Object.keys(past).sort()).toEqual(['aids', 'more', 'withheld']);
    const next = this.aids.checkList(client, person, ON_A_FORM, past.aids, past['withheld']);
    expect(past['more']).toBe(next !== null);
  }

  history(client: OracleClient, person: FactPerson, limit: number, answer: Answer): void {
    const isSeen = this.isSeen(client, person);
    if (this.isRefused(client, 'aid-requests:write', isSeen, 'person.unknown-here', answer)) return;
    const { aids, withheld, next, ...rest } = answer.json as Json & { readonly aids: readonly Json[] };
    expect(rest).toEqual({ person_id: person.id });
    const cursor = this.aids.checkList(client, person, limit, aids, withheld);
    expect(typeof next === 'string' ? Buffer.from(next, 'base64url').toString() : next).toBe(cursor);
    this.count('aids', aids.length);
  }

  request(client: OracleClient, person: FactPerson, request: FactRequest, answer: Answer): void {
    const isSeen = this.aids.isRequestSeen(client, person, request);
    if (this.isSeen(client, person) && !isSeen && request.row['kind'] === 'health') this.count('sensitive and hidden');
    if (this.isRefused(client, 'aid-requests:write', isSeen, 'aid-request.unknown', answer)) return;
    expect(answer.json).toEqual(this.aids.request(client, person, request));
    this.count(request.row['kind'] === 'health' ? 'sensitive and shown' : 'requests');
  }

  private isSeen(client: OracleClient, person: FactPerson): boolean {
    return this.policies.isSeen(client, person);
  }

  private field(client: OracleClient, person: FactPerson, field: string, given: Json, born: Json | undefined): void {
    this.count(this.fields.check(client, person, field, given, born));
  }

  /** What answers about a person begin with: no site of these is spoken for by the unified file. */
  private head({ id, records }: FactPerson): Json {
    const nights = records.map(({ site }) => this.facts.nights.get(site) ?? null);
    return { person_id: id, side: 'legacy', as_of: nights.includes(null) ? null : nights.sort()[0] };
  }

  private household(client: OracleClient, person: FactPerson): Json {
    const precision = this.policies.precision(client, person, 'case', 'familyContext');
    if (precision !== 'full') return { status: 'withheld', value: null };
    const sizes = this.cases.ofPerson(client, person).map((id) => this.cases.seen(client, id)?.length ?? 0);
    return sizes.length === 0 ? { status: 'unknown', value: null } : { status: 'known', value: Math.max(...sizes) };
  }

  /** Whoever may not see is told the same as of nobody; whoever lacks the scope, that. */
  private isRefused(client: OracleClient, scope: string, isSeen: boolean, code: string, answer: Answer): boolean {
    const expected = !client.scopes.includes(scope) ? [403, 'access.scope'] : isSeen ? [200, undefined] : [404, code];
    expect([answer.status, answer.json['code']]).toEqual(expected);
    this.count(String(answer.status));
    return answer.status !== 200;
  }

  private count(what: string, by = 1): void {
    this.met[what] = (this.met[what] ?? 0) + by;
  }
}
