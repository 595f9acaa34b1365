import type { GoldenRules } from '#libs/linkage';
import { readSeenPerson, shownFields, type ShownField, type SiteSides, type SpeaksFor } from '#libs/services';
import type { Vault } from '#libs/store';
import type { Access } from '../access/access.js';
import type { AnswerTags, TaggedAnswer } from './answer-tag.js';
import type { EnteredPerson, PersonDoor } from './person-door.js';
import { personView } from './person.view.js';

export interface PersonsParts {
  readonly vault: Vault;
  readonly golden: GoldenRules;
  readonly door: PersonDoor;
  readonly sides: SiteSides;
  readonly tags: AnswerTags;
}

/** A person with what its records come to for the asker. Holds values. */
export interface OpenedPerson extends EnteredPerson {
  readonly fields: readonly ShownField[];
  readonly speaks: SpeaksFor;
}

/** Persons by id: the golden record, as the stated purpose sees it. */
export class PersonsService {
  constructor(private readonly parts: PersonsParts) {}

  async read(access: Access, id: string, known: string | undefined): Promise<TaggedAnswer> {
    const opened = await this.open(access, id, 'persons.read');
    const { subject, members, fields, speaks } = opened;
    const about = { personId: subject.personId, purpose: access.purpose, state: subject.state };
    const sources = distinct(members.map(({ system, site }) => ({ system, site })));
    const answer = this.parts.tags.tag(personView({ ...about, sources, fields, speaks }), known);
    const detail = answer.text === null ? ['not-modified'] : [];
    await this.parts.door.record(access, 'persons.read', members, shownNames(fields), detail);
    return answer;
  }

  /** @throws as `PersonDoor.enter`. What it returns must be entered in the trail before it is told. */
  async open(access: Access, id: string, action: string): Promise<OpenedPerson> {
    const { vault, golden, door, sides } = this.parts;
    const [entered, person] = await door.enterAndRead(access, id, action, (client, seen) =>
      readSeenPerson(client, vault, golden, seen),
    );
    const speaks = await sides.of([...new Set(entered.members.map(({ site }) => site))]);
    return { ...entered, speaks, fields: shownFields(golden, person, access.request.now.slice(0, 10)) };
  }
}

/** Fields that an answer tells something of: also that nobody knows is something. */
export const shownNames = (fields: readonly ShownField[]): readonly string[] =>
  fields.filter(({ status }) => status !== 'withheld').map(({ name }) => name);

const distinct = <T extends { readonly system: string; readonly site: string }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [`${one.system}/${one.site}`, one])).values(),
];
