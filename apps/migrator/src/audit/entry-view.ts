import type { StoredEntry } from '#libs/store';

/** An entry as `audit list --json` prints it: everything but the grant, so that no list by token can be made of it. */
export const entryView = ({
  seq,
  at,
  action,
  purpose,
  recipient,
  subjectId,
  caseId,
  incident,
  ...rest
}: StoredEntry) => ({
  seq,
  at,
  action,
  purpose,
  recipient,
  subjectId,
  caseId,
  incident,
  fields: rest.fields,
  outcome: rest.outcome,
  detail: rest.detail,
});
