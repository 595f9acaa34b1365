import type { Client } from '../connection/database.js';
import { LIST_AID_HISTORY } from '../sql/gateway-aids.sql.js';

/** An aid of a person's past, or one that is under way. Holds values. Amounts in cents, days YYYY-MM-DD. */
export interface HistoryAid {
  /** `gateway`, or the system that an import brought it from. */
  readonly origin: string;
  readonly id: string;
  readonly site: string | null;
  /** A code of the list `aidNature`. */
  readonly kind: string | null;
  /** Where a request of the gateway stands; null for an imported aid, which has an outcome instead. */
  readonly status: string | null;
  readonly requestedOn: string | null;
  readonly requestedCents: number | null;
  /** A code of the list `aidOutcome`. */
  readonly outcome: string | null;
  readonly decidedOn: string | null;
  readonly grantedCents: number | null;
  /** Of all payments together; the day is that of the last one. */
  readonly paidCents: number | null;
  readonly paidOn: string | null;
  /** Night of the import that wrote it as it stands; null for a request of the gateway. */
  readonly night: string | null;
  /** By what it is ordered. */
  readonly sortDay: string;
}

/** What of somebody's aids is read. */
export interface HistoryWish {
  /** False where their days may not be seen: then their order must not tell them either. */
  readonly byDay: boolean;
  readonly after: HistoryMark | null;
  readonly limit: number;
  /** Kinds that are left out, but for the requests of `recipient` (SIRET). */
  readonly hiddenKinds: readonly string[];
  readonly recipient: string;
}

/** The last one of a page. */
export interface HistoryMark {
  readonly day: string;
  readonly id: string;
}

/**
 * Aids of a person, those of the gateway and imported ones, the newest first.
 * @param personIds source persons
 */
export const listAidHistory = async (
  client: Client,
  personIds: readonly string[],
  { byDay, after, limit, hiddenKinds, recipient }: HistoryWish,
): Promise<readonly HistoryAid[]> => {
  const values = [personIds, byDay, after?.day ?? null, after?.id ?? null, limit, hiddenKinds, recipient];
  return (await client.query<HistoryAid>({ name: 'aid-history', text: LIST_AID_HISTORY, values })).rows;
};
