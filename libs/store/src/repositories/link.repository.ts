import type { Client } from '../connection/database.js';

/** Which person a source person is. Until identity resolution exists each source person is a person of its own. */
export interface PersonLink {
  readonly personId: string;
  readonly system: string;
  readonly site: string;
  readonly sourceId: string;
}

/** A page of links after the given source person, in order of their keyed ids: nothing can be read from that order. */
export const listLinks = async (client: Client, afterId: string, limit: number): Promise<PersonLink[]> =>
  (
    await client.query<PersonLink>(
      `SELECT person.id::text AS "personId", system.code AS system, site.code AS site, person.source_key AS "sourceId"
       FROM passerelle.source_person AS person
       JOIN passerelle.site AS site ON site.id = person.site_id
       JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
       JOIN passerelle.source_system AS system ON system.id = source_table.system_id
       WHERE person.id > $1 ORDER BY person.id LIMIT $2`,
      [afterId, limit],
    )
  ).rows;
