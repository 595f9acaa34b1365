import { type Entity, UNIFIED_COLUMNS } from '#libs/domain';
import { BANDS } from '../access/generalise.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { type Population, StatisticsFault } from './statistics-document.js';

/** The purpose that figures are made for. */
export const STATISTICS = 'statistics';
/** The category of whatever nobody wrote, or what the purpose may not see. */
export const UNKNOWN = 'unknown';
/** The dimension of a table that is drawn up by site. */
export const SITE = 'site';

/** A unified field to count by. */
export interface TableDimension {
  /** `person.housingType`. */
  readonly name: string;
  readonly entity: Entity;
  readonly field: string;
  readonly column: string;
  /** The unified code list of its categories; null for bands of a number. */
  readonly list: string | null;
  /** All there are, whoever is counted: a category that is missing would tell that nobody is in it. */
  readonly categories: readonly string[];
}

/** Which entities' fields tell something about what is counted. */
const ENTITIES_OF: Readonly<Record<Population, readonly string[]>> = { persons: ['person', 'case'], aids: ['aid'] };

/** Codes of the unified lists, by list. */
export type CodesByList = Readonly<Record<string, readonly string[]>>;

/**
 * A dimension by its name, if the policies let statistics see it: codes in full, numbers in bands. What tells where somebody
 * is, and what no policy names (a unit, a worker), is none.
 * @throws StatisticsFault `statistics.dimension`
 */
export const tableDimension = (
  book: PolicyBook,
  codes: CodesByList,
  population: Population,
  name: string,
  path: readonly string[],
): TableDimension => {
  const [entity = '', field = ''] = name.split('.');
  const refuse = (): never => {
    throw new StatisticsFault(path, 'statistics.dimension', { dimension: name, population });
  };
  if (!ENTITIES_OF[population].includes(entity)) return refuse();
  const known = entity as Entity;
  const precision = book.precision(STATISTICS, entity, field);
  if (book.categoryOf(entity, field)?.tellsWhere === true) return refuse();
  const columns = UNIFIED_COLUMNS[known].filter((column) => column.field === field);
  const about = { name, entity: known, field };
  const coded = columns.find(({ type }) => type === 'code');
  if (coded?.list !== undefined && precision === 'full') {
    const list = coded.list;
    const shown = (codes[list] ?? []).filter((code) => code !== UNKNOWN && !book.isSensitive(list, code));
    return { ...about, column: coded.column, list, categories: [...shown, UNKNOWN] };
  }
  const counted = columns.find(({ type }) => type === 'integer');
  const isBanded = book.field(entity, field)?.generalise === 'band' && precision === 'generalised';
  if (counted !== undefined && isBanded && population === 'persons') {
    return { ...about, column: counted.column, list: null, categories: [...BANDS, UNKNOWN] };
  }
  return refuse();
};
