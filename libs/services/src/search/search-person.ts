import { type AccessRequest, decideAccess, type PolicyBook } from '#libs/minimiser';
import { agreeing, findIdentity, type FoundIdentity, type IdentityRecord } from '#libs/linkage';
import { type BornOn, type Client, findBornOn } from '#libs/store';
import { whyUnseen } from '../persons/may-see.js';
import type { FindSubject, KnownSubject } from '../subjects/known-subject.js';

/**
 * Who is looked for. Whatever beyond name, given name and day is given narrows where the asker may read it, and is asked for only
 * where it helps: else whoever may not read a postcode would learn it by trying them all.
 */
export interface SearchedIdentity {
  readonly name: string;
  readonly givenName: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly sex: string | null;
  readonly postcode: string | null;
  readonly site: string | null;
}

export interface SearchDesk {
  readonly book: PolicyBook;
  readonly findSubject: FindSubject;
  /** Whether a given name, normalised, is borne by anybody. */
  readonly isGivenName: (name: string) => boolean;
}

/** What a search found, and of whom something agreed: for the trail, never for the answer. */
export interface SearchOutcome {
  readonly found: FoundIdentity;
  /** Persons whose names and day agree, those whom the asker may not see included. */
  readonly touched: readonly KnownSubject[];
}

/** An id that is nobody's: it is looked up where nobody agrees, so that an answer takes as long for nobody as for somebody. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
/** Looked up in each search, whether so many agree or not. */
const LOOKED_UP = 2;

/**
 * Looks for one person by identity. Whom the asker may not see is nobody: restricted, archived, of other sites; and a separated
 * person for every purpose that may not know where they are and whose grant does not name their site.
 */
export const searchPerson = async (
  client: Client,
  desk: SearchDesk,
  request: AccessRequest,
  asked: SearchedIdentity,
): Promise<SearchOutcome> => {
  const records = (await findBornOn(client, asked.birthDate)).map(toRecord);
  const near = agreeing(asked, records, desk.isGivenName);
  const ids = [...new Set(near.map(({ personId }) => personId))];
  const touched: KnownSubject[] = [];
  for (let at = 0; at < Math.max(LOOKED_UP, ids.length); at++) {
    const subject = await desk.findSubject(client, ids[at] ?? NOBODY);
    if (subject !== null) touched.push(subject);
  }
  const seen = new Map(
    touched.flatMap((one) =>
      whyUnseen(desk.book, request, one) === null ? [[one.personId, readable(desk.book, request, one)] as const] : [],
    ),
  );
  const visible = near.flatMap((record) => {
    const may = seen.get(record.personId);
    return may === undefined ? [] : [{ ...record, telling: readOf(record.telling, may) }];
  });
  const fitting = visible.filter((record) => fits(record, asked));
  return { found: findIdentity(asked, fitting, desk.isGivenName), touched };
};

const NARROWING = ['sex', 'postcode', 'site'] as const;
type Narrowing = (typeof NARROWING)[number];

/** What of a person may narrow a search: what the asker may read in full. A separated person's site tells where they are. */
const readable = (book: PolicyBook, request: AccessRequest, subject: KnownSubject): readonly Narrowing[] => {
  const isFull = (field: string): boolean => decideAccess(book, request, subject, 'person', field).precision === 'full';
  const isAnywhere = subject.separatedFrom.length === 0;
  const may: Readonly<Record<Narrowing, boolean>> = {
    sex: isFull('sex'),
    postcode: isFull('postcode'),
    site: isAnywhere || book.purpose(request.purpose ?? '')?.protectedAddress === true,
  };
  return NARROWING.filter((member) => may[member]);
};

const readOf = (telling: IdentityRecord['telling'], may: readonly Narrowing[]): IdentityRecord['telling'] =>
  Object.fromEntries(may.map((member) => [member, telling[member] ?? null]));

const toRecord = ({ personId, birthName, usageName, givenNames, sex, postcode, site }: BornOn): IdentityRecord => ({
  personId,
  names: [birthName, usageName].filter((name) => name !== null),
  givenNames: givenNames ?? '',
  telling: { sex: sex === 'unknown' ? null : sex, postcode, site },
});

/** What is asked for beyond the names must not contradict; a record that does not say it fits. */
const fits = ({ telling }: IdentityRecord, asked: SearchedIdentity): boolean =>
  NARROWING.every((member) => asked[member] === null || telling[member] == null || telling[member] === asked[member]);
