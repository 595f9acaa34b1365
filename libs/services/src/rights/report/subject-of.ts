import { isDeepStrictEqual } from 'node:util';
import { TeachingError } from '#libs/domain';
import type { AccessRequest, PolicyBook, SubjectState } from '#libs/minimiser';
import {
  type Client,
  findMembers,
  type PersonMember,
  type SeparationOfPerson,
  today,
  type Transactor,
  type Vault,
  type WithheldMark,
} from '#libs/store';
import { findSubjects } from '../find-subjects.js';
import type { Naming } from '../subject-ids.js';
import { findAccessSubject } from '../separation/access-subject.js';
import { seenFor, type SeenPrecision } from './report-context.js';

/** Of whom something is reported: all source persons that count as the person. */
export interface ReportedPerson {
  readonly personId: string;
  /** Those in the store; empty where only a mark or waiting records are left. */
  readonly members: readonly PersonMember[];
  readonly ids: readonly string[];
  readonly state: SubjectState;
  /** Why they are withheld; empty where they are not. */
  readonly marks: readonly WithheldMark[];
  readonly seen: SeenPrecision;
  /** From households; empty where the person was not separated from any. */
  readonly separations: readonly SeparationOfPerson[];
  /** YYYY-MM-DD, by the database's clock. */
  readonly today: string;
}

/** A report is about the whole person, and about nobody whom nothing knows. */
const REACH = { onlyThisRecord: false, inAdvance: false };

/**
 * @param named id of the person or of any source person of theirs, or system/site/key
 * @param request who asks; the console where nobody is told
 * @throws TeachingError `person.address`, `source.unknown`, `site.malformed` (exit code 2), `person.unknown`
 */
export const findReportedPerson = async (
  client: Client,
  vault: Vault,
  book: PolicyBook,
  naming: Naming,
  named: string,
  request?: AccessRequest,
): Promise<ReportedPerson> => {
  const subjects = await findSubjects(client, naming, named, REACH);
  const ids = subjects.map(({ id }) => id);
  const members = await findMembers(client, ids);
  const marks = subjects.flatMap(({ mark }) => mark ?? []);
  const found = await findAccessSubject(client, vault, subjects);
  const state = members.length > 0 ? found.state : stateOf(marks);
  return {
    personId: members[0]?.personId ?? ids[0] ?? '',
    members,
    ids,
    state,
    marks,
    seen: seenFor(book, { ...found, state }, request),
    separations: found.separations,
    today: await today(client),
  };
};

/**
 * Reads of a person in one view of the store, if they are still whom the audit trail was told of: a link that was undone
 * meanwhile would show them somebody else's records.
 * @param find finds the person again
 * @throws TeachingError `subject-report.changed`
 */
export const readAsEntered = <T>(
  database: Transactor,
  entered: ReportedPerson,
  find: (client: Client) => Promise<ReportedPerson>,
  read: (client: Client) => Promise<T>,
): Promise<T> =>
  database.transaction(async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const found = await find(client);
    const same = isDeepStrictEqual(
      [found.ids, found.members, found.state, found.separations],
      [entered.ids, entered.members, entered.state, entered.separations],
    );
    if (!same) throw new TeachingError('subject-report.changed');
    return read(client);
  });

const stateOf = (marks: readonly WithheldMark[]): SubjectState =>
  marks.some(({ kind }) => kind === 'erased') ? 'erased' : 'withheld';
