import { z } from 'zod';

export const PERSON_ID = z.guid().toLowerCase();
const DAY = z.iso.date();
const SITE = z.string();
/** Names of unified fields, in snake_case. */
export const FIELD_NAME = z.string().regex(/^[a-z][a-z0-9_]*$/);

const SOURCE = z.strictObject({ system: z.string(), site: SITE }).meta({ id: 'ValueSource' });
const VALUE = z.union([z.string(), z.number(), z.boolean()]).nullable();
const DATE = {
  date_precision: z.enum(['day', 'month', 'year']).optional().describe('Of a date: how much of it is known'),
  century_known: z.boolean().optional().describe('Of a date: false where the source holds two digits of the year'),
};
const SOURCED = {
  value: VALUE.describe('Null where the purpose may only know that there is one (precision presence)'),
  ...DATE,
  source: SOURCE,
  as_of: DAY.describe('Night of the import that wrote it, or the day on which the person had it rectified'),
  rectified: z.boolean(),
};

export const PRECISION = z.enum(['full', 'generalised', 'pseudonym', 'presence']);

/** One field of a person: three ways of having no value are told apart. */
export const PERSON_FIELD = z
  .discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('known'),
      precision: PRECISION,
      ...SOURCED,
      conflicts: z.array(z.strictObject(SOURCED)).describe('What other records say instead'),
    }),
    z.strictObject({ status: z.literal('unknown') }).describe('No record says it'),
    z.strictObject({ status: z.literal('withheld') }).describe('The purpose may not see it'),
    z.strictObject({ status: z.literal('not_applicable') }).describe('At this age there is nothing to say'),
  ])
  .meta({ id: 'PersonField' });

/** What each answer about a person or case says of itself. */
export const SPEAKS = {
  side: z.enum(['legacy', 'unified']).describe('Who holds the truth about the sites of this answer today'),
  as_of: DAY.nullable().describe('Night of the last import of the site; of several sites, the oldest'),
};

export const PERSON = z
  .strictObject({
    person_id: z.guid().describe('The id of today; an older one answers too'),
    ...SPEAKS,
    purpose: z.string(),
    state: z.enum(['present', 'restricted', 'archived', 'archived-restricted']),
    sources: z.array(SOURCE).describe('The records that the person is made of'),
    fields: z.record(FIELD_NAME, PERSON_FIELD),
  })
  .meta({ id: 'Person' });

export type PersonFieldView = z.output<typeof PERSON_FIELD>;
export type PersonAnswer = z.output<typeof PERSON>;
export type SpeaksView = Pick<PersonAnswer, 'side' | 'as_of'>;
