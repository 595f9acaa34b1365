/** Decisions and payments that a changed aid no longer lists stay as history. $1: aids, $2: run. */
export const supersedeHistory = (relation: string): string => `
  UPDATE ${relation} SET superseded_run = $2 WHERE aid_id = ANY ($1::uuid[]) AND superseded_run IS NULL`;
