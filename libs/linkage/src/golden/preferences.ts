import { LOST_LETTER } from '../normalise/fold.js';
import type { Preference, SystemsOfRecord } from './golden-rules.js';
import type { Statement } from './golden-source.js';
import { wordsOf } from './statements.js';

/** Texts of one length or shape, the better one greater: they are compared as they are. */
type Rank = (statement: Statement) => string;

/** The statements that are best by one preference; all of them where it tells none apart. */
export const bestBy = (
  preference: Preference,
  systems: SystemsOfRecord,
  statements: readonly Statement[],
): readonly Statement[] => {
  if (statements.length < 2) return statements;
  const rank = rankOf(preference, systems);
  const ranks = statements.map(rank);
  const best = ranks.reduce((one, other) => (other > one ? other : one), '');
  return statements.filter((_, place) => ranks[place] === best);
};

function rankOf(preference: Preference, systems: SystemsOfRecord): Rank {
  switch (preference) {
    case 'systemOfRecord':
      return (statement) => systemRank(systems, statement);
    case 'freshest':
      return freshness;
    case 'mostComplete':
      return completeness;
    case 'mostPrecise':
      return ({ keys }) => String(keys.filter((key) => key !== null).length);
  }
}

/** The system that the record's own site believes first; one that is not named comes last. */
const systemRank = ({ order, sites }: SystemsOfRecord, { source }: Statement): string => {
  const { site, system } = source.provenance;
  const ordered = sites[site] ?? order;
  const place = ordered.indexOf(system);
  return number(place < 0 ? 0 : ordered.length - place);
};

/**
 * Present before absent; then the day on which the source changed the record, which beats not knowing it; then the night
 * on which an import first saw it so.
 */
const freshness: Rank = ({ source }) => {
  const { absent, updatedOn, night } = source.provenance;
  return `${absent ? '0' : '1'} ${updatedOn ?? '0000-00-00'} ${night}`;
};

/** Known parts; then whole words: an initial, or a word with a letter that no system could read, is none. */
const completeness: Rank = ({ keys }) => {
  const known = keys.filter((key) => key !== null);
  const words = known.flatMap(wordsOf).filter((word) => word.length > 1 && !word.includes(LOST_LETTER));
  return `${number(known.length)} ${number(words.length)}`;
};

const number = (value: number): string => String(value).padStart(4, '0');
