const OF_PERSONS = `SELECT id FROM passerelle.aid_request WHERE person_id = ANY ($1::uuid[])`;

/** Waits for changes that are under way: their answers and events are committed with them, and seen by what comes after. */
export const LOCK_AID_REQUESTS = `${OF_PERSONS} ORDER BY id FOR UPDATE`;

/** A line for each payment of aid requests, as of any other aid. @param which aid requests, as a condition on `request` */
const keepPayments = (which: string): string => `
  INSERT INTO passerelle.accounting_line (nature, paid_on, paid_cents)
  SELECT request.kind, coalesce(move.paid_on, (move.at AT TIME ZONE 'Europe/Paris')::date), move.amount_cents
  FROM passerelle.aid_request AS request JOIN passerelle.aid_request_move AS move ON move.aid_request_id = request.id
  WHERE move.status = 'paid' AND ${which} ORDER BY random()`;

/** Of persons who go, once their aid requests are locked. $1: ids. */
export const KEEP_PAID_AID_REQUESTS = keepPayments('request.person_id = ANY ($1::uuid[])');

/**
 * What the gateway holds of persons, once `LOCK_AID_REQUESTS` has run: events with their deliveries, answers that are kept for
 * repeated requests, who has read them, aid requests with their history. $1: ids.
 */
export const FORGET_AID_REQUESTS: readonly string[] = [
  `DELETE FROM passerelle.outbox_event WHERE aid_request_id IN (${OF_PERSONS})`,
  `DELETE FROM passerelle.kept_answer WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.api_reach WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.aid_request WHERE person_id = ANY ($1::uuid[])`,
];

/** Requests of nobody in the store: on paper, or of a person whom no import brought again. $1 today, $2 period. */
const OVER = `
  (request.person_id IS NULL OR NOT EXISTS (SELECT FROM passerelle.source_person AS person WHERE person.id = request.person_id))
  AND (request.changed_at AT TIME ZONE 'Europe/Paris')::date + $2::interval < $1::date`;

/** Those that nobody has touched for as long as a file is kept: no contact with a person counts for them. $1 today, $2 period. */
export const FORGET_LONE_AID_REQUESTS = {
  lock: `SELECT request.id FROM passerelle.aid_request AS request WHERE ${OVER} ORDER BY request.id FOR UPDATE`,
  keep: keepPayments(OVER),
  events: `DELETE FROM passerelle.outbox_event AS event USING passerelle.aid_request AS request
    WHERE event.aid_request_id = request.id AND ${OVER}`,
  requests: `DELETE FROM passerelle.aid_request AS request WHERE ${OVER}`,
} as const;
