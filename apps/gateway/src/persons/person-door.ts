import type { AccessReason, PolicyBook } from '#libs/minimiser';
import {
  findHeldSubjects,
  type HeldSubject,
  type PersonReader,
  type PersonView,
  requestReader,
  type SeenPerson,
  visibleMembers,
  whyUnseen,
} from '#libs/services';
import {
  type AuditEntry,
  type AuditTrail,
  BARE_ENTRY,
  type Client,
  type HeldMember,
  type Transactor,
  type Vault,
} from '#libs/store';
import type { Access } from '../access/access.js';
import type { ReachLimit } from '../access/reach-limit.js';
import { Refusal } from '../problem/refusal.js';

export interface PersonDoorParts {
  readonly database: Transactor;
  readonly trail: AuditTrail;
  readonly book: PolicyBook;
  readonly vault: Vault;
  readonly reach: ReachLimit;
  /** The installation's key, for pseudonyms. */
  readonly key: Uint8Array;
}

/** A person whom a client may see; nothing of its records has been read yet. */
export interface EnteredPerson extends SeenPerson {
  readonly subject: HeldSubject;
  readonly members: readonly HeldMember[];
  readonly view: PersonView;
}

/** Whether a person may be seen, and why not. */
type Judged =
  | { readonly why: null; readonly entered: EnteredPerson }
  | { readonly why: AccessReason | 'person.unknown'; readonly subject: HeldSubject | undefined };

/** Where every read of a person passes: who may not be seen is nobody, by the same steps and with the same answer. */
export class PersonDoor {
  constructor(private readonly parts: PersonDoorParts) {}

  /**
   * @param id of any source person, or of the person that it once was
   * @param action for the audit trail
   * @throws Refusal 404 `person.unknown-here`, 429 `access.too-many-persons`
   */
  async enter(access: Access, id: string, action: string): Promise<EnteredPerson> {
    const [entered] = await this.enterAndRead(access, id, action, () => Promise.resolve());
    return entered;
  }

  /**
   * The same, and reads something of the person: over the same connection where the person is counted already.
   * @param read nothing of what it returns may be told before it was entered
   */
  async enterAndRead<T>(
    access: Access,
    id: string,
    action: string,
    read: (client: Client, entered: EnteredPerson) => Promise<T>,
  ): Promise<readonly [EnteredPerson, T]> {
    const { database, reach } = this.parts;
    const { grant } = access.client;
    // Nothing is thrown in here: a connection whose work failed is given up, and refusals are many.
    const { judged, said } = await database.session(async (client) => {
      const judged = await this.judge(client, access, id);
      const isFree = judged.why === null && reach.isCounted(grant, judged.entered.subject.personId);
      return { judged, said: isFree ? { value: await read(client, judged.entered) } : null };
    });
    if (judged.why !== null) return this.refuse(access, action, judged.subject, judged.why);
    const { entered } = judged;
    if (said !== null) return [entered, said.value];
    await reach.take(grant, entered.subject.personId);
    return [entered, await database.session((client) => read(client, entered))];
  }

  private async judge(client: Client, access: Access, id: string): Promise<Judged> {
    const { vault, book } = this.parts;
    const [subject] = await findHeldSubjects(client, vault, [id]);
    if (subject === undefined) return { why: 'person.unknown', subject };
    const why = whyUnseen(book, access.request, subject);
    if (why !== null) return { why, subject };
    const view = this.readerOf(access).viewOf(subject);
    const members = visibleMembers(subject, view, subject.members);
    return members.length === 0 ? { why: 'subject.separated', subject } : { why, entered: { subject, members, view } };
  }

  readerOf({ request }: Access): PersonReader {
    return requestReader(this.parts.book, request, this.parts.key);
  }

  /**
   * Enters a read: one entry for each record that the person is made of, on the disk once it resolves.
   * @param fields unified fields that are shown @param detail codes
   */
  async record(
    access: Access,
    action: string,
    members: readonly Pick<HeldMember, 'id' | 'caseId'>[],
    fields: readonly string[],
    detail: readonly string[] = [],
  ): Promise<void> {
    const read = { ...entryOf(access, action), fields, detail };
    await this.parts.trail.enter(members.map(({ id, caseId }) => ({ ...read, subjectId: id, caseId })));
  }

  private async refuse(
    access: Access,
    action: string,
    subject: HeldSubject | undefined,
    why: AccessReason | 'person.unknown',
  ): Promise<never> {
    const refused = { ...entryOf(access, action), outcome: 'refused', detail: [why] };
    const of = subject?.members.map(({ id, caseId }) => ({ ...refused, subjectId: id, caseId }));
    await this.parts.trail.enter(of ?? [refused]);
    throw new Refusal(404, 'person.unknown-here');
  }
}

/** An entry as all of one request begin. */
export const entryOf = ({ purpose, recipient, client }: Access, action: string): AuditEntry => ({
  ...BARE_ENTRY,
  action,
  purpose,
  recipient,
  grant: client.grant,
});
