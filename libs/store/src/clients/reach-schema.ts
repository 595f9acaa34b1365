import { WORD_SHAPES } from '../audit/audit-entry.js';

const GRANT = `grant_id varchar(80) NOT NULL CHECK (grant_id ~ '${WORD_SHAPES.reference}')`;

/** Whom each client has read today, and how many that makes. */
export const REACH_TABLES = [
  // One row for a person, a client and a day, with the last hour in which the client read them.
  `CREATE TABLE passerelle.api_reach (
    ${GRANT},
    day date NOT NULL,
    person_id uuid NOT NULL,
    hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
    PRIMARY KEY (grant_id, day, person_id)
  )`,
  `CREATE TABLE passerelle.api_reach_count (
    ${GRANT} PRIMARY KEY,
    day date NOT NULL,
    hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
    in_day integer NOT NULL CHECK (in_day >= 0),
    in_hour integer NOT NULL CHECK (in_hour >= 0),
    alerted_hour timestamptz
  )`,
];

/**
 * Counts persons whom a client is about to read, all or none. A function, because the client's counts must be locked before
 * anything is compared with them, and one call a read is what the gateway can afford. Hours and days are those of UTC, by the
 * database's clock, read after the lock: processes that wait for each other agree on the hour.
 */
export const REACH_FUNCTION = `
  CREATE FUNCTION passerelle.take_reach(
    the_grant text, persons uuid[], most_in_hour integer, most_in_day integer,
    OUT refused text, OUT hour_left double precision, OUT day_left double precision
  ) LANGUAGE plpgsql AS $$
  DECLARE
    moment timestamp := clock_timestamp() AT TIME ZONE 'UTC';
    this_hour smallint;
    counted passerelle.api_reach_count;
    new_in_hour integer;
    new_in_day integer;
  BEGIN
    -- A crash of the server may forget the persons of the last second; no read waits for the disk because of a count.
    PERFORM set_config('synchronous_commit', 'off', true);
    SELECT * INTO counted FROM passerelle.api_reach_count WHERE grant_id = the_grant FOR UPDATE;
    IF NOT FOUND THEN
      INSERT INTO passerelle.api_reach_count VALUES (the_grant, moment::date, extract(hour FROM moment), 0, 0)
        ON CONFLICT DO NOTHING;
      SELECT * INTO counted FROM passerelle.api_reach_count WHERE grant_id = the_grant FOR UPDATE;
    END IF;
    moment := clock_timestamp() AT TIME ZONE 'UTC';
    this_hour := extract(hour FROM moment);
    hour_left := extract(epoch FROM date_trunc('hour', moment) + interval '1 hour' - moment);
    day_left := extract(epoch FROM date_trunc('day', moment) + interval '1 day' - moment);
    IF counted.day <> moment::date THEN
      counted.in_day := 0;
      counted.in_hour := 0;
    ELSIF counted.hour <> this_hour THEN
      counted.in_hour := 0;
    END IF;
    SELECT count(*) FILTER (WHERE reach.hour IS DISTINCT FROM this_hour), count(*) FILTER (WHERE reach.hour IS NULL)
      INTO new_in_hour, new_in_day
      FROM unnest(persons) AS asked (id) LEFT JOIN passerelle.api_reach AS reach
        ON reach.grant_id = the_grant AND reach.day = moment::date AND reach.person_id = asked.id;
    IF new_in_hour = 0 THEN
      RETURN;
    END IF;
    refused := CASE WHEN counted.in_day + new_in_day > most_in_day THEN 'day'
                    WHEN counted.in_hour + new_in_hour > most_in_hour THEN 'hour' END;
    IF refused IS NOT NULL THEN
      RETURN;
    END IF;
    INSERT INTO passerelle.api_reach SELECT the_grant, moment::date, id, this_hour FROM unnest(persons) AS asked (id)
      ON CONFLICT (grant_id, day, person_id) DO UPDATE SET hour = excluded.hour;
    UPDATE passerelle.api_reach_count SET day = moment::date, hour = this_hour,
      in_day = counted.in_day + new_in_day, in_hour = counted.in_hour + new_in_hour WHERE grant_id = the_grant;
  END $$`;
