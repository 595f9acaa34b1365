import type { Entity } from '#libs/domain';
import type { Client } from '../connection/database.js';

/** Numbers that stand for a site, a system and its tables in every row. */
export interface Registered {
  readonly siteId: number;
  readonly systemId: number;
  readonly tableIds: ReadonlyMap<string, number>;
}

const REGISTER_SITE = `
  WITH added AS (INSERT INTO passerelle.site (code) VALUES ($1) ON CONFLICT (code) DO NOTHING RETURNING id)
  SELECT id FROM added UNION ALL SELECT id FROM passerelle.site WHERE code = $1 LIMIT 1`;

const REGISTER_SYSTEM = `
  WITH added AS (INSERT INTO passerelle.source_system (code) VALUES ($1) ON CONFLICT (code) DO NOTHING RETURNING id)
  SELECT id FROM added UNION ALL SELECT id FROM passerelle.source_system WHERE code = $1 LIMIT 1`;

const REGISTER_TABLES = `
  INSERT INTO passerelle.source_table (system_id, name, entity)
  SELECT $1, given.name, given.entity FROM unnest($2::text[], $3::text[]) AS given (name, entity)
  ON CONFLICT (system_id, name) DO NOTHING`;

/** Registers what an import needs, or finds it: a site is known from its first import on. */
export const register = async (
  client: Client,
  site: string,
  system: string,
  tables: readonly { readonly table: string; readonly entity: Entity }[],
): Promise<Registered> => {
  const siteId = (await client.query<{ id: number }>(REGISTER_SITE, [site])).rows[0]?.id;
  const systemId = (await client.query<{ id: number }>(REGISTER_SYSTEM, [system])).rows[0]?.id;
  if (siteId === undefined || systemId === undefined) throw new Error('the registry did not answer');
  await client.query(REGISTER_TABLES, [systemId, tables.map(({ table }) => table), tables.map(({ entity }) => entity)]);
  const { rows } = await client.query<{ id: number; name: string }>(
    'SELECT id, name FROM passerelle.source_table WHERE system_id = $1',
    [systemId],
  );
  return { siteId, systemId, tableIds: new Map(rows.map(({ id, name }) => [name, id])) };
};
