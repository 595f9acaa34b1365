import { AID_REQUEST } from '../../aid-requests/aid-request.schemas.js';
import { AID_REQUEST_ID, PERSON_ID } from '../examples.js';
import { changed, type Operations, told } from '../operation.js';

const AT = '2026-11-20T09:00:00.000Z';
const DRAFT = {
  id: AID_REQUEST_ID,
  version: 1,
  status: 'draft',
  allowed: ['submitted', 'cancelled'],
  kind: 'food',
  person_id: PERSON_ID,
  paper_reference: null,
  site: 'ssdp-19',
  requested_on: '2026-11-20',
  requested_cents: 12_000,
  granted_cents: null,
  paid_cents: null,
  paid_on: null,
  reason: null,
  waiting_for: [],
  waiting_until: null,
  appeal: null,
  withheld: [],
  created_at: AT,
  changed_at: AT,
  history: [
    {
      version: 1,
      at: AT,
      status: 'draft',
      amount_cents: 12_000,
      reason: null,
      waiting_for: [],
      waiting_until: null,
      paid_on: null,
    },
  ],
};
const [opened] = DRAFT.history;
const SUBMITTED = {
  ...DRAFT,
  version: 2,
  status: 'submitted',
  allowed: ['in_review', 'cancelled'],
  history: [opened, { ...opened, version: 2, status: 'submitted', amount_cents: null }],
};

export const aidRequestOperations: Operations = {
  'AidRequestsController.open': {
    id: 'openAidRequest',
    summary: 'Open an aid request',
    description:
      'Only the kind and whom it is for are needed: a person, or the reference of a file on paper. Nothing that is left out changes whether it is taken or how it ends.',
    example: { kind: 'food', person_id: PERSON_ID, amount_cents: 12_000 },
    answers: { 201: changed(AID_REQUEST, 'The aid request, a draft', DRAFT, ['ETag', 'Location']) },
  },
  'AidRequestsController.read': {
    id: 'readAidRequest',
    summary: 'Read an aid request with its history',
    answers: { 200: { ...told(AID_REQUEST, 'The aid request', DRAFT), headers: ['ETag'] } },
  },
  'AidRequestsController.move': {
    id: 'moveAidRequest',
    summary: 'Move an aid request to another status',
    description:
      '`allowed` of the aid request says where it may go; `If-Match` names the version that the client has seen.',
    isVersioned: true,
    example: { to: 'submitted' },
    answers: { 200: changed(AID_REQUEST, 'The aid request as it is now', SUBMITTED, ['ETag']) },
  },
};
