import type { Client } from '../connection/database.js';
import { reviewIdOf } from '../linkage/review-id.js';
import {
  FIND_COMMON_ACTS,
  FIND_COMMON_AIDS,
  FIND_EXPORT_FILES,
  FIND_FORMER_ADDRESSES,
  FIND_FORMER_CASE_ADDRESSES,
  FIND_PENDING_PAIRS,
  FIND_SHARED_TELEPHONES,
  FIND_STANDING_TOGETHER,
  FIND_WAITING,
} from '../sql/residues.sql.js';
import { openRows } from './open-places.js';
import { readPlaces } from './separations.repository.js';
import type { Vault } from './vault.js';

/** Where a record lies in its application; no value of it. */
export interface RecordPlace {
  readonly system: string;
  readonly site: string;
  readonly table: string;
  /** Key of the record; of a waiting one, the number of its entry in the quarantine. */
  readonly sourceId: string;
}

/** What still ties separated persons to their former household, by kind. */
export interface FoundResidues {
  readonly sharedAddress: readonly RecordPlace[];
  readonly sharedTelephone: readonly RecordPlace[];
  readonly standTogether: readonly RecordPlace[];
  readonly commonActs: readonly RecordPlace[];
  readonly commonAids: readonly RecordPlace[];
  readonly waiting: readonly RecordPlace[];
  /** Names of pairs under review. */
  readonly pendingPairs: readonly string[];
  /** Paths of export files, whether they still lie there or not. */
  readonly exportFiles: readonly string[];
}

/** Looks for everything that still ties. @param separations their ids @param personIds of the protected */
export const findResidues = async (
  client: Client,
  vault: Vault,
  separations: readonly string[],
  personIds: readonly string[],
): Promise<FoundResidues> => {
  const find = async (sql: string): Promise<RecordPlace[]> =>
    (await client.query<RecordPlace>(sql, [separations])).rows;
  const pairs = await client.query<{ leftId: string; rightId: string }>(FIND_PENDING_PAIRS, [separations]);
  const files = await client.query<{ path: string }>(FIND_EXPORT_FILES, [separations]);
  return {
    sharedAddress: await findSharedAddresses(client, vault, separations, personIds),
    sharedTelephone: await find(FIND_SHARED_TELEPHONES),
    standTogether: await find(FIND_STANDING_TOGETHER),
    commonActs: await find(FIND_COMMON_ACTS),
    commonAids: await find(FIND_COMMON_AIDS),
    waiting: await find(FIND_WAITING),
    pendingPairs: pairs.rows.map(({ leftId, rightId }) => reviewIdOf(leftId, rightId)),
    exportFiles: files.rows.map(({ path }) => path),
  };
};

/** Records of the former household that bear an address which is the protected persons' own, opened for the comparison only. */
const findSharedAddresses = async (
  client: Client,
  vault: Vault,
  separations: readonly string[],
  personIds: readonly string[],
): Promise<RecordPlace[]> => {
  const own = await openRows(client, vault, 'person', personIds, personIds);
  const given = await readPlaces(client, vault, personIds);
  const addresses = [...own.values(), ...given.map(({ place }) => place)].flatMap((values) => {
    const text = [values['address_line'], values['postcode'], values['town']];
    return values['address_line'] == null && values['town'] == null ? [] : [alike(text.join(' '))];
  });
  const known = new Set(addresses);
  const found: RecordPlace[] = [];
  for (const sql of [FIND_FORMER_ADDRESSES, FIND_FORMER_CASE_ADDRESSES]) {
    const { rows } = await client.query<RecordPlace & { address: string }>(sql, [separations]);
    for (const { address, ...place } of rows) if (known.has(alike(address))) found.push(place);
  }
  return found;
};

/** Case, accents, punctuation and blanks apart. */
const alike = (address: string): string =>
  address
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
