import { TeachingError } from '#libs/domain';
import type { PolicyBook } from '#libs/minimiser';
import {
  findHeldSubjects,
  type HeldSubject,
  type HomeOfRights,
  type LinkRules,
  type Naming,
  type ReportContext,
  whyUnseen,
} from '#libs/services';
import type { Language } from '#libs/messages';
import type { AuditEntry, AuditTrail, Client, Transactor, Vault } from '#libs/store';
import type { Access } from '../access/access.js';
import type { ReachLimit } from '../access/reach-limit.js';
import type { AnswerKeeper } from '../idempotency/answer-keeper.js';
import { Refusal } from '../problem/refusal.js';
import type { WaitingRoom } from './waiting-room.js';

/** What rights are used with over HTTP. */
export interface RightsApi {
  readonly database: Transactor;
  readonly trail: AuditTrail;
  readonly book: PolicyBook;
  readonly vault: Vault;
  readonly home: HomeOfRights;
  readonly naming: Naming;
  readonly reach: ReachLimit;
  readonly keeper: AnswerKeeper;
  readonly room: WaitingRoom;
  readonly reports: Readonly<Record<Language, ReportContext>>;
  readonly linkRules: LinkRules;
}

/** One answer for whoever is not there and for whoever the client may not know of. */
export const unknownHere = (): Refusal => new Refusal(404, 'person.unknown-here');

/** When to come again while a link run or an import is under way, in seconds. */
const AGAIN_SECONDS = 30;

/** What is not there for the client, whichever way it is told. */
const UNKNOWN: readonly string[] = [
  'person.unknown',
  'separation.not-together',
  'rights.not-refused',
  'rights.erased',
  'subject-report.nothing-held',
];

/**
 * The person of an id, where the client may know of them.
 * @throws Refusal 404 `person.unknown-here`
 */
export const seenPerson = async (
  { book, vault }: Pick<RightsApi, 'book' | 'vault'>,
  client: Client,
  access: Access,
  id: string,
): Promise<HeldSubject> => {
  const [subject] = await findHeldSubjects(client, vault, [id]);
  if (subject === undefined || whyUnseen(book, access.request, subject) !== null) throw unknownHere();
  return subject;
};

/** Entries of a right as this client used it. */
export const entriesFor = (
  { purpose, recipient, client }: Access,
  entries: readonly AuditEntry[],
): readonly AuditEntry[] => entries.map((entry) => ({ ...entry, purpose, recipient, grant: client.grant }));

/** What a right that cannot be used is answered with. Whatever the reason is, none says that somebody is there. */
export const asRefusal = (error: unknown): unknown => {
  if (!(error instanceof TeachingError)) return error;
  if (UNKNOWN.includes(error.code)) return unknownHere();
  const isBusy = error.code === 'rights.linking' || error.code === 'rights.busy';
  return isBusy ? new Refusal(503, error.code, { 'Retry-After': String(AGAIN_SECONDS) }) : error;
};
