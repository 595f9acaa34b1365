import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FactAid, FactPerson, FactRequest, Facts } from './oracle-facts.js';
import type { OracleClient, PolicyOracle } from './policy-oracle.js';
import { toldOf } from './told-values.js';

type Json = Readonly<Record<string, unknown>>;

/** The unified field that decides about each member of a past aid, and what is said of it. */
const MEMBERS: Readonly<Record<string, readonly [field: string, said: string]>> = {
  kind: ['nature', 'nature'],
  requested_on: ['requestedOn', 'requestedOn'],
  requested_cents: ['requestedAmount', 'requestedAmount'],
  outcome: ['outcome', 'outcome'],
  decided_on: ['outcome', 'decidedOn'],
  granted_cents: ['grantedAmount', 'grantedAmount'],
  paid_cents: ['payment', 'payment'],
  paid_on: ['payment', 'paidOn'],
};
/** Of a request by id; its status is what a client with the scope for requests works with, and told to it. */
const REQUEST = {
  kind: 'nature',
  requested_on: 'requestedOn',
  requested_cents: 'requestedAmount',
  granted_cents: 'grantedAmount',
  paid_cents: 'payment',
  paid_on: 'payment',
  reason: 'outcome',
} as const;
const CARRIED: Readonly<Record<string, readonly string[]>> = {
  adjourned: ['in_review', 'cancelled'],
  refused: ['appealed'],
  granted: [],
  // The requests of this world that are paid were granted in part.
  paid: ['appealed'],
};

const { lists } = parse(readFileSync(join('config', 'codes', 'lists.yml'), 'utf8')) as {
  readonly lists: Readonly<Record<string, Readonly<Record<string, { readonly sensitive?: boolean }>>>>;
};
const { appeal } = parse(readFileSync(join('config', 'aids.yml'), 'utf8')) as {
  readonly appeal: { readonly days: number; readonly way: Json; readonly text: Json };
};

/** What answers about aids may say. */
export class AidOracle {
  constructor(
    private readonly policies: PolicyOracle,
    private readonly facts: Facts,
  ) {}

  /** Aids of a person that the client may know of, the newest first. */
  of(client: OracleClient, person: FactPerson): readonly FactAid[] {
    if (this.policies.precision(client, person, 'aid', 'nature') === 'none') return [];
    const isByDay = this.policies.precision(client, person, 'aid', 'requestedOn') === 'full';
    const key = ({ id, said }: FactAid): string => `${isByDay ? (said['requestedOn'] ?? '0001-01-01') : ''} ${id}`;
    return this.facts.aids
      .filter(({ sourcePersonId }) => person.records.some(({ id }) => id === sourcePersonId))
      .filter(({ said, recipient }) => !this.isHidden(client, said['nature'] ?? null, recipient))
      .sort((a, b) => (key(a) < key(b) ? 1 : -1));
  }

  /** @returns the cursor that stands where the list goes on; null where it is whole */
  checkList(
    client: OracleClient,
    person: FactPerson,
    limit: number,
    aids: readonly Json[],
    withheld: unknown,
  ): string | null {
    const shown = this.of(client, person);
    const page = shown.slice(0, limit);
    expect(aids).toEqual(page.map((aid) => this.aid(client, person, aid)));
    const hidden = Object.entries(MEMBERS).filter(([, [field]]) => !this.isShown(client, person, field));
    const status = this.isShown(client, person, 'outcome') ? [] : ['status'];
    expect([...(withheld as string[])].sort()).toEqual([...hidden.map(([member]) => member), ...status].sort());
    const last = page.at(-1);
    if (last === undefined || shown.length <= limit) return null;
    const isByDay = this.policies.precision(client, person, 'aid', 'requestedOn') === 'full';
    return `${(isByDay ? last.said['requestedOn'] : null) ?? '0001-01-01'} ${last.id}`;
  }

  isRequestSeen(client: OracleClient, person: FactPerson, { row, recipient }: FactRequest): boolean {
    const isAllowed = this.policies.precision(client, person, 'aid', 'nature') !== 'none';
    return this.policies.isSeen(client, person) && isAllowed && !this.isHidden(client, String(row['kind']), recipient);
  }

  /** A request as its answer must be, member by member. */
  request(client: OracleClient, person: FactPerson, { id, row, moves, recipient }: FactRequest): Json {
    const isFull = (member: string): boolean =>
      (member === 'kind' && recipient === client.recipient) ||
      this.policies.precision(client, person, 'aid', REQUEST[member as keyof typeof REQUEST]) === 'full';
    const told = (member: string, value: unknown): unknown => (isFull(member) ? (value ?? null) : null);
    const amount = ({ status }: Json): string =>
      status === 'draft' ? 'requested_cents' : status === 'paid' ? 'paid_cents' : 'granted_cents';
    const status = String(row['status']);
    return {
      ...{ id, version: 2, status, allowed: CARRIED[status], person_id: person.id, paper_reference: null },
      ...{ site: this.isWhereTold(client, person) ? row['site'] : null },
      ...Object.fromEntries(Object.keys(REQUEST).map((member) => [member, told(member, row[member])])),
      ...{ waiting_for: row['waiting_for'], waiting_until: row['waiting_until'] },
      appeal: CARRIED[status]?.includes('appealed') === true ? appealFrom(String(moves[1]?.['at'])) : null,
      withheld: Object.keys(REQUEST).filter((member) => !isFull(member)),
      created_at: instant(row['created_at']),
      changed_at: instant(row['changed_at']),
      history: moves.map((move) => ({
        ...{ version: move['version'], at: instant(move['at']), status: move['status'] },
        ...{ amount_cents: told(amount(move), move['amount_cents']), reason: told('reason', move['reason']) },
        ...{ waiting_for: move['waiting_for'], waiting_until: move['waiting_until'] ?? null },
        paid_on: told('paid_on', move['paid_on']),
      })),
    };
  }

  private aid(client: OracleClient, person: FactPerson, { id, origin, site, night, status, said }: FactAid): Json {
    const told = (field: string, value: string): unknown => {
      const precision = this.policies.precision(client, person, 'aid', field);
      if (!this.isShown(client, person, field)) return null;
      const one = toldOf(this.policies, 'aid', amountName(field, value), precision, said[value] ?? null);
      return one !== null && 'value' in one ? one.value : null;
    };
    return {
      ...{ id, origin, as_of: night, site: this.isWhereTold(client, person) ? site : null },
      status: this.isShown(client, person, 'outcome') ? status : null,
      ...Object.fromEntries(Object.entries(MEMBERS).map(([member, [field, value]]) => [member, told(field, value)])),
    };
  }

  /** Sensitive kinds are for purposes that name them, and for the body that asked. */
  private isHidden(client: OracleClient, kind: string | null, recipient: string | null): boolean {
    const isSensitive = kind !== null && lists['aidNature']?.[kind]?.sensitive === true;
    return isSensitive && !this.policies.purpose(client.purpose).sensitiveActs && recipient !== client.recipient;
  }

  private isShown(client: OracleClient, person: FactPerson, field: string): boolean {
    return ['full', 'generalised'].includes(this.policies.precision(client, person, 'aid', field));
  }

  private isWhereTold(client: OracleClient, person: FactPerson): boolean {
    return !person.separated || this.policies.purpose(client.purpose).protectedAddress;
  }
}

/** Days that hang on another field are generalised as that field is, where that fits a day. */
const amountName = (field: string, value: string): string =>
  value === 'paidOn' || value === 'decidedOn' ? field : value;
const instant = (value: unknown): string => new Date(String(value)).toISOString();
const appealFrom = (at: string): Json => {
  const until = new Date(Date.parse(at) + appeal.days * 86_400_000).toISOString().slice(0, 10);
  return { until, way: appeal.way, text: appeal.text };
};
