import { type SeenCase, seeCases, showCases, type ShowCaseDesk, type ShownCase, type SiteSides } from '#libs/services';
import type { AuditEntry, AuditTrail, Transactor } from '#libs/store';
import type { Access } from '../access/access.js';
import type { ReachLimit } from '../access/reach-limit.js';
import { type AnswerTags, type TaggedAnswer, undated } from '../persons/answer-tag.js';
import { entryOf, type PersonDoor } from '../persons/person-door.js';
import { speaksView } from '../persons/person.view.js';
import { Refusal } from '../problem/refusal.js';
import type { CasesView, CaseView } from './case.schemas.js';
import { caseView } from './case.view.js';

export interface CasesParts {
  readonly database: Transactor;
  readonly trail: AuditTrail;
  readonly reach: ReachLimit;
  readonly desk: ShowCaseDesk;
  readonly door: PersonDoor;
  readonly sides: SiteSides;
  readonly tags: AnswerTags;
}

const ACTION = 'cases.read';

/** Cases, and the members of them whom the asker may see. */
export class CasesService {
  constructor(private readonly parts: CasesParts) {}

  /** The cases that a person belongs to today. */
  async ofPerson(access: Access, id: string, known: string | undefined): Promise<TaggedAnswer> {
    const { door, sides, tags } = this.parts;
    const { subject, members } = await door.enter(access, id, ACTION);
    const seen = await this.see(access, [...new Set(members.flatMap(({ caseId }) => caseId ?? []))]);
    // Through the case the person itself may be out of reach: then that case is not theirs to this asker.
    const own = seen.filter((one) => one.members.some((member) => member.subject.personId === subject.personId));
    const cases = await this.show(access, own);
    const views = await Promise.all(cases.map((one) => this.view(one)));
    const speaks = speaksView(await sides.of([...new Set(members.map(({ site }) => site))]));
    const body: CasesView = { person_id: subject.personId, ...speaks, cases: views };
    const answer = tags.tag(body, known, { ...undated(body), cases: views.map(undated) });
    const entries = entriesOf(access, own, cases);
    // Also that somebody is in no case is an answer about them.
    const bare = members.map((member) => ({ ...entryOf(access, ACTION), subjectId: member.id, caseId: member.caseId }));
    await this.parts.trail.enter(entries.length > 0 ? entries : bare);
    return answer;
  }

  /** @throws Refusal 404 `case.unknown-here` */
  async read(access: Access, caseId: string, known: string | undefined): Promise<TaggedAnswer> {
    const seen = await this.see(access, [caseId]);
    const [shown] = await this.show(access, seen);
    if (shown === undefined) {
      await this.parts.trail.enter([{ ...entryOf(access, ACTION), caseId, outcome: 'refused' }]);
      throw new Refusal(404, 'case.unknown-here');
    }
    const answer = this.parts.tags.tag(await this.view(shown), known);
    await this.parts.trail.enter(entriesOf(access, seen, [shown]));
    return answer;
  }

  private see({ request }: Access, caseIds: readonly string[]): Promise<readonly SeenCase[]> {
    const { database, desk } = this.parts;
    return database.session((client) => seeCases(client, desk, request, caseIds));
  }

  /** Whoever a case shows has been read, and counts. */
  private async show(access: Access, seen: readonly SeenCase[]): Promise<readonly ShownCase[]> {
    const { database, desk, reach } = this.parts;
    const persons = new Set(seen.flatMap(({ members }) => members.map(({ subject }) => subject.personId)));
    await reach.take(access.client.grant, [...persons]);
    return database.session((client) => showCases(client, desk, access.request, seen));
  }

  private async view(shown: ShownCase): Promise<CaseView> {
    return caseView(shown, await this.parts.sides.of([shown.site]));
  }
}

/** One entry for each record of each member that a case shows. */
const entriesOf = (access: Access, seen: readonly SeenCase[], shown: readonly ShownCase[]): readonly AuditEntry[] =>
  shown.flatMap(({ caseId, fields, members }) => {
    const ofCase = fields.filter(({ status }) => status !== 'withheld').map(({ name }) => name);
    return (seen.find((one) => one.caseId === caseId)?.members ?? []).flatMap(({ subject, sourceIds }) => {
      const withheld = members.find(({ personId }) => personId === subject.personId)?.withheld ?? [];
      const own = (['givenNames', 'birthDate', 'headOfHousehold'] as const).filter((one) => !withheld.includes(one));
      const about = { ...entryOf(access, ACTION), caseId, fields: [...new Set([...ofCase, ...own])] };
      return sourceIds.map((subjectId) => ({ ...about, subjectId }));
    });
  });
