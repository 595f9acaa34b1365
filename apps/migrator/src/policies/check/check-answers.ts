import type { PolicyBook } from '#libs/minimiser';
import type { AnswerField } from '#libs/services';
import type { Finding } from './finding.js';

/** Unified fields that an answer of the gateway can hold and no policy names: nobody has decided who may see them. */
export const checkAnswers = (book: PolicyBook, fields: readonly AnswerField[]): readonly Finding[] =>
  fields
    .filter(({ entity, field }) => book.field(entity, field) === null)
    .map(({ answer, entity, field }) => ({
      code: 'policy.answer-uncovered',
      args: {
        answer,
        field: `${entity}.${field}`,
        file: 'policies/fields.yml',
        place: `fields.${entity}.${field}`,
      },
    }));
