import { z } from 'zod';

/** As it stays in the audit trail: no sentence, and never a name. */
const INCIDENT = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$/)
  .describe('Reference under which the request is filed; it stays in the audit trail, so never a name');
const LINE = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}\p{Bidi_Control}\u2028\u2029]*$/u)
    .nullish();
const COUNT = z.int().min(0);

/** Where a separated person is now: kept encrypted, and in no answer. */
export const NEW_ADDRESS = z
  .strictObject({
    address_line: LINE(200),
    postcode: LINE(10),
    town: LINE(100),
    site: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .max(40)
      .nullish()
      .describe('The site that follows the person now'),
    unit: LINE(40),
  })
  .meta({ id: 'NewAddress' });

/** A keyed id: a UUID by its shape, of no version. */
export const CASE_ID = z.guid().toLowerCase();

export const SEPARATION = z
  .strictObject({
    person_id: z.guid().toLowerCase().describe('Who is protected'),
    with: z.array(z.guid().toLowerCase()).max(20).nullish().describe('Children, or others, who leave along'),
    incident: INCIDENT,
    new_address: NEW_ADDRESS.nullish(),
  })
  .meta({ id: 'Separation' });

export const SEPARATED = z
  .strictObject({
    separation_id: z.guid(),
    separated: z.array(z.guid()).describe('The persons who are protected'),
    residues: COUNT.describe(
      'How many places still tie them to the former household; passerelle subject residues names them',
    ),
  })
  .meta({ id: 'Separated' });

export const REFUSING = z.strictObject({ incident: INCIDENT.nullish() }).nullish().meta({ id: 'DigitalFilingRefusal' });

export const REFUSED = z
  .strictObject({
    outcome: z.literal('refused'),
    records: COUNT.describe('Records of the person that are withheld from now on'),
    erased: z.record(z.string(), COUNT).describe('Rows that went, by kind'),
    accounting_lines: COUNT.describe('Accounting lines of paid aids, kept without identity'),
  })
  .meta({ id: 'DigitalFilingRefused' });

export const WITHDRAWN = z
  .strictObject({
    outcome: z.literal('withdrawn'),
    records: COUNT.describe('Records that the next full export brings again'),
  })
  .meta({ id: 'RefusalWithdrawn' });

/** The report is a document for its person: its parts are those of `subject export`, and are told there. */
export const OWN_REPORT = z
  .looseObject({
    report: z.literal('subject'),
    version: z.literal(1),
    lang: z.enum(['en', 'fr']),
    madeOn: z.iso.date(),
  })
  .meta({ id: 'OwnReport' });

export type SeparationBody = z.output<typeof SEPARATION>;
export type NewAddress = z.output<typeof NEW_ADDRESS>;
export type SeparatedView = z.output<typeof SEPARATED>;
export type RefusingBody = z.output<typeof REFUSING>;
export type RefusedView = z.output<typeof REFUSED>;
export type WithdrawnView = z.output<typeof WITHDRAWN>;
