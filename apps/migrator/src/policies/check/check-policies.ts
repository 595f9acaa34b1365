import { ENTITIES, fieldsOf } from '#libs/domain';
import type { ProfileDocument } from '#libs/mappers';
import type { PolicyBook } from '#libs/minimiser';
import type { AnswerField } from '#libs/services';
import { mappedColumns } from '../profile-fields.js';
import { checkAnswers } from './check-answers.js';
import { checkColumns, type StoreColumn } from './check-columns.js';
import { checkProfiles } from './check-profiles.js';
import type { CheckReport } from './finding.js';

/**
 * Compares the policies with all that they have to cover: what profiles map, what the store can hold, and what answers of the
 * gateway can tell. A unified field that no policy names shows up as a column of the store.
 */
export const checkPolicies = (
  book: PolicyBook,
  profiles: readonly ProfileDocument[],
  columns: readonly StoreColumn[],
  answers: readonly AnswerField[],
): CheckReport => {
  const mapped = profiles.flatMap(mappedColumns);
  return {
    checked: {
      unifiedFields: ENTITIES.flatMap((entity) => fieldsOf(entity)).length,
      profiles: profiles.length,
      exportColumns: mapped.length,
      answerFields: answers.length,
      storeTables: new Set(columns.map(({ table }) => table)).size,
      storeColumns: columns.length,
    },
    findings: [...checkProfiles(book, mapped), ...checkColumns(book, columns), ...checkAnswers(book, answers)],
  };
};
