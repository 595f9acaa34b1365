/** Statements of the other kinds of data, each with its counts by site where it has one. $1 today, $2 period. */

/**
 * Records that nobody mended in their time. What still waited must not be forgotten where its export does not change: it is read
 * again, and waits anew.
 */
export const DELETE_QUARANTINE = `
  WITH old AS (
    DELETE FROM passerelle.quarantine AS entry USING passerelle.import_run AS run
    WHERE run.id = entry.run_id AND (run.started_at AT TIME ZONE 'Europe/Paris')::date + $2::interval < $1::date
    RETURNING entry.site_id, entry.table_id, entry.status),
  again AS (
    INSERT INTO passerelle.import_again (site_id, system_id, through_run)
    SELECT DISTINCT old.site_id, source_table.system_id, (SELECT max(id) FROM passerelle.import_run)
    FROM old JOIN passerelle.source_table AS source_table ON source_table.id = old.table_id WHERE old.status = 'open')
  SELECT site.code AS site, count(*)::int AS rows FROM old JOIN passerelle.site AS site ON site.id = old.site_id
  GROUP BY 1 ORDER BY 1`;

/** A run that ended longer ago than the period. */
const OVER = `
  run.status <> 'running' AND run.finished_at IS NOT NULL
  AND (run.finished_at AT TIME ZONE 'Europe/Paris')::date + $2::interval < $1::date`;

/** Runs whose copies go, so that nobody takes half a run back. */
export const CLOSE_COPIES = `
  UPDATE passerelle.import_run AS run SET copies_gone_at = clock_timestamp()
  WHERE run.copies_gone_at IS NULL AND ${OVER}`;

export const DELETE_COPIES = `
  WITH old AS (
    DELETE FROM passerelle.import_undo AS copy USING passerelle.import_run AS run
    WHERE run.id = copy.run_id AND run.copies_gone_at IS NOT NULL AND $1::date IS NOT NULL AND $2::interval IS NOT NULL
    RETURNING run.site_id)
  SELECT site.code AS site, count(*)::int AS rows FROM old JOIN passerelle.site AS site ON site.id = old.site_id
  GROUP BY 1 ORDER BY 1`;

/** Balance sheets and pieces of work; the run itself stays, since it is where rows came from. */
export const EMPTY_REPORTS = `
  WITH old AS (
    UPDATE passerelle.import_run AS run SET sheet = NULL WHERE run.sheet IS NOT NULL AND ${OVER} RETURNING run.id, run.site_id)
  SELECT site.code AS site, count(*)::int AS rows FROM old JOIN passerelle.site AS site ON site.id = old.site_id
  GROUP BY 1 ORDER BY 1`;

export const DELETE_CHUNKS = `
  DELETE FROM passerelle.import_chunk AS chunk USING passerelle.import_run AS run
  WHERE run.id = chunk.run_id AND run.status <> 'failed' AND ${OVER}`;

const LINK_OVER = `
  run.status <> 'running' AND (run.finished_at AT TIME ZONE 'Europe/Paris')::date + $2::interval < $1::date`;
export const EMPTY_LINK_REPORTS = `
  UPDATE passerelle.link_run AS run SET counts = NULL WHERE run.counts IS NOT NULL AND ${LINK_OVER}`;
export const DELETE_LINK_JOBS = `
  DELETE FROM passerelle.link_job AS job USING passerelle.link_run AS run WHERE run.id = job.run_id AND ${LINK_OVER}`;

export const DELETE_RETENTION_RUNS = `
  DELETE FROM passerelle.retention_run WHERE (started_at AT TIME ZONE 'Europe/Paris')::date + $2::interval < $1::date`;

/** Lines without a day stay: they are nobody's any more, and no period runs for them. */
export const DELETE_ACCOUNTING = `
  DELETE FROM passerelle.accounting_line WHERE paid_on + $2::interval < $1::date`;

/** What runs collected that ended without clearing it away: ids of whatever an export held, pairs of a link run. */
export const FIND_STALE_TABLES = `
  SELECT stale.relname AS name FROM pg_class AS stale
  WHERE stale.relnamespace = 'passerelle'::regnamespace AND stale.relkind = 'r' AND (
    (stale.relname ~ '^seen_[0-9]+$' AND NOT EXISTS (
      SELECT FROM passerelle.import_run AS run
      WHERE run.id = substr(stale.relname, 6)::int AND run.status IN ('running', 'failed')))
    OR (stale.relname ~ '^scored_[0-9]+$' AND NOT EXISTS (
      SELECT FROM passerelle.link_run AS run WHERE run.id = substr(stale.relname, 8)::int AND run.status = 'running')))`;

/** Of several requests for one site and source the latest says it all. It stays: not every file of it may have come since. */
export const FORGET_OLDER_REQUESTS = `
  DELETE FROM passerelle.import_again AS request
  WHERE EXISTS (
      SELECT FROM passerelle.import_again AS later
      WHERE later.site_id = request.site_id AND later.system_id = request.system_id
        AND (later.through_run, later.ctid) > (request.through_run, request.ctid))`;
