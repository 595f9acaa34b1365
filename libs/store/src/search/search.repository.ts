import type { Client } from '../connection/database.js';
import { FIND_BORN_ON, LIST_GIVEN_NAMES } from '../sql/search.sql.js';

/** What a search compares of a source person. Holds values: they never leave the search. */
export interface BornOn {
  readonly id: string;
  readonly personId: string;
  readonly site: string;
  readonly birthName: string | null;
  readonly usageName: string | null;
  readonly givenNames: string | null;
  readonly sex: string | null;
  readonly postcode: string | null;
}

/** @param day YYYY-MM-DD */
export const findBornOn = async (client: Client, day: string): Promise<readonly BornOn[]> =>
  (await client.query<BornOn>({ name: 'born-on', text: FIND_BORN_ON, values: [day] })).rows;

/** Every given name of the store, as it is written: some tens of thousands where there are a million persons. */
export const listGivenNames = async (client: Client): Promise<readonly string[]> =>
  (await client.query<{ givenNames: string }>(LIST_GIVEN_NAMES)).rows.map(({ givenNames }) => givenNames);
