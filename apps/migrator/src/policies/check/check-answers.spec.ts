import { join } from 'node:path';
import { answerFields, readGoldenRules, readPolicies } from '#libs/services';
import { checkAnswers } from './check-answers.js';

const CONFIG = join(import.meta.dirname, '../../../../../config');
const book = readPolicies(CONFIG);

test('as shipped, whatever an answer of the gateway can hold is covered', () => {
  const fields = answerFields(readGoldenRules(CONFIG));
  expect(fields.length).toBeGreaterThan(20);
  expect(checkAnswers(book, fields)).toEqual([]);
});

test('a field that no policy names is found, with what to add where', () => {
  const [finding] = checkAnswers(book, [{ answer: 'Person', entity: 'person', field: 'religion' }]);
  expect(finding).toEqual({
    code: 'policy.answer-uncovered',
    args: { answer: 'Person', field: 'person.religion', file: 'policies/fields.yml', place: 'fields.person.religion' },
  });
});
