import type { PolicyBook, RetentionKind } from '#libs/minimiser';
import { type Client, today } from '#libs/store';
import { comparePolicies } from './compare-policies.js';
import { COUNT_PAID, countDue, countHolders } from './person-counts.sql.js';
import type { AccessChange, FieldChange, PolicyChanges, RetentionChange } from './policy-changes.js';

/** Persons beyond their period today, and persons of whom no day is known to count from. */
export interface Due {
  readonly due: number;
  readonly undated: number;
}

/** A version of the policies against another, on the real store: counts, never a person. */
export interface Simulation extends Omit<PolicyChanges, 'fields' | 'access' | 'retention'> {
  readonly versions: { readonly before: PolicyBook['versions']; readonly after: PolicyBook['versions'] };
  /** Persons with a value in the field today. */
  readonly fields: readonly (FieldChange & { readonly persons: number })[];
  readonly access: readonly (AccessChange & { readonly persons: number })[];
  /** Null where the period runs from no day of a person. */
  readonly retention: readonly (RetentionChange & { readonly dueBefore: Due | null; readonly dueAfter: Due | null })[];
}

/** Compares two versions of the policies on the store behind `client`; changes nothing. */
export const simulate = async (client: Client, before: PolicyBook, after: PolicyBook): Promise<Simulation> => {
  const changes = comparePolicies(before, after);
  const counted = new Map<string, number>();
  const withPersons = async <C extends Pick<FieldChange, 'entity' | 'field'>>(change: C) => {
    const key = `${change.entity}.${change.field}`;
    const persons = counted.get(key) ?? (await holders(client, change));
    counted.set(key, persons);
    return { ...change, persons };
  };
  return {
    ...changes,
    versions: { before: before.versions, after: after.versions },
    fields: await inTurn(changes.fields, withPersons),
    access: await inTurn(changes.access, withPersons),
    retention: await inTurn(concerned(changes, before, after), async (change) => ({
      ...change,
      dueBefore: await due(client, before, change.before),
      dueAfter: await due(client, after, change.after),
    })),
  };
};

/** With other dates of contact, every period that runs from a contact changes what it does. */
const concerned = (changes: PolicyChanges, before: PolicyBook, after: PolicyBook): readonly RetentionChange[] => {
  if (!changes.contacts) return changes.retention;
  const had = before.documents.retention.kinds;
  const same = Object.entries(after.documents.retention.kinds)
    .filter(([kind, { from }]) => from === 'lastContact' && !changes.retention.some((one) => one.kind === kind))
    .map(([kind, is]) => ({ kind, title: is.title, before: had[kind] ?? null, after: is }));
  return [...changes.retention, ...same];
};

/** One connection answers one question after the other. */
const inTurn = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
};

const holders = async (client: Client, { entity, field }: Pick<FieldChange, 'entity' | 'field'>): Promise<number> =>
  (await client.query<{ persons: number }>(countHolders(entity, field))).rows[0]?.persons ?? 0;

const due = async (client: Client, { documents }: PolicyBook, kind: RetentionKind | null): Promise<Due | null> => {
  const { lastContact, announce } = documents.retention;
  const text = kind?.from === 'lastContact' ? countDue(lastContact) : kind?.from === 'paidOn' ? COUNT_PAID : null;
  if (text === null || kind === null) return null;
  return (await client.query<Due>(text, [await today(client), announce, kind.period])).rows[0] ?? null;
};
