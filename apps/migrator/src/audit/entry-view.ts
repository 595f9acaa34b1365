import type { StoredEntry } from '#libs/store';

/** An entry as `audit list --json` prints it: everything but the grant, so that no list by token can be made of it. */
export const entryView = (entry: StoredEntry): Omit<StoredEntry, 'grant' | 'previousHash' | 'hash'> => {
  const { seq, at, action, purpose, recipient, subjectId, caseId, incident, fields, outcome, detail } = entry;
  return { seq, at, action, purpose, recipient, subjectId, caseId, incident, fields, outcome, detail };
};
