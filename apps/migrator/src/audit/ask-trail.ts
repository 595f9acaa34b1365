import { EXIT, TeachingError } from '#libs/domain';
import {
  type AuditPeriod,
  type AuditQuestion,
  type Database,
  findMembers,
  pageEntries,
  type StoredEntry,
} from '#libs/store';
import { findSourcePersonId, isPersonId } from '#libs/services';

/** Whom or what a command asks about: one of the three. */
export interface Asked {
  /** Id of a person or source person, or system/site/key. */
  readonly person: string | undefined;
  readonly case: string | undefined;
  readonly incident: string | undefined;
}

const PAGE = 1_000;

/** @throws TeachingError `audit.question` where not exactly one is given; exit code 2 */
export const checkAsked = (asked: Asked): void => {
  const given = [asked.person, asked.case, asked.incident].filter((one) => one !== undefined);
  if (given.length !== 1) throw new TeachingError('audit.question', {}, { exitCode: EXIT.usage });
};

/**
 * The entries about a person, a case or an incident, in order, page by page.
 * @throws TeachingError `audit.question`, `audit.case`, `person.address` (exit code 2), `person.unknown`
 */
export async function* askTrail(
  database: Database,
  asked: Asked,
  period: AuditPeriod,
  signal: AbortSignal,
): AsyncGenerator<StoredEntry> {
  const question = await questionOf(database, asked);
  for (let after = 0; ;) {
    signal.throwIfAborted();
    const from = after;
    const page = await database.session((client) => pageEntries(client, question, period, from, PAGE));
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.seq;
  }
}

const questionOf = (database: Database, asked: Asked): Promise<AuditQuestion> => {
  checkAsked(asked);
  const { person, case: caseId, incident } = asked;
  if (person !== undefined) return aboutPerson(database, person);
  if (incident !== undefined) return Promise.resolve({ incident });
  if (caseId === undefined || !isPersonId(caseId)) throw new TeachingError('audit.case', {}, { exitCode: EXIT.usage });
  return Promise.resolve({ caseId: caseId.toLowerCase() });
};

/**
 * Entries name source persons: all of the person's are asked about. An id that nobody bears any more (rolled back, erased) is
 * asked about as it is: the trail outlives what was read.
 */
const aboutPerson = (database: Database, named: string): Promise<AuditQuestion> =>
  database.session(async (client) => {
    const id = await findSourcePersonId(client, named);
    const members = await findMembers(client, [id]);
    return { subjectIds: [...new Set([id, ...members.map((member) => member.id)])] };
  });
