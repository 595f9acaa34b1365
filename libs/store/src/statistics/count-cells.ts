import type { Client } from '../connection/database.js';
import { countAids, countPersons, type Grouping } from '../sql/statistics-counts.sql.js';

/** A unified field to count by. */
export interface CountedField {
  readonly entity: string;
  readonly column: string;
}

/** A count: the category of each dimension that it is about, by its number in the list (`d0`) or `site`; '' where nobody wrote one. */
export interface CountedCell {
  readonly place: Readonly<Record<string, string>>;
  readonly units: number;
  readonly persons: number;
}

/**
 * What the household's record says of its members where their own record has no word for it: the systems write it on one or the
 * other. A number of children is not such a thing: the household's counts others'.
 */
const OF_HOUSEHOLD: readonly string[] = ['housing_type'];

const valueOf = ({ entity, column }: CountedField): string => {
  if (entity === 'case') return `household.${column}`;
  if (entity === 'aid') return `aid.${column}`;
  return OF_HOUSEHOLD.includes(column) ? `coalesce(person.${column}, household.${column})` : `person.${column}`;
};

/** Counts persons as they stand. @param systems in the order in which they are believed */
export const countPersonCells = async (
  client: Client,
  fields: readonly CountedField[],
  groupings: readonly Grouping[],
  systems: readonly string[],
): Promise<readonly CountedCell[]> =>
  (await client.query<CountedCell>(countPersons(fields.map(valueOf), groupings), [systems])).rows;

/** Counts aids that were asked for in a month. @param month YYYY-MM */
export const countAidCells = async (
  client: Client,
  fields: readonly CountedField[],
  groupings: readonly Grouping[],
  month: string,
): Promise<readonly CountedCell[]> =>
  (await client.query<CountedCell>(countAids(fields.map(valueOf), groupings), [`${month}-01`])).rows;

/** Codes of the sites that the store knows, in order. */
export const listSiteCodes = async (client: Client): Promise<readonly string[]> =>
  (await client.query<{ code: string }>('SELECT code FROM passerelle.site ORDER BY code')).rows.map(({ code }) => code);
