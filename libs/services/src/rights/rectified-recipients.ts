import { fieldsOfRectifiable, RECTIFIABLE_FIELDS } from '#libs/domain';
import type { Client } from '#libs/store';
import { groupRows } from './report/group-rows.js';
import { findReads, onceEach } from './report/report-reads.js';

/** Somebody who was shown a field before it was rectified, to be told of it (article 19). */
export interface InformedRecipient {
  /** A key of the policies' recipients, or a SIRET; null inside the house. */
  readonly recipient: string | null;
  readonly purpose: string | null;
  readonly reads: number;
  /** ISO 8601 in UTC. */
  readonly lastAt: string;
}

/** Reads that the rights of persons make themselves: nobody else saw anything. */
const OWN = /^subject\./;

/**
 * Which recipients read a field of some source persons, as far back as the audit trail reaches.
 * @param field a name of RECTIFIABLE_FIELDS; the trail names its columns and fields
 */
export const findRecipients = async (
  client: Client,
  ids: readonly string[],
  field: string,
): Promise<readonly InformedRecipient[]> => {
  const names = namesOf(field);
  const reads = onceEach(await findReads(client, ids)).filter(
    ({ action, fields }) => !OWN.test(action) && fields.some((name) => names.has(name)),
  );
  const groups = groupRows(reads, ({ recipient, purpose }) => `${recipient ?? ''} ${purpose ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const last = group.at(-1);
    if (last === undefined) return [];
    return [{ recipient: last.recipient, purpose: last.purpose, reads: group.length, lastAt: last.at }];
  });
};

const namesOf = (field: string): ReadonlySet<string> =>
  new Set([
    ...fieldsOfRectifiable(field),
    ...(RECTIFIABLE_FIELDS.get(field) ?? []).map(({ column }) => camelCase(column)),
  ]);

const camelCase = (column: string): string =>
  column.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
