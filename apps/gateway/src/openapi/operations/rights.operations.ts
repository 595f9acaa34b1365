import { OWN_REPORT, REFUSED, SEPARATED, WITHDRAWN } from '../../rights/rights.schemas.js';
import { AID_REQUEST_ID, PERSON_ID } from '../examples.js';
import { changed, type Operations, told } from '../operation.js';

const INCIDENT = 'SEP-2026-004';

export const rightsOperations: Operations = {
  'SeparationsController.separate': {
    id: 'separatePersons',
    summary: 'Separate persons from the household of a case, at once',
    description:
      'From then on nobody of the former household gets one byte of where they are. The new address is kept encrypted, and is in no answer.',
    example: { person_id: PERSON_ID, incident: INCIDENT },
    answers: {
      201: changed(SEPARATED, 'They are separated', {
        separation_id: AID_REQUEST_ID,
        separated: [PERSON_ID],
        residues: 0,
      }),
    },
  },
  'RightsController.refuse': {
    id: 'refuseDigitalFiling',
    summary: 'Honour a refusal of digital filing',
    description:
      'What is held goes, what comes is withheld. Aid can still be asked for, by the reference of a file on paper.',
    example: { incident: 'REF-2026-012' },
    answers: {
      201: changed(REFUSED, 'The refusal holds', { outcome: 'refused', records: 2, erased: {}, accounting_lines: 0 }),
    },
  },
  'RightsController.withdraw': {
    id: 'withdrawRefusal',
    summary: 'Take a refusal of digital filing back',
    answers: { 200: changed(WITHDRAWN, 'The refusal is gone', { outcome: 'withdrawn', records: 2 }) },
  },
  'RightsController.report': {
    id: 'readOwnReport',
    summary: 'Read the report that a person has a right to',
    description: 'In the language of `Accept-Language`, English or French; as a page with `Accept: text/html`.',
    answers: {
      200: {
        ...told(OWN_REPORT, 'The report', { report: 'subject', version: 1, lang: 'en', madeOn: '2026-11-20' }),
        texts: ['text/html'],
      },
    },
  },
};
