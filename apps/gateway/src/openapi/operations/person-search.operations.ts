import { SEARCH_RESULT } from '../../persons/person-search.schemas.js';
import { PERSON_ID } from '../examples.js';
import { type Operations, told } from '../operation.js';

export const personSearchOperations: Operations = {
  'PersonsController.search': {
    id: 'searchPerson',
    summary: 'Look for one person by identity',
    description:
      'Answers one clear match, nobody, or that several agree and what would tell them apart: never a list. Tolerant of accents, case, hyphens and a typing slip. Nobody and a person whom the client may not see are one answer.',
    isKeyless: true,
    example: { name: 'Exemple', given_name: 'Camille', birth_date: '1984-02-29' },
    answers: { 200: told(SEARCH_RESULT, 'What was found', { result: 'match', person_id: PERSON_ID }) },
  },
};
