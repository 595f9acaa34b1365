import type { Client } from '../connection/database.js';
import { READ_CASES } from '../sql/gateway-cases.sql.js';

/** A case as its system wrote it. Holds values: for the eyes of whoever may see them, never for a log. */
export interface HeldCase {
  readonly id: string;
  readonly system: string;
  readonly site: string;
  /** Night of the import that wrote it as it stands, YYYY-MM-DD. */
  readonly night: string;
  /** By position of UNIFIED_COLUMNS.case, as text. */
  readonly values: readonly (string | null)[];
}

/** Some cases, the one that was opened last in front. */
export const readCases = async (client: Client, ids: readonly string[]): Promise<readonly HeldCase[]> =>
  (await client.query<HeldCase>({ name: 'cases', text: READ_CASES, values: [ids] })).rows;
