import { parse } from 'yaml';

/*
 * "Who sees what" of docs/guide/policies.md, read plainly from the files of config/policies; nothing here comes from the
 * product's own code.
 */
export type Precision = 'full' | 'generalised' | 'pseudonym' | 'presence' | 'none';
/** From the strictest on. */
const STRICTEST: readonly Precision[] = ['none', 'presence', 'pseudonym', 'generalised', 'full'];

interface Category {
  readonly tellsWhere?: boolean;
  readonly purposes: Readonly<Record<string, Precision>>;
}
interface Field {
  readonly import: string;
  readonly category: string;
  readonly generalise?: string;
  readonly purposes?: Readonly<Record<string, Precision>>;
}
interface Purpose {
  readonly aggregatesOnly: boolean;
  readonly protectedAddress: boolean;
  readonly sensitiveActs: boolean;
  readonly whileRestricted: boolean;
  readonly whileArchived?: boolean;
}

/** A client as a test makes it. */
export interface OracleClient {
  readonly purpose: string;
  readonly sites: readonly string[] | 'all';
  readonly scopes: readonly string[];
  readonly recipient: string;
}

/** What access to a person depends on. */
export interface OracleSubject {
  readonly sites: readonly string[];
  readonly restricted: boolean;
  readonly archived: boolean;
  readonly separated: boolean;
  /** Cases that the person was separated from. */
  readonly formerCases: readonly string[];
}

const strictest = (one: Precision, other: Precision): Precision =>
  STRICTEST[Math.min(STRICTEST.indexOf(one), STRICTEST.indexOf(other))] ?? 'none';

export class PolicyOracle {
  private readonly categories: Readonly<Record<string, Category>>;
  private readonly fields: Readonly<Record<string, Readonly<Record<string, Field>>>>;
  private readonly purposes: Readonly<Record<string, Purpose>>;

  constructor(fields: string, purposes: string) {
    const parsed = parse(fields) as {
      readonly categories: Readonly<Record<string, Category>>;
      readonly fields: Readonly<Record<string, Readonly<Record<string, Field>>>>;
    };
    this.categories = parsed.categories;
    this.fields = parsed.fields;
    this.purposes = (parse(purposes) as { readonly purposes: Readonly<Record<string, Purpose>> }).purposes;
  }

  purpose(name: string): Purpose {
    return this.purposes[name]!;
  }

  generalise(entity: string, field: string): string | undefined {
    return this.fields[entity]?.[field]?.generalise;
  }

  tellsWhere(entity: string, field: string): boolean {
    return this.categories[this.fields[entity]?.[field]?.category ?? '']?.tellsWhere === true;
  }

  /** Of one field of one person. @param through the case by which the person is reached */
  precision(
    client: OracleClient,
    subject: OracleSubject,
    entity: string,
    field: string,
    through: string | null = null,
  ): Precision {
    const purpose = this.purpose(client.purpose);
    const isForbidden =
      purpose.aggregatesOnly ||
      (client.sites !== 'all' && !client.sites.some((site) => subject.sites.includes(site))) ||
      (subject.restricted && !purpose.whileRestricted) ||
      (subject.archived && purpose.whileArchived !== true) ||
      (through !== null && subject.formerCases.includes(through)) ||
      (subject.separated && this.tellsWhere(entity, field) && !purpose.protectedAddress);
    if (isForbidden) return 'none';
    const named = this.fields[entity]?.[field];
    return (
      named?.purposes?.[client.purpose] ?? this.categories[named?.category ?? '']?.purposes[client.purpose] ?? 'none'
    );
  }

  /** Of a field that a person's answer shows: an address may be the case's, and both must allow it. */
  ofPerson(client: OracleClient, subject: OracleSubject, field: string, through: string | null = null): Precision {
    const own = this.precision(client, subject, 'person', field, through);
    if (!['addressLine', 'postcode', 'town'].includes(field)) return own;
    return strictest(own, this.precision(client, subject, 'case', field, through));
  }

  /** Whether the person is there at all for a client. */
  isSeen(client: OracleClient, subject: OracleSubject, through: string | null = null): boolean {
    const fields = Object.keys(this.fields['person'] ?? {});
    if (fields.every((field) => this.precision(client, subject, 'person', field, through) === 'none')) return false;
    // A separated person is nobody for whoever may not know where they are, but for those whose sites name the new one.
    return !subject.separated || this.purpose(client.purpose).protectedAddress || client.sites !== 'all';
  }
}
