import type { Client } from '../connection/database.js';

/** Which person a source person is: one that linkage has found with others, or a person of its own. */
export interface PersonLink {
  readonly personId: string;
  readonly system: string;
  readonly site: string;
  readonly sourceId: string;
}

export interface LinkPage {
  readonly links: readonly PersonLink[];
  /** The source person to go on after; null after the last page. */
  readonly next: string | null;
}

/**
 * A page of links after the given source person, in order of their keyed ids: nothing can be read from that order. The new file
 * of a separated person is left out: its site would tell where they are.
 */
export const pageLinks = async (client: Client, afterId: string, limit: number): Promise<LinkPage> => {
  const { rows } = await client.query<PersonLink & { id: string }>(
    `SELECT person.id::text AS id, coalesce(cluster.person_id, person.id)::text AS "personId", system.code AS system,
            site.code AS site, person.source_key AS "sourceId"
     FROM passerelle.source_person AS person
     JOIN passerelle.site AS site ON site.id = person.site_id
     JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
     JOIN passerelle.source_system AS system ON system.id = source_table.system_id
     LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
     WHERE person.id > $1 AND NOT EXISTS (
       SELECT FROM passerelle.separated_person AS own WHERE own.person_id = person.id AND own.later)
     ORDER BY person.id LIMIT $2`,
    [afterId, limit],
  );
  return {
    links: rows.map(({ personId, system, site, sourceId }) => ({ personId, system, site, sourceId })),
    next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
  };
};

/** Links after the given source person, where one page is enough. */
export const listLinks = async (client: Client, afterId: string, limit: number): Promise<readonly PersonLink[]> =>
  (await pageLinks(client, afterId, limit)).links;

/** The person that an id stands for today: an id that was handed out once stays good when its person is linked to another. */
export const resolvePerson = async (client: Client, id: string): Promise<string> =>
  (
    await client.query<{ personId: string }>(
      `SELECT coalesce((SELECT person_id FROM passerelle.person_cluster WHERE source_person_id = $1), $1)::text AS "personId"`,
      [id],
    )
  ).rows[0]?.personId ?? id;
