import { type AuditEntry, type AuditTrail, BARE_ENTRY, findCasesOf, type Transactor } from '#libs/store';
import type { PersonView } from '../policies/person-reader.js';

/** Where reads are entered. */
export interface ReadPlace {
  readonly database: Pick<Transactor, 'session'>;
  readonly trail: AuditTrail;
}

/** Who was read, what for, and what is shown of them. */
export interface PersonRead {
  /** The command or call: `persons.show`. */
  readonly action: string;
  readonly purpose: string;
  /** A key of the policies' recipients, or a SIRET. */
  readonly recipient: string | null;
  /** Source persons: their ids stay theirs, whichever person linkage makes of them later. */
  readonly subjectIds: readonly string[];
  /** Names of the fields that are shown. */
  readonly fields: readonly string[];
  readonly outcome: 'done' | 'refused';
  readonly incident?: string;
  /** Who asks, where that is not the console. */
  readonly grant?: string;
}

/**
 * What a purpose is shown of source persons, as a read to enter; `refused` where it may see nothing.
 * @param columns what the command would show to a purpose that may see everything
 */
export const viewRead = (
  action: string,
  { purpose, recipient, show }: PersonView,
  columns: readonly string[],
  subjects: readonly { readonly id: string }[],
): PersonRead => {
  const fields = [...new Set(columns)].filter((column) => show.includes(column));
  return {
    action,
    purpose,
    recipient: recipient === '' ? null : recipient,
    subjectIds: subjects.map(({ id }) => id),
    fields,
    outcome: fields.length === 0 ? 'refused' : 'done',
  };
};

/**
 * Enters a read of one or several source persons, one entry each, with the case of each. Wait for it, then show: the entry
 * is on the disk before the answer is given (invariant 14).
 */
export const recordRead = async ({ database, trail }: ReadPlace, read: PersonRead): Promise<void> => {
  const cases = await database.session((client) => findCasesOf(client, read.subjectIds));
  await trail.enter(readEntries(read, cases));
};

const readEntries = (read: PersonRead, cases: ReadonlyMap<string, string>): AuditEntry[] => {
  const { subjectIds, incident = null, ...about } = read;
  return subjectIds.map((subjectId) => ({
    ...BARE_ENTRY,
    ...about,
    incident,
    subjectId,
    caseId: cases.get(subjectId) ?? null,
  }));
};
