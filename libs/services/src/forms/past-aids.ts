import { type ColumnSpec, UNIFIED_COLUMNS } from '#libs/domain';
import {
  type AccessRequest,
  type AccessSubject,
  decideAccess,
  generalise,
  type PolicyBook,
  type Precision,
} from '#libs/minimiser';
import type { HistoryAid } from '#libs/store';

/** What an aid of the past shows, by unified field of an aid. Generalised amounts and days are texts. */
export interface ShownAid {
  readonly origin: string;
  readonly id: string;
  readonly site: string | null;
  readonly status: string | null;
  readonly night: string | null;
  readonly kind: string | null;
  readonly requestedOn: string | null;
  readonly requestedCents: number | string | null;
  readonly outcome: string | null;
  readonly decidedOn: string | null;
  readonly grantedCents: number | string | null;
  readonly paidCents: number | string | null;
  readonly paidOn: string | null;
}

/** The unified field that each member tells, and how a value of it is written. */
const TOLD = {
  // Sensitive kinds are not read at all where they may not be seen (`hiddenKinds`).
  kind: { field: 'nature', type: 'code' },
  // Where a request stands tells what was decided.
  status: { field: 'outcome', type: 'code' },
  requestedOn: { field: 'requestedOn', type: 'date' },
  requestedCents: { field: 'requestedAmount', type: 'cents' },
  outcome: { field: 'outcome', type: 'code', list: 'aidOutcome' },
  decidedOn: { field: 'outcome', type: 'date' },
  grantedCents: { field: 'grantedAmount', type: 'cents' },
  paidCents: { field: 'payment', type: 'cents' },
  paidOn: { field: 'payment', type: 'date' },
} as const satisfies Partial<Record<keyof ShownAid, Pick<ColumnSpec, 'field' | 'type' | 'list'>>>;
type Told = keyof typeof TOLD;

/** Unified fields of an aid that an answer can hold. */
export const AID_FIELDS: readonly string[] = [...new Set(Object.values(TOLD).map(({ field }) => field))];

/** Precisions of the unified fields of an aid, for one person and purpose. */
export type AidPrecisions = Readonly<Record<string, Precision>>;

export const aidPrecisions = (book: PolicyBook, request: AccessRequest, subject: AccessSubject): AidPrecisions =>
  Object.fromEntries(
    [...new Set([...UNIFIED_COLUMNS.aid.map(({ field }) => field), 'payment'])].map((field) => [
      field,
      decideAccess(book, request, subject, 'aid', field).precision,
    ]),
  );

/** Members that are null because the purpose may not see them. */
export const withheldOfAids = (precisions: AidPrecisions): readonly Told[] =>
  (Object.keys(TOLD) as Told[]).filter((member) => !isShown(precisions[TOLD[member].field]));

const isShown = (precision: Precision | undefined): boolean => precision === 'full' || precision === 'generalised';

/**
 * An aid as a purpose sees it. A sensitive code reads like one that nobody wrote.
 * @param where whether the site may be told: that of a separated person tells where they are
 */
export const showAid = (
  book: PolicyBook,
  { purpose }: AccessRequest,
  precisions: AidPrecisions,
  aid: HistoryAid,
  where: boolean,
): ShownAid => {
  const shown = (member: Told): string | number | null => {
    const { field, type, ...told } = TOLD[member];
    const value = aid[member];
    const precision = precisions[field];
    if (value === null || !isShown(precision)) return null;
    const isSecret = 'list' in told && book.isSensitive(told.list, String(value));
    if (isSecret && book.purpose(purpose ?? '')?.sensitiveActs !== true) return null;
    if (precision === 'full') return value;
    const how = book.field('aid', field)?.generalise ?? null;
    const fits = how === 'band' ? type === 'cents' : (how === 'year' || how === 'month') && type === 'date';
    return how !== null && fits ? generalise(how, value, 'cents') : null;
  };
  const text = (member: Told): string | null => (shown(member) === null ? null : String(shown(member)));
  return {
    origin: aid.origin,
    id: aid.id,
    site: where ? aid.site : null,
    status: text('status'),
    night: aid.night,
    kind: text('kind'),
    requestedOn: text('requestedOn'),
    requestedCents: shown('requestedCents'),
    outcome: text('outcome'),
    decidedOn: text('decidedOn'),
    grantedCents: shown('grantedCents'),
    paidCents: shown('paidCents'),
    paidOn: text('paidOn'),
  };
};
