import type { Client } from '../connection/database.js';
import { type AuditEntry, checkEntry } from './audit-entry.js';
import { type AuditKeys, type ChainLink, hashEntry, sealHead } from './chain.js';
import { lockHead } from './head.js';

/** The end of the chain after entries, and the database's time (ISO 8601, microseconds) that they were entered with. */
export interface AppendedHead extends ChainLink {
  readonly at: string;
}

const COLUMNS = `
  (seq, at, action, purpose, recipient, grant_id, subject_id, case_id, incident, fields, outcome, detail, previous_hash, hash)`;

/** Rows from $1: a JSON array. */
const ROWS = `
  SELECT seq, at, action, purpose, recipient, "grant", "subjectId", "caseId", incident, fields, outcome, detail,
         decode(previous, 'hex'), decode(hash, 'hex')
  FROM json_to_recordset($1::json) AS new
    (seq bigint, at timestamptz, action text, purpose text, recipient text, "grant" text, "subjectId" uuid, "caseId" uuid,
     incident text, fields text[], outcome text, detail text[], previous text, hash text)`;

/** Entries and head in one statement: a round trip less while everybody waits for the head. */
const APPEND = {
  name: 'audit-append',
  text: `
  WITH entered AS (INSERT INTO passerelle.audit_entry ${COLUMNS} ${ROWS})
  UPDATE passerelle.audit_head SET seq = $2, hash = $3, seal = $4`,
};

/**
 * The same where the head is known ($5 to $7) and is still what it was; nothing otherwise. Whoever enters at the same time is
 * waited for, and has moved the head by then. A server that is set to answer before entries are on the disk is told otherwise.
 */
const APPEND_AT = {
  name: 'audit-append-at',
  text: `
  WITH moved AS (
    UPDATE passerelle.audit_head SET seq = $2, hash = $3, seal = $4 WHERE seq = $5 AND hash = $6 AND seal = $7
    RETURNING CASE current_setting('synchronous_commit')
                WHEN 'off' THEN set_config('synchronous_commit', 'local', true) ELSE '' END AS durable
  )
  INSERT INTO passerelle.audit_entry ${COLUMNS} ${ROWS} WHERE EXISTS (SELECT FROM moved WHERE durable IS NOT NULL)`,
};

/**
 * Enters entries in the caller's transaction, in their order. Call it last: until the transaction ends, everybody else who
 * enters something waits, and whoever takes another lock after it invites a deadlock.
 * @returns the new head, once the transaction is committed; null where there was nothing to enter
 * @throws RangeError for an entry that is more than names and codes; TeachingError `audit.head`
 */
export const appendEntries = async (
  client: Client,
  keys: AuditKeys,
  entries: readonly AuditEntry[],
): Promise<AppendedHead | null> => {
  entries.forEach(checkEntry);
  if (entries.length === 0) return null;
  const { at, ...head } = await lockHead(client, keys);
  const { rows, end } = chained(keys, head, at, entries);
  const values = [JSON.stringify(rows), end.seq, end.hash, sealHead(keys, end)];
  await client.query({ ...APPEND, values });
  return { ...end, at };
};

/**
 * Enters entries after a head that this process has left, in one round trip and without a transaction of the caller's.
 * @param at the database's time
 * @param entries held against the shapes already (`checkEntry`)
 * @returns the new head; null where somebody else has entered something since: nothing was entered then
 */
export const appendAt = async (
  client: Client,
  keys: AuditKeys,
  known: ChainLink,
  at: string,
  entries: readonly AuditEntry[],
): Promise<AppendedHead | null> => {
  const { rows, end } = chained(keys, known, at, entries);
  const head = [end.seq, end.hash, sealHead(keys, end), known.seq, known.hash, sealHead(keys, known)];
  const { rowCount } = await client.query({ ...APPEND_AT, values: [JSON.stringify(rows), ...head] });
  return rowCount === 0 ? null : { ...end, at };
};

const chained = (
  keys: AuditKeys,
  head: ChainLink,
  at: string,
  entries: readonly AuditEntry[],
): { readonly rows: readonly object[]; readonly end: ChainLink } => {
  let end = head;
  const rows = entries.map((entry) => {
    const seq = end.seq + 1;
    const hash = hashEntry(keys, end.hash, seq, at, entry);
    const row = { ...entry, seq, at, previous: end.hash.toString('hex'), hash: hash.toString('hex') };
    end = { seq, hash };
    return row;
  });
  return { rows, end };
};
