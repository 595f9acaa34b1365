import { CASE, CASES_OF_PERSON } from '../../cases/case.schemas.js';
import { FORM, HISTORY } from '../../forms/form.schemas.js';
import { PERSON } from '../../persons/person.schemas.js';
import { CASE_ID, PERSON_ID } from '../examples.js';
import { type OperationAnswer, type Operations, told } from '../operation.js';

const SPEAKS = { side: 'legacy', as_of: '2026-11-20' };
const SOURCE = { system: 'coordin', site: 'ssdp-19' };
const KNOWN = {
  status: 'known',
  precision: 'full',
  value: 'Exemple',
  source: SOURCE,
  as_of: '2026-11-20',
  rectified: false,
  conflicts: [],
};
const PERSON_EXAMPLE = {
  person_id: PERSON_ID,
  ...SPEAKS,
  purpose: 'aid_instruction',
  state: 'present',
  sources: [SOURCE],
  fields: { birth_name: KNOWN, usage_name: { status: 'unknown' }, marital_status: { status: 'withheld' } },
};
const CASE_EXAMPLE = {
  case_id: CASE_ID,
  ...SPEAKS,
  source: SOURCE,
  recorded_on: '2026-11-20',
  fields: { town: { status: 'known', precision: 'full', value: 'Paris' } },
  members: [{ person_id: PERSON_ID, given_name: 'Camille', birth_year: 1984, head_of_household: true, withheld: [] }],
};
const FORM_EXAMPLE = {
  person_id: PERSON_ID,
  ...SPEAKS,
  purpose: 'aid_instruction',
  form: 'single_form',
  aid: 'food',
  fields: [{ name: 'birth_name', state: 'filled', required_by: null, known: KNOWN }],
  missing: [{ name: 'usage_name', required_by: null }],
  filled_share: 0.5,
  household_size: { status: 'known', value: 3 },
  past_aids: { aids: [], withheld: [], more: false },
};

/** An answer with an `ETag` over what it says. */
const tagged = (answer: OperationAnswer): OperationAnswer => ({ ...answer, headers: ['ETag'] });

export const personOperations: Operations = {
  'PersonsController.read': {
    id: 'readPerson',
    summary: 'Read a person as the purpose allows',
    description:
      'Each field is known, unknown (no record says it), withheld (the purpose may not see it) or not applicable: four different things. An id that was given out earlier answers too. Whoever is not for the client is answered like nobody.',
    answers: { 200: tagged(told(PERSON, 'The person', PERSON_EXAMPLE)) },
  },
  'CasesController.ofPerson': {
    id: 'readCasesOfPerson',
    summary: 'Read the cases that a person is in',
    answers: {
      200: tagged(told(CASES_OF_PERSON, 'The cases', { person_id: PERSON_ID, ...SPEAKS, cases: [CASE_EXAMPLE] })),
    },
  },
  'CasesController.read': {
    id: 'readCase',
    summary: 'Read a case and its members',
    description: 'Members whom the client may not see are not there, and are not counted.',
    answers: { 200: tagged(told(CASE, 'The case', CASE_EXAMPLE)) },
  },
  'FormsController.singleForm': {
    id: 'readSingleForm',
    summary: 'Read the single form of an aid, filled in advance',
    description:
      'What is missing is to be asked for, and is never a reason to refuse; `required_by` names the text of law.',
    answers: { 200: tagged(told(FORM, 'The form', FORM_EXAMPLE)) },
  },
  'FormsController.contract': {
    id: 'readEngagementContract',
    summary: 'Read the engagement contract, filled in advance',
    answers: {
      200: tagged(told(FORM, 'The form', { ...FORM_EXAMPLE, form: 'engagement_contract', aid: null })),
    },
  },
  'FormsController.history': {
    id: 'listAidsOfPerson',
    summary: 'List a person’s aid requests and imported aids, the newest first',
    answers: { 200: told(HISTORY, 'A page', { person_id: PERSON_ID, aids: [], withheld: [], next: null }) },
  },
};
