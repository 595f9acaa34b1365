import { z } from 'zod';
import { AID_REQUEST_STATUSES } from '#libs/services';

const WORD = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
const DAY = z.iso.date();
const INSTANT = z.iso.datetime();
/** Ten million euros are more than any aid. */
const CENTS = z.int().min(0).max(1_000_000_000);
const STATUS = z.enum(AID_REQUEST_STATUSES);
const TEXT = z.strictObject({ en: z.string(), fr: z.string() });

/** What opens an aid request. Only the kind and whom it is for are needed; nothing else ever is. */
export const OPENING = z
  .strictObject({
    kind: WORD.describe('A code of the list aidNature'),
    person_id: z.guid().nullish().describe('The person who asks: an id that /v1/persons/search gave'),
    paper_reference: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$/)
      .nullish()
      .describe('Reference of a file on paper, in place of a person who refuses digital filing; never a name'),
    site: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(40)
      .nullish()
      .describe('The site that carries the request'),
    amount_cents: CENTS.nullish().describe('What is asked for, in cents'),
    requested_on: DAY.nullish().describe('The day of the request; today where it is left out'),
  })
  .meta({ id: 'AidRequestOpening' });

/** A move to another status, with what it decides. */
export const MOVE = z
  .strictObject({
    to: STATUS,
    amount_cents: CENTS.nullish().describe('Granted, or paid this time, in cents'),
    reason: WORD.nullish().describe('Why it is refused, or granted in part: a code of config/aids.yml'),
    waiting_for: z.array(WORD).min(1).max(20).nullish().describe('Papers that it waits for: codes of config/aids.yml'),
    until: DAY.nullish().describe(
      'Until when the papers are waited for, today or later; by `adjournment` of config/aids.yml where it is left out',
    ),
    paid_on: DAY.nullish(),
  })
  .meta({ id: 'AidRequestMove' });

const HISTORY = z.strictObject({
  version: z.int(),
  at: INSTANT,
  status: STATUS,
  amount_cents: CENTS.nullable(),
  reason: WORD.nullable(),
  waiting_for: z.array(WORD),
  waiting_until: DAY.nullable(),
  paid_on: DAY.nullable(),
});

export const AID_REQUEST = z
  .strictObject({
    id: z.uuid(),
    version: z.int().min(1),
    status: STATUS,
    allowed: z.array(STATUS).describe('Where this client may move it from here'),
    kind: WORD.nullable(),
    person_id: z.guid().nullable(),
    paper_reference: z.string().nullable(),
    site: z.string().nullable(),
    requested_on: DAY.nullable(),
    requested_cents: CENTS.nullable(),
    granted_cents: CENTS.nullable(),
    paid_cents: CENTS.nullable().describe('Of all payments together'),
    paid_on: DAY.nullable(),
    reason: WORD.nullable(),
    waiting_for: z.array(WORD),
    waiting_until: DAY.nullable(),
    appeal: z
      .strictObject({ until: DAY, way: TEXT, text: TEXT })
      .nullable()
      .describe('How whoever is refused can ask again, and until when'),
    withheld: z.array(z.string()).describe('Members that are null because the purpose may not see them'),
    created_at: INSTANT,
    changed_at: INSTANT,
    history: z.array(HISTORY),
  })
  .meta({ id: 'AidRequest' });

export type Opening = z.output<typeof OPENING>;
export type Move = z.output<typeof MOVE>;
export type AidRequestView = z.output<typeof AID_REQUEST>;
