import { EXIT, fieldsOfRectifiable, RECTIFIABLE_FIELDS, TeachingError } from '#libs/domain';
import { type CodeLists, type GivenValues, readGivenValue } from '#libs/mappers';
import type { PolicyBook } from '#libs/minimiser';
import {
  type Client,
  type DifferingRecord,
  dropRectifications,
  findDifferingRecords,
  findSeparationsOf,
  rightsTime,
  setRectifications,
  today,
  type Vault,
} from '#libs/store';
import { findSubjects, type Subject } from './find-subjects.js';
import { checkIncident } from './incident.js';
import { findRecipients, type InformedRecipient } from './rectified-recipients.js';
import { rightEntries, type RightsDesk, type RightUsed, useRight } from './rights-desk.js';

/** What is asked for. */
export interface RectificationRequest {
  /** Id of a person or source person, or system/site/key. */
  readonly person: string;
  /** A name of RECTIFIABLE_FIELDS. */
  readonly field: string;
  readonly incident: string;
  readonly onlyThisRecord: boolean;
  /** As somebody wrote it down; null takes the rectification back. */
  readonly value: string | null;
}

/** What a value is held against. */
export interface RectificationRules {
  readonly book: PolicyBook;
  readonly lists: CodeLists;
}

/** What it came to: names, keys and counts, no value. */
export interface SubjectRectified {
  readonly outcome: 'rectified' | 'withdrawn';
  readonly field: string;
  readonly incident: string;
  /** The source persons that it was set for, or taken back from. */
  readonly subjects: readonly Subject[];
  /** Records of the legacy systems that still say otherwise: to be mended there. */
  readonly differing: readonly DifferingRecord[];
  /** Who was shown the field so far, to be told (article 19). */
  readonly recipients: readonly InformedRecipient[];
}

/**
 * Rectifies or completes one field of a person (article 16), or takes that back. The rows of the legacy systems stay as they were
 * written; the value stands in their place for whoever reads, counts or compares, whatever a later import brings.
 * @throws TeachingError `rectification.field`, `.empty`, `.value`, `.code`, `rights.incident`, `person.address` (exit code 2),
 *   `rectification.not-kept`, `.none`, `separation.rectify` (4), `person.unknown`, `rights.linking`, `rights.busy` (3)
 */
export const rectifySubject = (
  desk: RightsDesk,
  rules: RectificationRules,
  request: RectificationRequest,
  dryRun: boolean,
): Promise<SubjectRectified> => {
  checkField(rules.book, request);
  const incident = checkIncident(request.incident) ?? '';
  return useRight(desk, dryRun, async (client) => {
    const reach = { onlyThisRecord: request.onlyThisRecord, inAdvance: false };
    const found = await findSubjects(client, desk.naming, request.person, reach);
    const subjects = found.filter(({ mark }) => mark === null);
    if (subjects.length === 0) throw new TeachingError('person.unknown');
    const asked = { field: request.field, incident, subjects };
    await refuseProtected(client, desk.vault, asked);
    if (request.value === null) return withdraw(client, asked);
    return rectify(client, asked, readValue(rules.lists, request.field, request.value, await today(client)));
  });
};

/** Where a separated person is lies in one place only, and closed. */
const refuseProtected = async (client: Client, vault: Vault, { field, subjects }: Asked): Promise<void> => {
  const places = vault.placeColumns('person').map((column) => column.field);
  if (!fieldsOfRectifiable(field).some((one) => places.includes(one))) return;
  const separations = await findSeparationsOf(
    client,
    subjects.map(({ id }) => id),
  );
  if (separations.length > 0) throw new TeachingError('separation.rectify', {}, { exitCode: EXIT.refused });
};

type Asked = Pick<SubjectRectified, 'field' | 'incident' | 'subjects'>;

const rectify = async (client: Client, asked: Asked, values: GivenValues): Promise<RightUsed<SubjectRectified>> => {
  const { field, incident, subjects } = asked;
  const at = await rightsTime(client);
  const ids = subjects.map(({ id }) => id);
  const set = ids.map((id) => ({ id, field, at, incident, values }));
  await setRectifications(client, set);
  return {
    result: {
      ...{ outcome: 'rectified', ...asked },
      differing: await findDifferingRecords(client, ids, field),
      recipients: await findRecipients(client, ids, field),
    },
    entries: entriesOf(asked, ids, 'set'),
    lines: [],
    rectified: { set, withdrawn: [] },
  };
};

const withdraw = async (client: Client, asked: Asked): Promise<RightUsed<SubjectRectified>> => {
  const { field, subjects } = asked;
  const dropped = await dropRectifications(
    client,
    subjects.map(({ id }) => id),
    field,
  );
  if (dropped.length === 0) throw new TeachingError('rectification.none', { field }, { exitCode: EXIT.refused });
  const at = await rightsTime(client);
  const reached = subjects.filter(({ id }) => dropped.includes(id));
  return {
    result: { outcome: 'withdrawn', ...asked, subjects: reached, differing: [], recipients: [] },
    entries: entriesOf(asked, dropped, 'withdrawn'),
    lines: [],
    rectified: { set: [], withdrawn: dropped.map((id) => ({ id, field, at })) },
  };
};

/** The name of the field, and what was done; no value. */
const entriesOf = ({ field, incident }: Asked, ids: readonly string[], how: string) =>
  rightEntries('subject.rectify', ids, incident, [how]).map((entry) => ({ ...entry, fields: [field] }));

const checkField = (book: PolicyBook, { field, value }: RectificationRequest): void => {
  if (!RECTIFIABLE_FIELDS.has(field)) {
    const known = [...RECTIFIABLE_FIELDS.keys()].join(', ');
    throw new TeachingError('rectification.field', { field, known }, { exitCode: EXIT.usage });
  }
  const kept = fieldsOfRectifiable(field).every((name) => book.field('person', name)?.import === 'keep');
  // What the policies no longer let be kept can still be taken away.
  if (!kept && value !== null) throw new TeachingError('rectification.not-kept', { field }, { exitCode: EXIT.refused });
};

const readValue = (lists: CodeLists, field: string, given: string, day: string): GivenValues => {
  const columns = RECTIFIABLE_FIELDS.get(field) ?? [];
  const read = readGivenValue(columns, given, { lists, today: day });
  if (read === null) throw new TeachingError('rectification.empty', {}, { exitCode: EXIT.usage });
  if ('values' in read) return read.values;
  const { fault: reason } = read;
  if (reason !== 'code.unmapped') {
    throw new TeachingError('rectification.value', { field, reason }, { exitCode: EXIT.usage });
  }
  const known = Object.keys(lists[columns[0]?.list ?? ''] ?? {}).join(', ');
  throw new TeachingError('rectification.code', { field, known }, { exitCode: EXIT.usage });
};
