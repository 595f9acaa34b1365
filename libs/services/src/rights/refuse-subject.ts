import { EXIT, TeachingError } from '#libs/domain';
import { type Client, findMarks, findRefusedTogether, liftRefusals, rightsTime, type WithheldMark } from '#libs/store';
import { removeSubjects, type SubjectRemoval } from './erase-subject.js';
import { findSubjects } from './find-subjects.js';
import { checkIncident } from './incident.js';
import { rightEntries, type RightsDesk, type RightUsed, type RightWork, useRight } from './rights-desk.js';

/** What is asked for: one of the two names. */
export interface RefusalRequest {
  /** Id of a person or source person, or system/site/key of one whom the store knows. */
  readonly person: string | undefined;
  /** system/site/key, also of a record that no export has held yet. */
  readonly key: string | undefined;
  readonly onlyThisRecord: boolean;
  readonly incident: string | undefined;
}

/** What a withdrawal came to. */
export interface RefusalWithdrawn {
  readonly incident: string | null;
  /** The tombstones that are gone. */
  readonly withdrawn: readonly WithheldMark[];
}

/**
 * Honours a refusal of digital filing (invariant 19): what is there is erased, what comes is withheld, until it is withdrawn.
 * @throws TeachingError `rights.whom`, `rights.incident`, `person.address` (exit code 2), `person.unknown`, `rights.linking`,
 *   `rights.busy` (3)
 */
export const refuseSubject = (desk: RightsDesk, request: RefusalRequest, dryRun: boolean): Promise<SubjectRemoval> =>
  useRight(desk, dryRun, refusalWork(desk, request));

/** The refusal itself, for `useRight` or `useRightWithin`. @throws like `refuseSubject` */
export const refusalWork = (
  { naming }: Pick<RightsDesk, 'naming'>,
  request: RefusalRequest,
): RightWork<SubjectRemoval> => {
  const { named, inAdvance } = whom(request);
  const incident = checkIncident(request.incident);
  return async (client) => {
    const reach = { onlyThisRecord: request.onlyThisRecord, inAdvance };
    const found = await findSubjects(client, naming, named, reach);
    return removeSubjects(client, found, 'refused', incident, ['subject.refuse']);
  };
};

/**
 * Takes a refusal back that was made here, with those that were made along with it: the next export that holds the records
 * brings them. An erasure stays, and so does what an export says.
 * @throws like `refuseSubject`; TeachingError `rights.not-refused`, `rights.erased` (exit code 4)
 */
export const withdrawRefusal = (
  desk: RightsDesk,
  request: RefusalRequest,
  dryRun: boolean,
): Promise<RefusalWithdrawn> => useRight(desk, dryRun, withdrawalWork(desk, request));

/** The withdrawal itself, for `useRight` or `useRightWithin`. @throws like `withdrawRefusal` */
export const withdrawalWork = (
  { naming }: Pick<RightsDesk, 'naming'>,
  request: RefusalRequest,
): RightWork<RefusalWithdrawn> => {
  const { named } = whom(request);
  const incident = checkIncident(request.incident);
  return async (client) => {
    const found = await findSubjects(client, naming, named, { onlyThisRecord: true, inAdvance: false });
    const marks = found.flatMap(({ mark }) => (mark === null ? [] : [mark]));
    return withdraw(client, marks, request.onlyThisRecord, incident);
  };
};

const withdraw = async (
  client: Client,
  marks: readonly WithheldMark[],
  onlyThisRecord: boolean,
  incident: string | null,
): Promise<RightUsed<RefusalWithdrawn>> => {
  const own = marks.filter(({ kind }) => kind === 'refused');
  if (own.length === 0) {
    const code = marks.some(({ kind }) => kind === 'erased') ? 'rights.erased' : 'rights.not-refused';
    throw new TeachingError(code, {}, { exitCode: EXIT.refused });
  }
  const together = onlyThisRecord
    ? []
    : await findRefusedTogether(
        client,
        own.map(({ at }) => at),
      );
  const withdrawn = onlyThisRecord ? own : await findMarks(client, together);
  const ids = withdrawn.map(({ id }) => id);
  await liftRefusals(client, ids);
  const at = await rightsTime(client);
  return {
    result: { incident, withdrawn },
    entries: rightEntries('subject.withdraw', ids, incident, []),
    lines: withdrawn.map((mark) => ({ ...mark, kind: 'withdrawn', at, incident })),
  };
};

const whom = ({ person, key }: RefusalRequest): { readonly named: string; readonly inAdvance: boolean } => {
  const named = person ?? key;
  if (named === undefined || (person !== undefined && key !== undefined)) {
    throw new TeachingError('rights.whom', {}, { exitCode: EXIT.usage });
  }
  return { named, inAdvance: key !== undefined };
};
