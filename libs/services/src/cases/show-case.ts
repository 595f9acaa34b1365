import { type ColumnSpec, UNIFIED_COLUMNS } from '#libs/domain';
import {
  type AccessRequest,
  decideAccess,
  keyedHash,
  type PolicyBook,
  type Precision,
  PRECISIONS,
  showValues,
} from '#libs/minimiser';
import { type Client, type HeldCase, openCases, readCases, readPersonRecords } from '#libs/store';
import { requestReader } from '../policies/person-reader.js';
import { PRESENT } from '../policies/present.js';
import type { ShownValue } from '../persons/shown-field.js';
import type { CaseDesk, SeenCase, SeenMember } from './see-cases.js';

/** A field of a case as a purpose sees it. */
export type ShownCaseField =
  | { readonly name: string; readonly status: 'known'; readonly precision: Precision; readonly value: ShownValue }
  | { readonly name: string; readonly status: 'unknown' | 'withheld' };

/** A member as a case shows it: who they are to the others, and nothing more. */
export interface ShownMember {
  readonly personId: string;
  readonly givenName: string | null;
  readonly birthYear: number | null;
  readonly headOfHousehold: boolean | null;
  /** Of the three, those that the purpose may not see. */
  readonly withheld: readonly MemberField[];
}

export interface ShownCase {
  readonly caseId: string;
  readonly system: string;
  readonly site: string;
  readonly night: string;
  readonly fields: readonly ShownCaseField[];
  readonly members: readonly ShownMember[];
}

/** What a case shows of its members. */
export const MEMBER_FIELDS = ['givenNames', 'birthDate', 'headOfHousehold'] as const;
export type MemberField = (typeof MEMBER_FIELDS)[number];

/** The date of the record is provenance, not a field to show. */
const FIELDS = UNIFIED_COLUMNS.case.filter(({ field }) => field !== 'sourceUpdatedOn');

/** Unified fields of a case that an answer can hold. */
export const CASE_FIELDS: readonly string[] = [...new Set(FIELDS.map(({ field }) => field))];

/** What cases need beside being seen. */
export interface ShowCaseDesk extends CaseDesk {
  /** The installation's key, for pseudonyms. */
  readonly key: Uint8Array;
}

/** What some cases that an asker may see look like to it. What it may not see is not read. */
export const showCases = async (
  client: Client,
  desk: ShowCaseDesk,
  request: AccessRequest,
  seen: readonly SeenCase[],
): Promise<readonly ShownCase[]> => {
  const shown: ShownCase[] = [];
  const held = await readCases(
    client,
    seen.map(({ caseId }) => caseId),
  );
  for (const row of held) {
    const one = seen.find(({ caseId }) => caseId === row.id);
    if (one === undefined) continue;
    const through = { ...request, throughCase: one.caseId };
    const opened = one.isProtected && isOpen(desk.book, request) ? await open(client, desk, row, one) : row;
    shown.push({
      caseId: row.id,
      system: row.system,
      site: row.site,
      night: row.night,
      fields: FIELDS.map((spec) => showField(desk, through, one, spec, opened)),
      members: await showMembers(client, desk, through, one.members),
    });
  }
  return shown;
};

const isOpen = (book: PolicyBook, { purpose }: AccessRequest): boolean =>
  book.purpose(purpose ?? '')?.protectedAddress === true;

const open = async (client: Client, { vault }: ShowCaseDesk, row: HeldCase, seen: SeenCase): Promise<HeldCase> => {
  const ids = seen.members.flatMap(({ sourceIds }) => sourceIds);
  const values = (await openCases(client, vault, [row.id], ids)).get(row.id) ?? {};
  return { ...row, values: UNIFIED_COLUMNS.case.map(({ column }, at) => row.values[at] ?? values[column] ?? null) };
};

const showField = (
  { book, key }: ShowCaseDesk,
  request: AccessRequest,
  seen: SeenCase,
  spec: ColumnSpec,
  { values }: HeldCase,
): ShownCaseField => {
  const { field: name } = spec;
  const purpose = request.purpose ?? '';
  const precision = casePrecision(book, request, seen, name);
  if (precision === 'none') return { name, status: 'withheld' };
  const field = showValues(precision, [spec], [values[UNIFIED_COLUMNS.case.indexOf(spec)] ?? null], {
    generalise: book.field('case', name)?.generalise ?? null,
    pseudonym: (value) => keyedHash(key, ['shown', purpose, name])(value),
    hides: (list, code) => book.purpose(purpose)?.sensitiveActs !== true && book.isSensitive(list, code),
  });
  if (field.precision === 'none') return { name, status: 'withheld' };
  const value = field.precision === 'presence' ? (field.present ? PRESENT : null) : (field.values[0] ?? null);
  if (value === null || value === 'unknown') return { name, status: 'unknown' };
  if (precision === 'presence') return { name, status: 'known', precision, value: null };
  return {
    name,
    status: 'known',
    precision,
    value: precision === 'full' && spec.type === 'integer' ? Number(value) : String(value),
  };
};

/** A case belongs to all its members: the strictest of their decisions counts, and a separated one protects its place. */
export const casePrecision = (book: PolicyBook, request: AccessRequest, seen: SeenCase, field: string): Precision => {
  if (seen.isProtected && !isOpen(book, request) && book.categoryOf('case', field)?.tellsWhere === true) return 'none';
  return seen.members
    .map(({ subject }) => decideAccess(book, request, subject, 'case', field).precision)
    .reduce((one, other) => (PRECISIONS.indexOf(one) < PRECISIONS.indexOf(other) ? one : other), 'full');
};

const showMembers = async (
  client: Client,
  { book, key }: ShowCaseDesk,
  request: AccessRequest,
  members: readonly SeenMember[],
): Promise<readonly ShownMember[]> => {
  const reader = requestReader(book, request, key);
  const views = members.map((member) => ({ ...member, view: reader.viewOf(member.subject) }));
  const fields = MEMBER_FIELDS.filter((field) => views.some(({ view }) => isTold(view.precisions[field])));
  const ids = members.flatMap(({ sourceIds }) => sourceIds);
  const records = fields.length === 0 ? [] : await readPersonRecords(client, ids, fields);
  return views.map(({ subject, sourceIds, view }) => {
    const own = records.filter(({ sourcePersonId }) => sourceIds.includes(sourcePersonId));
    const first = (field: MemberField): string | null => {
      if (!isTold(view.precisions[field])) return null;
      const value = own.map(({ values }) => values[field] ?? null).find((one) => one !== null) ?? null;
      return view.shownValue(field, value);
    };
    const [head, born] = [first('headOfHousehold'), first('birthDate')];
    return {
      personId: subject.personId,
      givenName: first('givenNames')?.split(/[\s,]+/)[0] ?? null,
      birthYear: born === null ? null : Number(born.slice(0, 4)),
      headOfHousehold: head === null ? null : head === 'true',
      withheld: MEMBER_FIELDS.filter((field) => !isTold(view.precisions[field])),
    };
  });
};

/** A pseudonym or the mere presence of a name says nothing to the others of a household. */
const isTold = (precision: Precision | undefined): boolean => precision === 'full' || precision === 'generalised';
