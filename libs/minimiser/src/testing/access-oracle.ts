import type { AccessRequest, AccessSubject } from '../access/access-request.js';

/*
 * A second implementation of the access rules, written from "Who sees what" in docs/guide/policies.md and from the small
 * policies as a table, and from nothing of the product's own code. It only knows yes and no: each line of the guide is one
 * condition, and all of them must hold.
 */
const SEES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  support: {
    'person.usageName': 'full',
    'person.birthDate': 'full',
    'person.postcode': 'full',
    'case.familyContext': 'full',
  },
  aid: { 'person.usageName': 'full', 'person.birthDate': 'generalised', 'person.postcode': 'generalised' },
  rights: { 'person.usageName': 'full', 'person.birthDate': 'full', 'person.postcode': 'full' },
  count: {},
};
const MAY_ASK: Readonly<Record<string, readonly string[]>> = {
  support: ['workers'],
  aid: ['office', 'workers'],
  rights: ['office'],
};
/** States beside `present` in which a purpose reads. */
const STATES_READ: readonly (readonly [purpose: string, state: string])[] = [
  ['support', 'archived'],
  ['rights', 'restricted'],
  ['rights', 'archived'],
  ['rights', 'archived-restricted'],
];
const TELLS_WHERE = ['person.postcode'];

/** The precision that the guide promises for a request; `none` for whatever it does not promise. */
export const promised = (request: AccessRequest, subject: AccessSubject, name: string): string => {
  const { purpose, grant, recipient, now, throughCase } = request;
  const sees = Object.entries(SEES).find(([each]) => each === purpose)?.[1];
  const mayAsk = Object.entries(MAY_ASK).find(([each]) => each === purpose)?.[1] ?? [];
  const separated = subject.separatedFrom.length !== 0;
  const conditions = [
    sees !== undefined,
    grant !== null && grant.purposes.some((each) => each === purpose),
    grant !== null && grant.recipients.some((each) => each === recipient),
    mayAsk.some((each) => each === recipient),
    grant !== null && (grant.expires === null || new Date(now).getTime() < new Date(grant.expires).getTime()),
    grant !== null &&
      (grant.sites === 'all' || new Set([...grant.sites, ...subject.sites]).size < sizeOf(grant.sites, subject.sites)),
    subject.state === 'present' || STATES_READ.some(([who, state]) => who === purpose && state === subject.state),
    throughCase === null || subject.separatedFrom.every((each) => each !== throughCase),
    !separated || TELLS_WHERE.every((each) => each !== name) || purpose === 'support' || purpose === 'rights',
  ];
  const precision = Object.entries(sees ?? {}).find(([each]) => each === name)?.[1] ?? 'none';
  return conditions.every(Boolean) ? precision : 'none';
};

/** Two lists have something in common where their union is smaller than both together. */
const sizeOf = (one: readonly string[], other: readonly string[]): number => new Set(one).size + new Set(other).size;
