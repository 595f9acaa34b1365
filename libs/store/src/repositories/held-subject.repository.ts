import type { Client } from '../connection/database.js';
import type { OpenedPlace, SeparationOfPerson } from '../separation/separations.repository.js';
import type { SealedValues } from '../separation/vault.js';
import { FIND_CASE_MEMBERS, FIND_HELD_SUBJECTS, FIND_IMPORT_NIGHTS } from '../sql/gateway-persons.sql.js';
import type { PersonMember } from './source-person.repository.js';

/** A separation of a source person, and the key under which its places lie. */
export interface HeldSeparation extends SeparationOfPerson {
  readonly keyFingerprint: string;
}

/** A given place as it lies in the store. */
export interface SealedPlaceOfPerson extends Omit<OpenedPlace, 'place'> {
  readonly sealed: SealedValues;
}

/** A source person with all that access to it is decided by. No value of its record. */
export interface HeldMember extends PersonMember {
  /** Keyed id of the case that it belongs to now. */
  readonly caseId: string | null;
  readonly restricted: boolean;
  readonly archived: boolean;
  readonly separations: readonly HeldSeparation[];
  readonly place: SealedPlaceOfPerson | null;
}

type Row = Omit<HeldMember, 'separations'> & { readonly separations: readonly HeldSeparation[] | null };

/**
 * The source persons of the persons that some source persons belong to, person by person; those that are gone left out.
 * @param ids of any source persons
 */
export const findHeldMembers = async (client: Client, ids: readonly string[]): Promise<readonly HeldMember[]> => {
  const { rows } = await client.query<Row>({ name: 'held-subjects', text: FIND_HELD_SUBJECTS, values: [ids] });
  return rows.map((row) => ({ ...row, separations: row.separations ?? [] }));
};

/** The source persons of some cases. @returns an entry for each case that has any */
export const findCaseMembers = async (
  client: Client,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = await client.query<{ caseId: string; personId: string }>({
    name: 'case-members',
    text: FIND_CASE_MEMBERS,
    values: [caseIds],
  });
  const members = new Map<string, string[]>();
  for (const { caseId, personId } of found.rows) members.set(caseId, [...(members.get(caseId) ?? []), personId]);
  return members;
};

/** Night (YYYY-MM-DD) of each site's last import, by site. */
export const findImportNights = async (client: Client): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await client.query<{ site: string; night: string }>(FIND_IMPORT_NIGHTS);
  return new Map(rows.map(({ site, night }) => [site, night]));
};
