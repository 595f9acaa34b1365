import type { MemberField, ShownCase, ShownCaseField, SpeaksFor } from '#libs/services';
import { snakeCase, speaksView } from '../persons/person.view.js';
import type { CaseView } from './case.schemas.js';

/** A case as answers show it: one explicit function, so that nothing is published by accident. */
export const caseView = (shown: ShownCase, speaks: SpeaksFor): CaseView => ({
  case_id: shown.caseId,
  ...speaksView(speaks),
  source: { system: shown.system, site: shown.site },
  recorded_on: shown.night,
  fields: Object.fromEntries(shown.fields.map((field) => [snakeCase(field.name), fieldView(field)])),
  members: shown.members.map(({ personId, givenName, birthYear, headOfHousehold, withheld }) => ({
    person_id: personId,
    given_name: givenName,
    birth_year: birthYear,
    head_of_household: headOfHousehold,
    withheld: withheld.map((field) => WIRE[field]),
  })),
});

const WIRE: Readonly<Record<MemberField, string>> = {
  givenNames: 'given_name',
  birthDate: 'birth_year',
  headOfHousehold: 'head_of_household',
};

const fieldView = (field: ShownCaseField): CaseView['fields'][string] => {
  if (field.status !== 'known') return { status: field.status };
  const { precision, value } = field;
  if (precision === 'none') return { status: 'withheld' };
  return { status: 'known', precision, value };
};
