/** What a caller tells the audit trail. Names and codes only: nothing here may hold a value of a person's field. */
export interface AuditEntry {
  /** What was done: `persons.show`, `import.run`. */
  readonly action: string;
  /** A purpose of the policies; null where the action has none of its own. */
  readonly purpose: string | null;
  /** The body that received the answer (SIRET, or a key of the policies' recipients); null inside the house. */
  readonly recipient: string | null;
  /** What allowed it: `console`, or the id of a gateway token. Never who sat at the keyboard. */
  readonly grant: string;
  /** The source person whom it was about. */
  readonly subjectId: string | null;
  readonly caseId: string | null;
  /** What ties entries together: a run (`R42`, `L7`), the pair of a review, a reference that a command was given. */
  readonly incident: string | null;
  /** Names of the fields that were shown or changed. */
  readonly fields: readonly string[];
  /** `done`, `refused`, `failed`, `waiting`. */
  readonly outcome: string;
  /** Codes, each alone or with a count: `same`, `created=120`. */
  readonly detail: readonly string[];
}

/** An entry as it stands in the trail. */
export interface StoredEntry extends AuditEntry {
  /** Its place, from 1 on, without gaps. */
  readonly seq: number;
  /** By the database's clock: ISO 8601 in UTC with microseconds. */
  readonly at: string;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

/** The grant of whoever works at the shell of the installation. */
export const CONSOLE_GRANT = 'console';

/** What most entries leave empty. */
export const BARE_ENTRY = {
  purpose: null,
  recipient: null,
  grant: CONSOLE_GRANT,
  subjectId: null,
  caseId: null,
  incident: null,
  fields: [],
  outcome: 'done',
  detail: [],
} as const satisfies Omit<AuditEntry, 'action'>;

/** The shapes of words; the table's constraints say the same, so that a value has no way in. */
export const WORD_SHAPES = {
  word: '^[a-z][A-Za-z0-9_.-]{0,59}$',
  reference: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$',
  detail: '^[a-z][A-Za-z0-9_.-]{0,59}(=[0-9]{1,15})?$',
  id: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
} as const;

const SHAPES = Object.fromEntries(Object.entries(WORD_SHAPES).map(([name, shape]) => [name, new RegExp(shape)])) as {
  readonly [K in keyof typeof WORD_SHAPES]: RegExp;
};

/** Holds an entry against the shapes. @throws RangeError that names the member and never repeats what it held */
export const checkEntry = (entry: AuditEntry): void => {
  hold('action', SHAPES.word, entry.action);
  hold('purpose', SHAPES.word, entry.purpose);
  hold('recipient', SHAPES.reference, entry.recipient);
  hold('grant', SHAPES.reference, entry.grant);
  hold('subjectId', SHAPES.id, entry.subjectId);
  hold('caseId', SHAPES.id, entry.caseId);
  hold('incident', SHAPES.reference, entry.incident);
  for (const field of entry.fields) hold('fields', SHAPES.word, field);
  hold('outcome', SHAPES.word, entry.outcome);
  for (const word of entry.detail) hold('detail', SHAPES.detail, word);
};

const hold = (member: keyof AuditEntry, shape: RegExp, word: string | null): void => {
  if (word !== null && !shape.test(word)) throw new RangeError(`an audit entry's ${member} must be names and codes`);
};
