import { z } from 'zod';
import { FIELD_NAME, PRECISION, SPEAKS } from '../persons/person.schemas.js';

const DAY = z.iso.date();

export const CASE_FIELD = z
  .discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('known'),
      precision: PRECISION,
      value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
    }),
    z.strictObject({ status: z.literal('unknown') }),
    z.strictObject({ status: z.literal('withheld') }),
  ])
  .meta({ id: 'CaseField' });

const MEMBER = z
  .strictObject({
    person_id: z.guid(),
    given_name: z.string().nullable(),
    birth_year: z.int().nullable(),
    head_of_household: z.boolean().nullable(),
    withheld: z.array(FIELD_NAME).describe('Members that are null because the purpose may not see them'),
  })
  .meta({ id: 'CaseMember' });

export const CASE = z
  .strictObject({
    case_id: z.guid(),
    ...SPEAKS,
    source: z.strictObject({ system: z.string(), site: z.string() }),
    recorded_on: DAY.describe('Night of the import that wrote it as it stands'),
    fields: z.record(FIELD_NAME, CASE_FIELD),
    members: z.array(MEMBER).describe('Those whom the client may see; nobody else is counted'),
  })
  .meta({ id: 'Case' });

export const CASES_OF_PERSON = z
  .strictObject({
    person_id: z.guid(),
    ...SPEAKS,
    cases: z.array(CASE).describe('One for each application that has the person in a case'),
  })
  .meta({ id: 'CasesOfPerson' });

export type CaseView = z.output<typeof CASE>;
export type CasesView = z.output<typeof CASES_OF_PERSON>;
