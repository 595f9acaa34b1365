import { EXIT, TeachingError } from '#libs/domain';
import {
  type Client,
  findPeriod,
  HOLD_GROUNDS,
  type HoldGround,
  noteContact,
  releaseHolds,
  setHolds,
  today,
} from '#libs/store';
import { checkIncident } from '#libs/services';
import { findSubjects, type Subject } from '#libs/services';
import { rightEntries, type RightsDesk, useRight } from '#libs/services';
import type { RetentionRules } from './retention-rules.js';

/** What was done about one person's file. */
export interface FileDecision {
  readonly outcome: 'kept' | 'released' | 'noted';
  readonly incident: string;
  readonly subjects: readonly Subject[];
  /** Source persons of whom it is new. */
  readonly changed: number;
  /** Until when it is kept; null where it was released. */
  readonly until: string | null;
  /** Whether the data are out of active use from now on. */
  readonly archived: boolean;
  /** When the period is over by what is known now, YYYY-MM-DD; null where no day is known. */
  readonly dueOn: string | null;
}

/** Why, until when, and under which reference somebody is kept. */
export interface KeepRequest {
  readonly person: string;
  readonly ground: string;
  /** The last day, YYYY-MM-DD. */
  readonly until: string;
  readonly incident: string;
}

/**
 * Keeps a person's file beyond its period, with a justification: out of active use once the period is over, and deleted by the
 * nightly run after the day.
 * @throws TeachingError `retention.ground`, `retention.until`, `rights.incident`, `person.address` (exit code 2), `person.unknown`,
 *   `rights.linking`, `rights.busy` (3)
 */
export const keepPerson = (
  desk: RightsDesk,
  { file }: RetentionRules,
  request: KeepRequest,
  dryRun: boolean,
): Promise<FileDecision> => {
  const ground = groundOf(request.ground);
  const incident = referenceOf(request.incident);
  const { until } = request;
  return useRight(desk, dryRun, async (client) => {
    const day = await today(client);
    if (until < day) throw new TeachingError('retention.until', { day: until }, { exitCode: EXIT.usage });
    const { subjects, ids } = await present(client, desk, request.person);
    const { over, dueOn } = await findPeriod(client, file, day, ids);
    await setHolds(client, ids, { ground, until, incident, archivedOn: over ? day : null });
    const entries = rightEntries('retention.keep', ids, incident, [ground, ...(over ? ['archived'] : [])]);
    const result = { outcome: 'kept' as const, incident, subjects, changed: ids.length, until, archived: over, dueOn };
    return { result, entries, lines: [] };
  });
};

/** Ends a justification. What was announced stays so: the file may go with the next run. @throws like `keepPerson` */
export const releasePerson = (
  desk: RightsDesk,
  { file }: RetentionRules,
  { person, incident: given }: Pick<KeepRequest, 'person' | 'incident'>,
  dryRun: boolean,
): Promise<FileDecision> => {
  const incident = referenceOf(given);
  return useRight(desk, dryRun, async (client) => {
    const { subjects, ids } = await present(client, desk, person);
    const released = await releaseHolds(client, ids);
    if (released.length === 0) throw new TeachingError('retention.not-kept', {}, { exitCode: EXIT.refused });
    const { dueOn } = await findPeriod(client, file, await today(client), ids);
    return {
      result: {
        ...{ outcome: 'released' as const, incident, subjects, dueOn },
        ...{ changed: released.length, until: null, archived: false },
      },
      entries: rightEntries('retention.release', released, incident, []),
      lines: [],
    };
  });
};

/**
 * Notes a contact that no export shows: how somebody decides about a person without a date, or about one who came and was not
 * entered. From then on the period runs as for everybody.
 * @throws TeachingError `retention.day` (exit code 2) for a day to come; like `keepPerson`
 */
export const noteContactWith = (
  desk: RightsDesk,
  { file }: RetentionRules,
  request: { readonly person: string; readonly day: string; readonly incident: string },
  dryRun: boolean,
): Promise<FileDecision> => {
  const incident = referenceOf(request.incident);
  return useRight(desk, dryRun, async (client) => {
    const now = await today(client);
    if (request.day > now) throw new TeachingError('retention.day', { day: request.day }, { exitCode: EXIT.usage });
    const { subjects, ids } = await present(client, desk, request.person);
    const changed = await noteContact(client, ids, request.day, incident);
    const { dueOn } = await findPeriod(client, file, now, ids);
    return {
      result: {
        ...{ outcome: 'noted' as const, incident, subjects, dueOn },
        ...{ changed: changed.length, until: null, archived: false },
      },
      entries: rightEntries('retention.contact', changed, incident, []),
      lines: [],
    };
  });
};

const present = async (
  client: Client,
  { naming }: RightsDesk,
  person: string,
): Promise<{ readonly subjects: readonly Subject[]; readonly ids: readonly string[] }> => {
  const found = await findSubjects(client, naming, person, { onlyThisRecord: false, inAdvance: false });
  const subjects = found.filter(({ mark }) => mark === null);
  if (subjects.length === 0) throw new TeachingError('person.unknown');
  return { subjects, ids: subjects.map(({ id }) => id) };
};

const groundOf = (given: string): HoldGround => {
  const ground = HOLD_GROUNDS.find((one) => one === given);
  if (ground === undefined) {
    throw new TeachingError('retention.ground', { known: HOLD_GROUNDS.join(', ') }, { exitCode: EXIT.usage });
  }
  return ground;
};

/** A justification without a reference is none. */
const referenceOf = (given: string): string => {
  const incident = checkIncident(given);
  if (incident === null) throw new TeachingError('rights.incident', {}, { exitCode: EXIT.usage });
  return incident;
};
