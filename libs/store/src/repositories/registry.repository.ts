import type { Entity } from '#libs/domain';
import type { Client } from '../connection/database.js';

/** Numbers that stand for a site, a system and its tables in every row. */
export interface Registered {
  readonly siteId: number;
  readonly systemId: number;
  readonly tableIds: ReadonlyMap<string, number>;
}

/**
 * Looked for first: an insert that meets a conflict uses up a number all the same, and these are small. Where another import
 * registers the same code at this moment, the insert waits for its commit, and only a statement that begins afterwards sees the row.
 */
const registered = async (client: Client, table: 'site' | 'source_system', code: string): Promise<number> => {
  const find = async (): Promise<number | undefined> =>
    (await client.query<{ id: number }>(`SELECT id FROM passerelle.${table} WHERE code = $1`, [code])).rows[0]?.id;
  const known = await find();
  if (known !== undefined) return known;
  await client.query(`INSERT INTO passerelle.${table} (code) VALUES ($1) ON CONFLICT (code) DO NOTHING`, [code]);
  const added = await find();
  if (added === undefined) throw new Error('the registry did not answer');
  return added;
};

const REGISTER_TABLES = `
  INSERT INTO passerelle.source_table (system_id, name, entity)
  SELECT $1, given.name, given.entity FROM unnest($2::text[], $3::text[]) AS given (name, entity)
  WHERE NOT EXISTS (
    SELECT FROM passerelle.source_table AS known WHERE known.system_id = $1 AND known.name = given.name)
  ON CONFLICT (system_id, name) DO NOTHING`;

/** Registers what an import needs, or finds it: a site is known from its first import on. */
export const register = async (
  client: Client,
  site: string,
  system: string,
  tables: readonly { readonly table: string; readonly entity: Entity }[],
): Promise<Registered> => {
  const siteId = await registered(client, 'site', site);
  const systemId = await registered(client, 'source_system', system);
  await client.query(REGISTER_TABLES, [systemId, tables.map(({ table }) => table), tables.map(({ entity }) => entity)]);
  const { rows } = await client.query<{ id: number; name: string }>(
    'SELECT id, name FROM passerelle.source_table WHERE system_id = $1',
    [systemId],
  );
  return { siteId, systemId, tableIds: new Map(rows.map(({ id, name }) => [name, id])) };
};
