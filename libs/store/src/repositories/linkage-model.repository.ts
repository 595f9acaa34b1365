import type { Client } from '../connection/database.js';

/** Trained weights as the store keeps them; what `document` means is known to the linkage library only. */
export interface StoredModel {
  readonly version: number;
  readonly document: object;
}

/** Keeps a model. @returns its version: that of an equal one where there is one already */
export const noteModel = async (client: Client, document: object): Promise<number> => {
  const text = JSON.stringify(document);
  await client.query(
    `INSERT INTO passerelle.link_model (document)
     SELECT $1::jsonb WHERE NOT EXISTS (SELECT FROM passerelle.link_model WHERE document = $1::jsonb)`,
    [text],
  );
  const { rows } = await client.query<{ version: number }>(
    'SELECT min(version)::integer AS version FROM passerelle.link_model WHERE document = $1::jsonb',
    [text],
  );
  if (rows[0] === undefined) throw new Error('the model was not kept');
  return rows[0].version;
};

/** Makes a model the one that scores from now on, inside the caller's transaction. @returns false when there is none */
export const activateModel = async (client: Client, version: number): Promise<boolean> => {
  // Two statements: the index that allows one active model looks at each row by itself.
  await client.query('UPDATE passerelle.link_model SET active = false WHERE active AND version <> $1', [version]);
  const { rowCount } = await client.query('UPDATE passerelle.link_model SET active = true WHERE version = $1', [
    version,
  ]);
  return rowCount === 1;
};

export const findActiveModel = async (client: Client): Promise<StoredModel | null> =>
  (await client.query<StoredModel>('SELECT version, document FROM passerelle.link_model WHERE active')).rows[0] ?? null;

export const findModel = async (client: Client, version: number): Promise<StoredModel | null> =>
  (await client.query<StoredModel>('SELECT version, document FROM passerelle.link_model WHERE version = $1', [version]))
    .rows[0] ?? null;
