import type { Client } from '../connection/database.js';
import { byIndex } from '../linkage/by-index.js';
import { sortCodes } from '../linkage/blocking-code.js';
import { copyBatches, writeAscii } from '../linkage/copy-batches.js';
import {
  COUNT_STALE,
  CREATE_NEXT_FEATURE,
  findStale,
  NEXT_FEATURE_COLUMNS,
  REBUILD_KEYS,
  TOUCH_CHANGED,
  WRITE_FEATURES,
  WRITE_FEATURES_AND_KEYS,
} from '../sql/linkage-features.sql.js';
import { FIND_GONE, FORGET_GONE } from '../sql/linkage-forget.sql.js';

/** Before and behind every id. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Which source persons to look at, in order of ids. */
export interface StalePage {
  /** Names of LINK_INPUTS that the plan reads; nothing else leaves the store. */
  readonly inputs: readonly string[];
  /** Of the plan, and of whatever else features depend on. */
  readonly fingerprint: string;
  /** Ids after this one, up to `upTo` (included). */
  readonly after: string;
  readonly upTo: string;
  readonly limit: number;
}

/** A source person whose features must be made (again). */
export interface StalePerson {
  readonly id: string;
  /** Site and system in one number: records with the same one are of one source. */
  readonly sourceNo: number;
  /** Hash of what its features depend on; goes back with them. */
  readonly madeOf: string;
  /** Inputs by name; text as in the store, null where it is missing. */
  readonly values: Readonly<Record<string, string | null>>;
}

/** What a source person is compared by. */
export interface PersonFeatures {
  readonly id: string;
  readonly sourceNo: number;
  readonly madeOf: string;
  /** Blocking codes, in any order. */
  readonly codes: Iterable<number>;
  /** One line of text. */
  readonly features: string;
}

/** Source persons that are new, have changed, or were prepared by other rules. @throws RangeError for an unknown input */
export const findStalePersons = async (client: Client, page: StalePage): Promise<StalePerson[]> => {
  const { rows } = await client.query<Record<string, string | null> & { id: string; sourceNo: number; madeOf: string }>(
    findStale(page.inputs),
    [page.fingerprint, page.after, page.upTo, page.limit],
  );
  return rows.map(({ id, sourceNo, madeOf, ...values }) => ({ id, sourceNo, madeOf, values }));
};

/** How many source persons `findStalePersons` would find among all. */
export const countStalePersons = async (client: Client, fingerprint: string): Promise<number> =>
  (await client.query<{ stale: number }>(COUNT_STALE, [fingerprint])).rows[0]?.stale ?? 0;

/**
 * Writes what persons are compared by, in place of what was there, inside the caller's transaction.
 * @param mode `one-by-one` keeps the blocking keys in step and notes whoever looks different now, to be scored again; `all`
 * does neither: `rebuildKeys` follows, and everybody is scored
 */
export const writeFeatures = async (
  client: Client,
  rows: Iterable<PersonFeatures>,
  mode: 'one-by-one' | 'all',
): Promise<void> => {
  await client.query(CREATE_NEXT_FEATURE);
  await client.query('TRUNCATE next_feature');
  await copyBatches(client, 'next_feature', NEXT_FEATURE_COLUMNS, rows, (text, row) => {
    writeAscii(text, [row.id, row.sourceNo, row.madeOf, `{${sortCodes(row.codes).join(',')}}`]);
    text.tab();
    text.text(row.features);
  });
  // Of the arrays and texts nothing needs to be known, and they are what takes the time.
  await client.query('ANALYZE next_feature (person_id)');
  await byIndex(client, async () => {
    if (mode === 'one-by-one') await client.query(TOUCH_CHANGED);
    await client.query(mode === 'all' ? WRITE_FEATURES : WRITE_FEATURES_AND_KEYS);
  });
};

/** Makes the blocking keys of all persons anew, inside the caller's transaction. */
export const rebuildKeys = async (client: Client): Promise<void> => {
  for (const statement of REBUILD_KEYS) await client.query(statement);
};

/**
 * Forgets everything that was derived from source persons that the store no longer holds, inside the caller's transaction.
 * @returns how many there were
 */
export const forgetGone = async (client: Client): Promise<number> => {
  const { rowCount } = await client.query(FIND_GONE);
  if (rowCount !== null && rowCount > 0) {
    await client.query('ANALYZE gone_person');
    for (const statement of FORGET_GONE) await client.query(statement);
  }
  await client.query('DROP TABLE gone_person');
  return rowCount ?? 0;
};
