import { z } from 'zod';
import { AID_REQUEST_STATUSES } from '#libs/services';
import { FIELD_NAME, PERSON_FIELD, SPEAKS } from '../persons/person.schemas.js';

const WORD = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
const DAY = z.iso.date();
const TEXT = z.strictObject({ en: z.string(), fr: z.string() });

export const FORM_QUERY = z
  .strictObject({ aid: WORD.describe('A kind of aid of config/aids.yml') })
  .meta({ id: 'SingleFormQuery' });

const FORM_FIELD = z
  .strictObject({
    name: FIELD_NAME,
    state: z.enum(['filled', 'unknown', 'withheld', 'not_applicable']),
    required_by: TEXT.nullable().describe('The text that requires it for this aid; null: it may stay empty'),
    known: PERSON_FIELD.describe('What is known, with its source, date and precision'),
  })
  .meta({ id: 'FormField' });

/** A day, or the year or month of it where the purpose may know no more. */
const SHOWN_DAY = z.string().regex(/^\d{4}(-\d\d){0,2}$/);
const SHOWN_CENTS = z.union([z.int(), z.string().describe('A band of cents')]);

export const PAST_AID = z
  .strictObject({
    origin: z.string().describe('`gateway`, or the application that an import brought it from'),
    id: z.guid(),
    site: z.string().nullable(),
    as_of: DAY.nullable().describe('Night of the import that wrote it; null for a request of the gateway'),
    kind: WORD.nullable(),
    status: z.enum(AID_REQUEST_STATUSES).nullable().describe('Of a request of the gateway'),
    outcome: z.string().nullable().describe('Of an imported aid: a code of the list aidOutcome'),
    requested_on: SHOWN_DAY.nullable(),
    requested_cents: SHOWN_CENTS.nullable(),
    decided_on: SHOWN_DAY.nullable(),
    granted_cents: SHOWN_CENTS.nullable(),
    paid_cents: SHOWN_CENTS.nullable(),
    paid_on: SHOWN_DAY.nullable(),
  })
  .meta({ id: 'PastAid' });

const AIDS = {
  aids: z.array(PAST_AID),
  withheld: z.array(FIELD_NAME).describe('Members that are null because the purpose may not see them'),
};

export const FORM = z
  .strictObject({
    person_id: z.guid(),
    ...SPEAKS,
    purpose: z.string(),
    form: z.enum(['single_form', 'engagement_contract']),
    aid: WORD.nullable(),
    fields: z.array(FORM_FIELD),
    missing: z
      .array(z.strictObject({ name: FIELD_NAME, required_by: TEXT.nullable() }))
      .describe('What nobody has said yet: to be asked for, never a reason to refuse'),
    filled_share: z.number().min(0).max(1).describe('Of the fields that the purpose may see'),
    household_size: z.strictObject({
      status: z.enum(['known', 'unknown', 'withheld']),
      value: z
        .int()
        .min(1)
        .nullable()
        .describe('Persons whom the client may see in the person’s largest case, this one included'),
    }),
    past_aids: z.strictObject({ ...AIDS, more: z.boolean().describe('Whether there are older ones') }),
  })
  .meta({ id: 'FilledForm' });

export const HISTORY_QUERY = z
  .strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z
      .string()
      .max(120)
      .regex(/^[A-Za-z0-9_-]+$/)
      .optional()
      .describe('`next` of the page before'),
  })
  .meta({ id: 'AidHistoryQuery' });

export const HISTORY = z
  .strictObject({ person_id: z.guid(), ...AIDS, next: z.string().nullable() })
  .meta({ id: 'AidHistory' });

export type FormQuery = z.output<typeof FORM_QUERY>;
export type HistoryQuery = z.output<typeof HISTORY_QUERY>;
export type FormView = z.output<typeof FORM>;
export type HistoryView = z.output<typeof HISTORY>;
export type PastAidView = z.output<typeof PAST_AID>;
