import { TeachingError } from '#libs/domain';
import { liftRestrictions, restrictPersons, rightsTime } from '#libs/store';
import { findSubjects, type Subject } from './find-subjects.js';
import { checkIncident } from './incident.js';
import { rightEntries, type RightsDesk, useRight } from './rights-desk.js';

/** What is asked for. */
export interface RestrictionRequest {
  readonly person: string;
  readonly lift: boolean;
  readonly incident: string | undefined;
}

/** What it came to. */
export interface Restriction {
  readonly lifted: boolean;
  readonly incident: string | null;
  readonly subjects: readonly Subject[];
  /** How many of them were not so before. */
  readonly changed: number;
}

/**
 * Keeps a person's data and lets nobody use them (article 18), or ends that. Imports go on bringing what changed, and linkage goes
 * on as it was: it decides which records are one person's, and shows nothing.
 * @throws TeachingError `rights.incident`, `person.address` (exit code 2), `person.unknown`, `rights.linking`, `rights.busy` (3)
 */
export const restrictSubject = (
  desk: RightsDesk,
  { person, lift, incident: given }: RestrictionRequest,
  dryRun: boolean,
): Promise<Restriction> => {
  const incident = checkIncident(given);
  return useRight(desk, dryRun, async (client) => {
    const found = await findSubjects(client, desk.naming, person, { onlyThisRecord: false, inAdvance: false });
    const subjects = found.filter(({ mark }) => mark === null);
    if (subjects.length === 0) throw new TeachingError('person.unknown');
    const ids = subjects.map(({ id }) => id);
    const changed = lift ? await liftRestrictions(client, ids) : await restrictPersons(client, ids, incident);
    const entries = rightEntries(lift ? 'subject.lift' : 'subject.restrict', changed, incident, []);
    const at = await rightsTime(client);
    const kind = lift ? ('lifted' as const) : ('restricted' as const);
    return {
      result: { lifted: lift, incident, subjects, changed: changed.length },
      entries,
      lines: [],
      restrictions: changed.map((id) => ({ id, kind, at, incident })),
    };
  });
};
