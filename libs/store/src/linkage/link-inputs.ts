/** An address belongs together: one that the person has is never mixed with the one of its case. */
const addressPart = (column: string): string =>
  `CASE WHEN num_nonnulls(person.address_line, person.postcode, person.town) > 0
        THEN person.${column} ELSE household.${column} END`;

/**
 * What a linkage plan may ask for of a source person, by the name that it has in `from`, and the SQL that reads it. Text,
 * or null: dates as YYYY-MM-DD, flags as true and false, keyed values as their keys. Names of persons and cases only; what
 * is not asked for is not read.
 */
const INPUT_SQL: Readonly<Record<string, string>> = {
  title: 'person.title',
  sex: 'person.sex',
  usageName: 'person.usage_name',
  birthName: 'person.birth_name',
  givenNames: 'person.given_names',
  birthDate: 'person.birth_date::text',
  birthPrecision: 'person.birth_precision',
  birthCenturyKnown: 'person.birth_century_known::text',
  maritalStatus: 'person.marital_status',
  addressLine: addressPart('address_line'),
  postcode: addressPart('postcode'),
  town: addressPart('town'),
  telephoneKey: 'person.telephone_key::text',
  nationalIdKey: 'person.national_id_key::text',
  caseId: 'member.case_id::text',
};

/** Names that `from` may hold where a plan is about source persons. */
export const LINK_INPUTS: readonly string[] = Object.keys(INPUT_SQL);

/** Select list of the given inputs, each under its own name. @throws RangeError when one of them does not exist */
export const selectInputs = (inputs: readonly string[]): string =>
  inputs
    .map((input) => {
      const sql = Object.hasOwn(INPUT_SQL, input) ? INPUT_SQL[input] : undefined;
      if (sql === undefined) throw new RangeError(`a source person has no input '${input}'`);
      return `${sql} AS "${input}"`;
    })
    .join(', ');
