import { EXIT, TeachingError } from '#libs/domain';
import type { Client } from '../connection/database.js';
import {
  ADD_SEPARATIONS,
  FIND_PLACES,
  FIND_SEPARATED_FROM,
  LIST_SEPARATIONS,
  SET_PLACE,
} from '../sql/separation.sql.js';
import type { SeparationParts } from './separation.js';
import type { SealedValues, Vault } from './vault.js';

/** Every separation, the oldest first. */
export const listSeparations = async (client: Client): Promise<SeparationParts[]> =>
  (await client.query<SeparationParts>(LIST_SEPARATIONS)).rows;

/** Adds what is not there yet; nothing that stands is taken back. */
export const addSeparations = async (client: Client, separations: readonly SeparationParts[]): Promise<void> => {
  const list = JSON.stringify(separations);
  for (const statement of ADD_SEPARATIONS) await client.query(statement, [list]);
};

/**
 * Reads the key of protected places where somebody is separated, and checks that it is the one.
 * @param mayMake whether a key may be made: whoever separates somebody, while nobody is yet
 * @returns whether anybody is separated
 * @throws TeachingError `protection-key.*` (exit code 2): nothing may land plain because a key is missing
 */
export const unlockVault = async (client: Client, vault: Vault, mayMake = false): Promise<boolean> => {
  const { rows } = await client.query<{ fingerprint: string }>(
    'SELECT DISTINCT key_fingerprint AS fingerprint FROM passerelle.separation',
  );
  if (rows.length === 0 && !mayMake) return false;
  unlockWith(
    vault,
    rows.map((row) => row.fingerprint),
  );
  return rows.length > 0;
};

/**
 * Reads the key of protected places and holds it against those under which places lie.
 * @param known fingerprints; none: the key may be made
 * @throws TeachingError `protection-key.*` (exit code 2)
 */
export const unlockWith = (vault: Vault, known: readonly string[]): void => {
  const { fingerprint } = vault.unlock(known.length === 0);
  if (known.every((one) => one === fingerprint)) return;
  const args = { known: [...new Set(known)].join(', '), fingerprint };
  throw new TeachingError('protection-key.not-of-database', args, { exitCode: EXIT.usage });
};

/** That a source person is separated. */
export interface SeparationOfPerson {
  /** Of the separation. */
  readonly id: string;
  readonly personId: string;
  readonly later: boolean;
  readonly at: string;
  readonly incident: string;
  /** The cases that it is separated from. */
  readonly cases: readonly string[];
}

/** The separations of some source persons, one for each person; empty where they are not separated. */
export const findSeparationsOf = async (client: Client, ids: readonly string[]): Promise<SeparationOfPerson[]> =>
  (await client.query<SeparationOfPerson>(FIND_SEPARATED_FROM, [ids])).rows;

/** Columns of a given place: those of a person's address, the site and the unit that follow the person now. */
export const GIVEN_COLUMNS = ['address_line', 'postcode', 'town', 'site', 'unit'] as const;
export type GivenPlace = Readonly<Record<(typeof GIVEN_COLUMNS)[number], string | null>>;

const PLACE_TABLE = 'separated_place';

/** Keeps where separated persons are now, encrypted, in the place of what was given before. */
export const setPlace = async (
  client: Client,
  vault: Vault,
  ids: readonly string[],
  place: GivenPlace,
): Promise<void> => {
  for (const personId of ids) {
    const at = { table: PLACE_TABLE, personId, rowId: personId };
    const sealed = Object.fromEntries(
      GIVEN_COLUMNS.map((column) => [column, vault.seal({ ...at, column }, place[column])]),
    );
    await client.query(SET_PLACE, [personId, JSON.stringify(sealed)]);
  }
};

/** A place that was given, opened. Holds values: for a purpose that names the protected address, never for a log. */
export interface OpenedPlace {
  readonly personId: string;
  readonly at: string;
  readonly place: GivenPlace;
}

/** The given places of some source persons, the latest first; the vault is unlocked where there are any. */
export const readPlaces = async (client: Client, vault: Vault, ids: readonly string[]): Promise<OpenedPlace[]> => {
  const { rows } = await client.query<{ personId: string; at: string; sealed: SealedValues }>(FIND_PLACES, [ids]);
  if (rows.length === 0) return [];
  await unlockVault(client, vault);
  return rows.map((row) => openPlace(vault, row));
};

/** Opens a given place. Call it with the vault unlocked. */
export const openPlace = (
  vault: Vault,
  { personId, at, sealed }: Omit<OpenedPlace, 'place'> & { readonly sealed: SealedValues },
): OpenedPlace => {
  const opened = vault.openRow({ table: PLACE_TABLE, personId, rowId: personId }, sealed);
  const place = Object.fromEntries(GIVEN_COLUMNS.map((column) => [column, opened[column] ?? null])) as GivenPlace;
  return { personId, at, place };
};

/** Separations under a reference. */
export const findSeparationsUnder = async (client: Client, incident: string): Promise<readonly string[]> =>
  (
    await client.query<{ id: string }>(
      'SELECT id::text AS id FROM passerelle.separation WHERE incident = $1 ORDER BY at, id',
      [incident],
    )
  ).rows.map(({ id }) => id);

/** What a membership of a person says of a case: who else is in it. */
export interface CaseOfPerson {
  readonly id: string;
  readonly personId: string;
  /** All source persons of the case. */
  readonly members: readonly string[];
}

/** The cases of some source persons as they stand. */
export const findCasesWithMembers = async (client: Client, ids: readonly string[]): Promise<readonly CaseOfPerson[]> =>
  (
    await client.query<CaseOfPerson>(
      `SELECT own.case_id::text AS id, own.person_id::text AS "personId",
              ARRAY(SELECT other.person_id::text FROM passerelle.case_member AS other
                    WHERE other.case_id = own.case_id ORDER BY 1) AS members
       FROM passerelle.case_member AS own WHERE own.person_id = ANY ($1::uuid[]) ORDER BY 1, 2`,
      [ids],
    )
  ).rows;
