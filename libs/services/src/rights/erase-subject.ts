import { type Client, erasePersons, type ErasureCounts, rightsTime, setTombstones, type Tombstone } from '#libs/store';
import { findSubjects, type Reach, type Subject } from './find-subjects.js';
import { checkIncident } from './incident.js';
import { rightEntries, type RightsDesk, type RightUsed, useRight } from './rights-desk.js';

/** Why somebody is erased (GDPR, article 17(1)); a word, since a sentence would tell of the person. */
export const ERASURE_GROUNDS = ['request', 'no-longer-needed', 'objection', 'unlawful', 'legal-obligation'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** What an erasure or a refusal came to. */
export interface SubjectRemoval {
  readonly kind: Exclude<Tombstone['kind'], 'expired'>;
  readonly incident: string | null;
  /** Whom it was about; those who bore a stronger mark already are named in `already`. */
  readonly subjects: readonly Subject[];
  readonly already: readonly Subject[];
  readonly counts: ErasureCounts;
}

/** What is asked for. */
export interface ErasureRequest {
  /** Id of a person or source person, or system/site/key. */
  readonly person: string;
  readonly onlyThisRecord: boolean;
  readonly ground: ErasureGround;
  readonly incident: string | undefined;
}

/**
 * Erases a person (invariant 17): all of its source persons, or the named one alone.
 * @throws TeachingError `rights.incident`, `person.address` (exit code 2), `person.unknown`, `rights.linking`, `rights.busy` (3)
 */
export const eraseSubject = (desk: RightsDesk, request: ErasureRequest, dryRun: boolean): Promise<SubjectRemoval> => {
  const incident = checkIncident(request.incident);
  return useRight(desk, dryRun, async (client) => {
    const reach: Reach = { onlyThisRecord: request.onlyThisRecord, inAdvance: false };
    const found = await findSubjects(client, desk.naming, request.person, reach);
    return removeSubjects(client, found, 'erased', incident, ['subject.erase', request.ground]);
  });
};

/** Sets tombstones, erases what is there, and says what to enter and to write. Whoever was erased before stays so. */
export const removeSubjects = async (
  client: Client,
  found: readonly Subject[],
  kind: SubjectRemoval['kind'],
  incident: string | null,
  [action, ...codes]: readonly [string, ...string[]],
): Promise<RightUsed<SubjectRemoval>> => {
  const already = found.filter(({ mark }) => mark !== null && (mark.kind === 'erased' || mark.kind === kind));
  const subjects = found.filter((subject) => !already.includes(subject));
  const at = await rightsTime(client);
  const lines = subjects.map(({ id, system, site, table }) => ({ id, kind, at, incident, system, site, table }));
  await setTombstones(client, lines);
  // Also of whoever bore a mark: whatever might have remained of them goes.
  const counts = await erasePersons(
    client,
    found.map(({ id }) => id),
  );
  const detail = [...codes, ...countWords(counts)];
  const ids = subjects.map(({ id }) => id);
  return {
    result: { kind, incident, subjects, already, counts },
    entries: rightEntries(action, ids, incident, detail),
    lines,
  };
};

const countWords = (counts: ErasureCounts): string[] =>
  Object.entries(counts).flatMap(([kind, count]) => (count === 0 ? [] : [`${kind}=${String(count)}`]));
