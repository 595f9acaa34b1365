import type { Client } from '../connection/database.js';
import { STORE_DIGEST } from '../sql/store-digest.sql.js';

export interface RelationDigest {
  readonly relation: string;
  readonly rows: number;
  readonly digest: string;
}

/** A digest of all content, equal for equal content however it got there. Reads every row: for checks, not for a screen. */
export const storeDigest = async (client: Client): Promise<RelationDigest[]> =>
  (await client.query<RelationDigest>(STORE_DIGEST)).rows;
