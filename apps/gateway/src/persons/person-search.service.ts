import type { FindSubject, KnownGivenNames, KnownSubject, SearchOutcome } from '#libs/services';
import { searchPerson } from '#libs/services';
import type { PolicyBook } from '#libs/minimiser';
import { type AuditEntry, type AuditTrail, BARE_ENTRY, type Transactor } from '#libs/store';
import type { ReachLimit } from '../access/reach-limit.js';
import type { Access } from '../access/access.js';
import type { Search, SearchResult } from './person-search.schemas.js';

export interface PersonSearchParts {
  readonly database: Transactor;
  readonly trail: AuditTrail;
  readonly book: PolicyBook;
  readonly findSubject: FindSubject;
  readonly givenNames: KnownGivenNames;
  readonly reach: ReachLimit;
}

/** Looks for one person. The answer holds an id or nothing; the trail holds of whom something agreed. */
export class PersonSearchService {
  constructor(private readonly parts: PersonSearchParts) {}

  async search(access: Access, body: Search): Promise<SearchResult> {
    const { database, trail, book, findSubject, givenNames, reach } = this.parts;
    const desk = { book, findSubject, isGivenName: await givenNames.get() };
    const outcome = await database.session((client) =>
      searchPerson(client, desk, access.request, {
        name: body.name,
        givenName: body.given_name,
        birthDate: body.birth_date,
        sex: body.sex ?? null,
        postcode: body.postcode ?? null,
        site: body.site ?? null,
      }),
    );
    if (outcome.found.result === 'match') await reach.take(access.client.grant, outcome.found.personId);
    await trail.enter(entriesOf(access, outcome));
    return resultOf(outcome);
  }
}

const resultOf = ({ found }: SearchOutcome): SearchResult => {
  switch (found.result) {
    case 'match':
      return { result: 'match', person_id: found.personId };
    case 'none':
      return { result: 'none' };
    case 'several':
      return {
        result: 'several',
        ask_for: found.askFor.filter((one) => one === 'sex' || one === 'postcode' || one === 'site'),
      };
  }
};

/** One entry for each person of whom something agreed; one without a person where nothing did. */
const entriesOf = ({ purpose, recipient, client }: Access, { found, touched }: SearchOutcome): AuditEntry[] => {
  const about = { ...BARE_ENTRY, action: 'persons.search', purpose, recipient, grant: client.grant };
  const matched = (subject: KnownSubject): boolean => found.result === 'match' && found.personId === subject.personId;
  if (touched.length === 0) return [{ ...about, detail: [found.result] }];
  return touched.map((subject) => ({
    ...about,
    subjectId: subject.sourceIds[0] ?? null,
    outcome: matched(subject) ? 'done' : 'refused',
    detail: [found.result],
  }));
};
