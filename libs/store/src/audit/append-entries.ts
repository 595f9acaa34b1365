import type { Client } from '../connection/database.js';
import { type AuditEntry, checkEntry } from './audit-entry.js';
import { type AuditKeys, hashEntry, sealHead } from './chain.js';
import { lockHead } from './head.js';

/** Entries and head in one statement: a round trip less while everybody waits for the head. */
const APPEND = `
  WITH entered AS (
    INSERT INTO passerelle.audit_entry
      (seq, at, action, purpose, recipient, grant_id, subject_id, case_id, incident, fields, outcome, detail, previous_hash, hash)
    SELECT seq, at, action, purpose, recipient, "grant", "subjectId", "caseId", incident, fields, outcome, detail,
           decode(previous, 'hex'), decode(hash, 'hex')
    FROM json_to_recordset($1::json) AS new
      (seq bigint, at timestamptz, action text, purpose text, recipient text, "grant" text, "subjectId" uuid, "caseId" uuid,
       incident text, fields text[], outcome text, detail text[], previous text, hash text)
  )
  UPDATE passerelle.audit_head SET seq = $2, hash = $3, seal = $4`;

/**
 * Enters entries in the caller's transaction, in their order. Call it last: until the transaction ends, everybody else who
 * enters something waits, and whoever takes another lock after it invites a deadlock.
 * @throws RangeError for an entry that is more than names and codes; TeachingError `audit.head`
 */
export const appendEntries = async (client: Client, keys: AuditKeys, entries: readonly AuditEntry[]): Promise<void> => {
  entries.forEach(checkEntry);
  if (entries.length === 0) return;
  const { at, ...head } = await lockHead(client, keys);
  let link = head;
  const rows = entries.map((entry) => {
    const seq = link.seq + 1;
    const hash = hashEntry(keys, link.hash, seq, at, entry);
    const row = { ...entry, seq, at, previous: link.hash.toString('hex'), hash: hash.toString('hex') };
    link = { seq, hash };
    return row;
  });
  await client.query(APPEND, [JSON.stringify(rows), link.seq, link.hash, sealHead(keys, link)]);
};
