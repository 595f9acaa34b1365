import type { Client } from '../connection/database.js';

/** What a person is compared by, without its keys. */
export interface SampledPerson {
  readonly id: string;
  readonly sourceNo: number;
  readonly features: string;
}

const COLUMNS = 'person_id::text AS id, source_no AS "sourceNo", features';

/**
 * Persons picked by a hash of their id: the same ones for the same seed, whatever the order in which they came.
 * @param seed a whole number
 */
export const samplePersons = async (client: Client, count: number, seed: number): Promise<SampledPerson[]> =>
  (
    await client.query<SampledPerson>(
      `SELECT ${COLUMNS} FROM passerelle.link_person
       ORDER BY hashtextextended(person_id::text, $2), person_id LIMIT $1`,
      [count, seed],
    )
  ).rows;

/** A page of all persons after an id, in order of ids: for counting how frequent names are. */
export const pagePersons = async (client: Client, afterId: string, limit: number): Promise<SampledPerson[]> =>
  (
    await client.query<SampledPerson>(
      `SELECT ${COLUMNS} FROM passerelle.link_person WHERE person_id > $1 ORDER BY person_id LIMIT $2`,
      [afterId, limit],
    )
  ).rows;

/** How many persons can be compared, and in how many blocking codes they are. */
export const countPersons = async (client: Client): Promise<{ persons: number; keys: number }> =>
  (
    await client.query<{ persons: number; keys: number }>(
      `SELECT (SELECT count(*) FROM passerelle.link_person)::float8 AS persons,
              (SELECT count(*) FROM passerelle.link_key)::float8 AS keys`,
    )
  ).rows[0] ?? { persons: 0, keys: 0 };
