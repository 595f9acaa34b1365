const cents = (column: string): string => `${column}::float8`;

/**
 * Aids of a person, whichever application they were asked for in, the newest first; those without a day come last.
 * $1 source persons, $2 whether their days order them, $3 day and $4 id of the last one before, or null, $5 how many, $6 kinds
 * that are left out, $7 SIRET of the body that sees its own all the same.
 */
export const LIST_AID_HISTORY = `
  SELECT history.origin, history.id::text AS id, history.day::text AS "sortDay", history.site, history.kind, history.status,
         history."requestedOn"::text AS "requestedOn", history."requestedCents", history.outcome,
         history."decidedOn"::text AS "decidedOn", history."grantedCents", history."paidCents",
         history."paidOn"::text AS "paidOn", history.night::text AS night
  FROM (
    SELECT 'gateway' AS origin, request.id, request.site, request.kind, request.status, request.requested_on AS "requestedOn",
           ${cents('request.requested_cents')} AS "requestedCents", NULL::text AS outcome, NULL::date AS "decidedOn",
           ${cents('request.granted_cents')} AS "grantedCents", ${cents('request.paid_cents')} AS "paidCents",
           request.paid_on AS "paidOn", NULL::date AS night,
           CASE WHEN $2 THEN request.requested_on ELSE DATE '0001-01-01' END AS day
    FROM passerelle.aid_request AS request
    WHERE request.person_id = ANY ($1::uuid[]) AND (request.recipient = $7 OR request.kind <> ALL ($6::text[]))
    UNION ALL
    SELECT system.code, aid.id, site.code, aid.nature, NULL, aid.requested_on, ${cents('aid.requested_cents')}, aid.outcome,
           aid.decided_on, ${cents('aid.granted_cents')}, ${cents('paid.cents')}, paid.latest, run.night,
           CASE WHEN $2 THEN coalesce(aid.requested_on, DATE '0001-01-01') ELSE DATE '0001-01-01' END
    FROM passerelle.aid AS aid
    JOIN passerelle.site AS site ON site.id = aid.site_id
    JOIN passerelle.source_table AS source_table ON source_table.id = aid.table_id
    JOIN passerelle.source_system AS system ON system.id = source_table.system_id
    JOIN passerelle.import_run AS run ON run.id = aid.last_run
    LEFT JOIN LATERAL (
      SELECT sum(payment.paid_cents) AS cents, max(payment.paid_on) AS latest
      FROM passerelle.aid_payment AS payment
      WHERE payment.aid_id = aid.id AND payment.superseded_run IS NULL) AS paid ON true
    WHERE aid.person_id = ANY ($1::uuid[]) AND (aid.nature IS NULL OR aid.nature <> ALL ($6::text[]))
  ) AS history
  WHERE $3::date IS NULL OR (history.day, history.id) < ($3::date, $4::uuid)
  ORDER BY history.day DESC, history.id DESC LIMIT $5`;
