import type { PolicyBook } from '#libs/minimiser';
import type { MappedColumn } from '../profile-fields.js';
import type { Finding } from './finding.js';

/** Export columns whose unified field no policy names. One finding a field and profile: the first column that is mapped to it. */
export const checkProfiles = (book: PolicyBook, columns: readonly MappedColumn[]): readonly Finding[] => {
  const uncovered = columns.filter(({ entity, field }) => book.field(entity, field) === null);
  const first = new Map(uncovered.toReversed().map((one) => [`${one.profile} ${one.entity} ${one.field}`, one]));
  return [...first.values()].toReversed().map(({ profile, table, column, entity, field }) => ({
    code: 'policy.field-uncovered',
    args: {
      profile,
      column: `${table}.${column}`,
      field: `${entity}.${field}`,
      file: 'policies/fields.yml',
      place: `fields.${entity}.${field}`,
    },
  }));
};
