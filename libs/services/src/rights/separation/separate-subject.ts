import { randomUUID } from 'node:crypto';
import { EXIT, TeachingError } from '#libs/domain';
import {
  addSeparations,
  type AuditEntry,
  BARE_ENTRY,
  type CaseOfPerson,
  type Client,
  enforceSeparations,
  findCasesWithMembers,
  type GivenPlace,
  listSeparations,
  rightsTime,
  type SeparatedCase,
  type SeparationParts,
  setPlace,
  unlockVault,
  type Vault,
} from '#libs/store';
import { findSubjects, type Subject } from '../find-subjects.js';
import { checkIncident } from '../incident.js';
import { rightEntries, type RightsDesk, type RightUsed, type RightWork, useRight } from '../rights-desk.js';
import type { Naming } from '../subject-ids.js';
import { meantBy, readResidues, type Residues } from './residues.js';

/** What is asked for. */
export interface SeparationRequest {
  /** The protected one: id of a person or source person, or system/site/key. */
  readonly person: string;
  /** The children, or others, who leave with the protected one. */
  readonly together: readonly string[];
  /** Under which the request is filed. */
  readonly incident: string;
  /** Where they are now; null: not told, or told before. */
  readonly place: GivenPlace | null;
}

/** What it came to. No value of anybody. */
export interface Separated {
  readonly separationId: string;
  readonly at: string;
  readonly incident: string;
  /** Whom it protects. */
  readonly subjects: readonly Subject[];
  /** Cases that they left with this, by keyed id. */
  readonly cases: readonly string[];
  /** Names of what was told of the new place. */
  readonly told: readonly string[];
  readonly residues: Residues;
}

const REACH = { onlyThisRecord: false, inAdvance: false };

/**
 * Takes persons out of their household, in one transaction (invariant 16): memberships go, what tells of their places is closed,
 * and no import, link or rollback joins them to it again. Done again, it adds what was not there, and takes a new place.
 * @param dryRun does everything and keeps nothing
 * @throws TeachingError `rights.incident`, `person.address` (exit code 2), `person.unknown`, `separation.not-together` (4),
 *   `rights.linking`, `rights.busy` (3), `protection-key.*` (2)
 */
export const separateSubject = (desk: RightsDesk, request: SeparationRequest, dryRun: boolean): Promise<Separated> =>
  useRight(desk, dryRun, separationWork(desk, request, dryRun));

/** The separation itself, for `useRight` or `useRightWithin`. @throws like `separateSubject` */
export const separationWork = (
  desk: Pick<RightsDesk, 'vault' | 'naming'>,
  request: SeparationRequest,
  dryRun: boolean,
): RightWork<Separated> => {
  const incident = checkIncident(request.incident) ?? '';
  return async (client) => {
    // A rehearsal makes no key.
    const isFirst = !(await unlockVault(client, desk.vault));
    const vault = dryRun && isFirst ? desk.vault.rehearsal() : desk.vault;
    await unlockVault(client, vault, true);
    return separate(client, vault, desk.naming, { ...request, incident });
  };
};

const separate = async (
  client: Client,
  vault: Vault,
  naming: Naming,
  { person, together, incident, place }: SeparationRequest,
): Promise<RightUsed<Separated>> => {
  const { subjects, cases } = await findHousehold(client, naming, person, together);
  const ids = subjects.map(({ id }) => id);
  const known = await listSeparations(client);
  const left = casesLeft(cases, ids, known);
  const standing = findStanding(known, ids, incident, left);
  const { fingerprint } = vault.unlock(false);
  const separation: SeparationParts = {
    id: standing?.id ?? randomUUID(),
    at: standing?.at ?? (await rightsTime(client)),
    incident: standing?.incident ?? incident,
    keyFingerprint: fingerprint,
    persons: ids.map((id) => ({ id, later: false })),
    former: [...new Set(cases.filter(isLeft(left)).flatMap(({ members }) => members))].filter(
      (id) => !ids.includes(id),
    ),
    cases: left,
  };
  await addSeparations(client, [separation]);
  if (place !== null) await setPlace(client, vault, ids, place);
  await enforceSeparations(client, vault, true);
  const whole = (await listSeparations(client)).filter(({ id }) => id === separation.id);
  const result: Separated = {
    separationId: separation.id,
    at: separation.at,
    incident,
    subjects,
    cases: left.map(({ id }) => id),
    told: Object.entries(place ?? {}).flatMap(([column, value]) => (value === null ? [] : [column])),
    residues: await readResidues(client, vault, meantBy(whole)),
  };
  return { result, entries: entriesOf(ids, result), lines: [], separations: whole };
};

/** Everybody who is protected, and their cases as they stand. */
const findHousehold = async (
  client: Client,
  naming: Naming,
  person: string,
  together: readonly string[],
): Promise<{ readonly subjects: readonly Subject[]; readonly cases: readonly CaseOfPerson[] }> => {
  const own = await findSubjects(client, naming, person, REACH);
  const ownCases = await findCasesWithMembers(client, idsOf(own));
  const separated = await listSeparations(client);
  const subjects = [...own];
  for (const named of together) {
    const found = await findSubjects(client, naming, named, REACH);
    const cases = await findCasesWithMembers(client, idsOf(found));
    const shares =
      cases.some(({ id }) => ownCases.some((one) => one.id === id)) ||
      separated.some(({ persons }) => [own, found].every((side) => side.some(isIn(persons.map(({ id }) => id)))));
    // A slip in a key would separate a stranger from their own household.
    if (!shares) throw new TeachingError('separation.not-together', {}, { exitCode: EXIT.refused });
    subjects.push(...found.filter(({ id }) => subjects.every((one) => one.id !== id)));
  }
  return { subjects, cases: await findCasesWithMembers(client, idsOf(subjects)) };
};

const idsOf = (subjects: readonly Subject[]): string[] => subjects.map(({ id }) => id);
const isIn =
  (ids: readonly string[]) =>
  ({ id }: Subject): boolean =>
    ids.includes(id);
const isLeft =
  (left: readonly SeparatedCase[]) =>
  ({ id }: CaseOfPerson): boolean =>
    left.some((one) => one.id === id);

/** All their cases, but files of their own in which nobody else is. Where nobody stays behind, the address is theirs alone. */
const casesLeft = (
  cases: readonly CaseOfPerson[],
  ids: readonly string[],
  known: readonly SeparationParts[],
): readonly SeparatedCase[] => {
  const isOwn = (id: string): boolean =>
    known.some((separation) => separation.cases.some((one) => one.id === id && one.guarded && !one.former));
  const left = new Map<string, SeparatedCase>();
  for (const { id, members } of cases) {
    const staysBehind = members.some((member) => !ids.includes(member));
    if (!staysBehind && isOwn(id)) continue;
    left.set(id, { id, former: true, guarded: !staysBehind });
  }
  return [...left.values()];
};

/** The separation that this one adds to: under the same reference, or where nothing but a place is new. */
const findStanding = (
  known: readonly SeparationParts[],
  ids: readonly string[],
  incident: string,
  left: readonly SeparatedCase[],
): SeparationParts | undefined => {
  const protects = ({ persons }: SeparationParts, all: boolean): boolean =>
    all
      ? ids.every((id) => persons.some((one) => one.id === id))
      : ids.some((id) => persons.some((one) => one.id === id));
  return (
    known.findLast((one) => one.incident === incident && protects(one, false)) ??
    (left.length === 0 ? known.findLast((one) => protects(one, true)) : undefined)
  );
};

/** One for each person protected; one for each case that was left, which names nobody, no field and no count. */
const entriesOf = (ids: readonly string[], { incident, cases }: Separated): AuditEntry[] => [
  ...rightEntries('subject.separate', ids, incident, []),
  ...cases.map((caseId) => ({
    ...BARE_ENTRY,
    action: 'subject.separate',
    purpose: 'data_protection',
    caseId,
    incident,
  })),
];
