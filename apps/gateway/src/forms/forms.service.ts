import { type AccessSubject, decideAccess } from '#libs/minimiser';
import {
  type AidRules,
  aidPrecisions,
  type AidPrecisions,
  checkAidKind,
  engagementContract,
  type FilledForm,
  hiddenKinds,
  seeCases,
  showAid,
  type ShowCaseDesk,
  singleForm,
  withheldOfAids,
} from '#libs/services';
import { type HistoryAid, type HistoryMark, listAidHistory, type Transactor } from '#libs/store';
import type { Access } from '../access/access.js';
import type { AnswerTags, TaggedAnswer } from '../persons/answer-tag.js';
import type { EnteredPerson, PersonDoor } from '../persons/person-door.js';
import { snakeCase } from '../persons/person.view.js';
import { type OpenedPerson, type PersonsService, shownNames } from '../persons/persons.service.js';
import type { FormView, HistoryQuery, HistoryView } from './form.schemas.js';
import { formView, pastAidView } from './form.view.js';
import { cursorOf, markOf } from './history-cursor.js';

export interface FormsParts {
  readonly database: Transactor;
  readonly desk: ShowCaseDesk;
  readonly rules: AidRules;
  readonly door: PersonDoor;
  readonly persons: PersonsService;
  readonly tags: AnswerTags;
}

/** So many aids of the past stand on a form; the rest is asked for page by page. */
const PAST_AIDS = 20;

/** Forms that are filled with what is known, and the history of aids. Nothing here decides about anybody. */
export class FormsService {
  constructor(private readonly parts: FormsParts) {}

  /** @throws TeachingError `form.kind`; Refusal as `PersonDoor.enter` */
  async singleForm(access: Access, id: string, kind: string, known: string | undefined): Promise<TaggedAnswer> {
    checkAidKind(this.parts.rules, kind);
    const opened = await this.parts.persons.open(access, id, 'forms.read');
    return this.form(access, opened, kind, singleForm(this.parts.rules, kind, opened.fields), known);
  }

  async contract(access: Access, id: string, known: string | undefined): Promise<TaggedAnswer> {
    const opened = await this.parts.persons.open(access, id, 'contracts.read');
    return this.form(access, opened, null, engagementContract(this.parts.rules, opened.fields), known);
  }

  /** Aids of a person, the newest first: requests of the gateway and imported aids. */
  async history(access: Access, id: string, { limit, cursor }: HistoryQuery): Promise<HistoryView> {
    const after = markOf(cursor);
    const entered = await this.parts.door.enter(access, id, 'aid-requests.list');
    const { shown, precisions, next } = await this.aids(access, entered, after, limit);
    await this.parts.door.record(access, 'aid-requests.list', entered.members, aidNames(precisions));
    const withheld = withheldOfAids(precisions).map(snakeCase);
    return { person_id: entered.subject.personId, aids: shown.map(pastAidView), withheld, next };
  }

  private async form(
    access: Access,
    opened: OpenedPerson,
    kind: string | null,
    filled: FilledForm,
    known: string | undefined,
  ): Promise<TaggedAnswer> {
    const { shown, precisions, next } = await this.aids(access, opened, null, PAST_AIDS);
    const past = {
      aids: shown.map(pastAidView),
      withheld: withheldOfAids(precisions).map(snakeCase),
      more: next !== null,
    };
    const view = formView({
      personId: opened.subject.personId,
      purpose: access.purpose,
      speaks: opened.speaks,
      form: kind === null ? 'engagement_contract' : 'single_form',
      aid: kind,
      filled,
      household: await this.household(access, opened),
      past,
    });
    const answer = this.parts.tags.tag(view, known);
    const fields = [...new Set([...shownNames(filled.fields.map(({ field }) => field)), ...aidNames(precisions)])];
    const action = kind === null ? 'contracts.read' : 'forms.read';
    await this.parts.door.record(access, action, opened.members, fields, kind === null ? [] : [kind]);
    return answer;
  }

  /** How many share the person's cases, as far as the asker may see them: a number that tells of the family. */
  private async household(
    { request }: Access,
    { subject, members }: EnteredPerson,
  ): Promise<FormView['household_size']> {
    const { database, desk } = this.parts;
    if (decideAccess(desk.book, request, subject, 'case', 'familyContext').precision !== 'full') {
      return { status: 'withheld', value: null };
    }
    const caseIds = [...new Set(members.flatMap(({ caseId }) => caseId ?? []))];
    const cases = await database.session((client) => seeCases(client, desk, request, caseIds));
    // The case that shows most: one and the same child may be in the cases of two applications, linked or not yet.
    const sizes = cases
      .filter((one) => one.members.some((member) => member.subject.personId === subject.personId))
      .map((one) => one.members.length);
    return sizes.length === 0 ? { status: 'unknown', value: null } : { status: 'known', value: Math.max(...sizes) };
  }

  private async aids(
    { request, recipient }: Access,
    { subject, members, view }: EnteredPerson,
    after: HistoryMark | null,
    limit: number,
  ): Promise<{ shown: ReturnType<typeof showAid>[]; precisions: AidPrecisions; next: string | null }> {
    const { database, desk } = this.parts;
    const precisions = aidPrecisions(desk.book, request, subject);
    // Without its nature an aid is nothing but a count of somebody's needs.
    if (precisions['nature'] === undefined || precisions['nature'] === 'none')
      return { shown: [], precisions, next: null };
    const ids = members.map((member) => member.id);
    const byDay = precisions['requestedOn'] === 'full';
    const wish = { byDay, after, limit: limit + 1, hiddenKinds: hiddenKinds(desk.book, request), recipient };
    const read = await database.session((client) => listAidHistory(client, ids, wish));
    const page = read.slice(0, limit);
    const last: HistoryAid | undefined = read.length > limit ? page.at(-1) : undefined;
    const where = isAnywhere(subject) || view.protectedAddress;
    return {
      shown: page.map((aid) => showAid(desk.book, request, precisions, aid, where)),
      precisions,
      next: last === undefined ? null : cursorOf(last),
    };
  }
}

/** The site of an aid of a separated person may tell where they are. */
const isAnywhere = ({ separatedFrom }: AccessSubject): boolean => separatedFrom.length === 0;

const aidNames = (precisions: AidPrecisions): readonly string[] =>
  Object.entries(precisions).flatMap(([field, precision]) => (precision === 'none' ? [] : [field]));
