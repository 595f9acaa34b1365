import type { Client } from '../connection/database.js';
import type { BinaryRows } from '../linkage/binary-rows.js';
import { sortCodes } from '../linkage/blocking-code.js';
import { byIndex } from '../linkage/by-index.js';
import { copyBatches, copyOut } from '../linkage/copy-batches.js';
import { bigintArray } from '../loading/binary-arrays.js';
import {
  COUNT_STALE,
  CREATE_NEXT_FEATURE,
  findStale,
  HOLDS_FEATURES,
  NEXT_FEATURE_COLUMNS,
  REBUILD_KEYS,
  type StalePage,
  TOUCH_CHANGED,
  TOUCH_FORMER_HOUSEHOLD,
  WITHOUT_HELPERS,
  WRITE_FEATURES,
  WRITE_FEATURES_AND_KEYS,
} from '../sql/linkage-features.sql.js';
import { FIND_GONE, FORGET_GONE } from '../sql/linkage-forget.sql.js';

/** Before and behind every id. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export type { StalePage } from '../sql/linkage-features.sql.js';

/** A source person whose features must be made (again). */
export interface StalePerson {
  readonly id: string;
  /** Site and system in one number: records with the same one are of one source. */
  readonly sourceNo: number;
  /** Hash of what its features depend on; goes back with them. */
  readonly madeOf: bigint;
  /** Inputs by name; text as in the store, null where it is missing. */
  readonly values: Readonly<Record<string, string | null>>;
}

/** What a source person is compared by. */
export interface PersonFeatures {
  readonly id: string;
  readonly sourceNo: number;
  readonly madeOf: bigint;
  /** Blocking codes, in any order. */
  readonly codes: Iterable<number>;
  /** One line of text. */
  readonly features: string;
}

/** Source persons that are new, have changed, or were prepared by other rules. @throws RangeError for an unknown input */
export const findStalePersons = async (client: Client, page: StalePage): Promise<StalePerson[]> => [
  ...(await readStalePersons(client, page)),
];

/**
 * The same, each made when it is asked for; to be gone through once. Measured: the planner would read all memberships of cases
 * for each page, five times as many pages of five times as many rows in a store of five times the persons.
 */
export const readStalePersons = async (client: Client, page: StalePage): Promise<Iterable<StalePerson>> =>
  stalePersons(await byIndex(client, () => copyOut(client, findStale(page))), page.inputs);

function* stalePersons(rows: BinaryRows, inputs: readonly string[]): Generator<StalePerson> {
  while (rows.next()) {
    const id = rows.uuid();
    const sourceNo = rows.int4();
    const madeOf = rows.bigint();
    const values: Record<string, string | null> = {};
    for (const input of inputs) values[input] = rows.text();
    yield { id, sourceNo, madeOf, values };
  }
}

/** Plans the caller's transaction for jobs of few persons, of which there are many at once. */
export const expectFewPersons = async (client: Client): Promise<void> => {
  await client.query(WITHOUT_HELPERS);
};

/** Whether anybody of a range of ids was prepared before, by whatever rules. */
export const holdsFeatures = async (client: Client, range: Pick<StalePage, 'after' | 'upTo'>): Promise<boolean> =>
  (await client.query<{ held: boolean }>(HOLDS_FEATURES, [range.after, range.upTo])).rows[0]?.held === true;

/** How many source persons `findStalePersons` would find among all. */
export const countStalePersons = async (client: Client, fingerprint: string): Promise<number> =>
  (await client.query<{ stale: number }>(COUNT_STALE, [fingerprint])).rows[0]?.stale ?? 0;

/**
 * How features are written. `one-by-one` keeps the blocking keys in step and notes whoever looks different now, to be scored
 * again; `all` does neither: `rebuildKeys` follows, and everybody is scored. `first` is `all` where nobody of them was prepared
 * before, so that there is nothing to compare with.
 */
export type FeatureMode = 'one-by-one' | 'all' | 'first';

/** Writes what persons are compared by, in place of what was there, inside the caller's transaction. @returns how many */
export const writeFeatures = async (
  client: Client,
  rows: Iterable<PersonFeatures>,
  mode: FeatureMode,
): Promise<number> => {
  if (mode === 'first') return copyFeatures(client, 'passerelle.link_person', rows);
  await client.query(CREATE_NEXT_FEATURE);
  await client.query('TRUNCATE next_feature');
  const written = await copyFeatures(client, 'next_feature', rows);
  // Of the arrays and texts nothing needs to be known, and they are what takes the time.
  await client.query('ANALYZE next_feature (person_id)');
  await byIndex(client, async () => {
    if (mode === 'one-by-one') {
      await client.query(TOUCH_CHANGED);
      await client.query(TOUCH_FORMER_HOUSEHOLD);
    }
    await client.query(mode === 'all' ? WRITE_FEATURES : WRITE_FEATURES_AND_KEYS);
  });
  return written;
};

const copyFeatures = (client: Client, relation: string, rows: Iterable<PersonFeatures>): Promise<number> =>
  copyBatches(client, relation, NEXT_FEATURE_COLUMNS, rows, (bytes, row) => {
    bytes.uuid(row.id);
    bytes.integer(row.sourceNo);
    bytes.bigint(row.madeOf);
    bytes.raw(bigintArray(sortCodes(row.codes)));
    bytes.text(row.features);
  });

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
