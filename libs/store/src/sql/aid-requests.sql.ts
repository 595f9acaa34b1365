import { UTC_MILLISECONDS } from './tombstone-marks.sql.js';

const utc = (column: string, name: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS "${name}"`;
/** Cents stay below 2^53, so that they are numbers in JSON too. */
const cents = (column: string, name: string): string => `${column}::float8 AS "${name}"`;

const SAID = `reason, waiting_for AS "waitingFor", waiting_until::text AS "waitingUntil", paid_on::text AS "paidOn"`;

const COLUMNS = `id::text AS id, version, kind, status, person_id::text AS "personId",
  paper_reference AS "paperReference", recipient, site, ${cents('requested_cents', 'requestedCents')},
  requested_on::text AS "requestedOn", ${cents('granted_cents', 'grantedCents')}, ${cents('paid_cents', 'paidCents')},
  ${SAID}, ${utc('created_at', 'createdAt')}, ${utc('changed_at', 'changedAt')}`;

/**
 * No row where the person has gone meanwhile. The site of a separated person is not kept: it would tell where they are.
 * $1 id, $2 kind, $3 source person, $4 paper reference, $5 SIRET, $6 site, $7 cents, $8 day, $9 grant.
 */
export const INSERT_AID_REQUEST = `
  INSERT INTO passerelle.aid_request AS request (id, version, kind, status, person_id, paper_reference, recipient, site,
    requested_cents, requested_on, grant_id, created_at, changed_at)
  SELECT $1, 1, $2, 'draft', $3, $4, $5,
    CASE WHEN EXISTS (SELECT FROM passerelle.separated_person AS own WHERE own.person_id = $3::uuid) THEN NULL ELSE $6::text END,
    $7, $8, $9, now.at, now.at
  FROM (SELECT date_trunc('milliseconds', clock_timestamp()) AS at) AS now
  WHERE $3::uuid IS NULL OR EXISTS (SELECT FROM passerelle.source_person AS person WHERE person.id = $3)
  RETURNING ${COLUMNS}`;

/** $1 id. */
export const FIND_AID_REQUEST = `SELECT ${COLUMNS} FROM passerelle.aid_request WHERE id = $1`;
export const LOCK_AID_REQUEST = `${FIND_AID_REQUEST} FOR UPDATE`;

/**
 * What an adjournment waits for is over with the next move; a reason is that of the last decision. A payment after an appeal
 * comes on top of the one before.
 * $1 id, $2 status, $3 cents, $4 reason, $5 papers, $6 day, $7 day of payment.
 */
export const UPDATE_AID_REQUEST = `
  UPDATE passerelle.aid_request AS request SET version = version + 1, status = to_be.status,
    granted_cents = CASE to_be.status WHEN 'granted' THEN $3::bigint WHEN 'partly_granted' THEN $3 WHEN 'refused' THEN NULL
                    ELSE granted_cents END,
    paid_cents = CASE to_be.status WHEN 'paid' THEN coalesce(paid_cents, 0) + $3 ELSE paid_cents END,
    paid_on = CASE to_be.status WHEN 'paid' THEN $7::date ELSE paid_on END,
    reason = CASE WHEN to_be.status IN ('granted', 'partly_granted', 'refused') THEN $4 ELSE reason END,
    waiting_for = $5::text[], waiting_until = $6::date,
    changed_at = date_trunc('milliseconds', clock_timestamp())
  FROM (SELECT $2::text AS status) AS to_be WHERE id = $1 RETURNING ${COLUMNS.replace('kind, status', 'kind, request.status')}`;

/** $1 id, $2 version, $3 instant, $4 status, $5 cents, $6 reason, $7 papers, $8 day, $9 day of payment, $10 grant. */
export const INSERT_MOVE = `
  INSERT INTO passerelle.aid_request_move
    (aid_request_id, version, at, status, amount_cents, reason, waiting_for, waiting_until, paid_on, grant_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** $1 id. */
export const FIND_MOVES = `
  SELECT version, ${utc('at', 'at')}, status, ${cents('amount_cents', 'amountCents')}, ${SAID}
  FROM passerelle.aid_request_move WHERE aid_request_id = $1 ORDER BY version`;

/** $1 source persons, $2 instant and $3 id of the last one before, or null, $4 how many. */
export const LIST_OF_PERSON = `
  SELECT ${COLUMNS} FROM passerelle.aid_request
  WHERE person_id = ANY ($1::uuid[])
    AND ($2::timestamptz IS NULL OR (created_at, id) < ($2::timestamptz, $3::uuid))
  ORDER BY aid_request.created_at DESC, aid_request.id DESC LIMIT $4`;
