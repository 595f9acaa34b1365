import { eraseHouseholds } from './erase-households.sql.js';

/** Where the ids that a full export still holds are collected until the run settles. */
export const seenRelation = (runId: number): string => `passerelle.seen_${String(runId)}`;

export const createSeen = (runId: number): string =>
  `CREATE TABLE ${seenRelation(runId)} (table_id smallint NOT NULL, id uuid NOT NULL)`;

export const dropSeen = (runId: number): string => `DROP TABLE IF EXISTS ${seenRelation(runId)}`;

/** Marks what a full export no longer holds; it is kept, not deleted. $1 run, $2 site, $3 tables that were imported. */
export const markAbsent = (relation: string, runId: number): string => `
  UPDATE ${relation} AS stored SET absent_run = $1
  WHERE stored.site_id = $2 AND stored.table_id = ANY ($3::smallint[]) AND stored.absent_run IS NULL
    AND NOT EXISTS (
      SELECT FROM ${seenRelation(runId)} AS seen WHERE seen.table_id = stored.table_id AND seen.id = stored.id
    )`;

/**
 * Entries of earlier runs that this run made pointless: a full export says anew what is wrong with its table, a delta only
 * about the records that it holds. $1 run, $2 site, $3 tables that were imported, $4 whether the run was full.
 */
export const SUPERSEDE_QUARANTINE = `
  UPDATE passerelle.quarantine AS older SET status = 'superseded', closed_run = $1
  WHERE older.status = 'open' AND older.run_id < $1 AND older.site_id = $2 AND older.table_id = ANY ($3::smallint[])
    AND ($4 OR EXISTS (
      SELECT FROM passerelle.quarantine AS newer WHERE newer.run_id = $1 AND newer.entity_id = older.entity_id
    ) OR EXISTS (SELECT FROM passerelle.source_person WHERE id = older.entity_id AND last_run = $1)
      OR EXISTS (SELECT FROM passerelle.source_case WHERE id = older.entity_id AND last_run = $1)
      OR EXISTS (SELECT FROM passerelle.professional_act WHERE id = older.entity_id AND last_run = $1)
      OR EXISTS (SELECT FROM passerelle.aid WHERE id = older.entity_id AND last_run = $1))`;

/** Households whose every known member refuses digital filing or was erased. $1: site. */
export const CLEAR_REFUSED_HOUSEHOLDS = eraseHouseholds(`household.site_id = $1
    AND household.id IN (SELECT case_id FROM passerelle.withheld_person WHERE site_id = $1)`);

/** Waiting entries whose person has arrived, or is withheld by now. $1: site, $2: system. In the order of their files. */
export const FIND_ARRIVED = `
  SELECT entry.id::text AS id FROM passerelle.quarantine AS entry
  JOIN passerelle.source_table AS source_table ON source_table.id = entry.table_id AND source_table.system_id = $2
  WHERE entry.status = 'open' AND entry.site_id = $1 AND entry.waits_for IS NOT NULL
    AND (EXISTS (SELECT FROM passerelle.source_person AS person WHERE person.id = entry.waits_for)
      OR EXISTS (SELECT FROM passerelle.withheld_person AS mark WHERE mark.person_id = entry.waits_for))
  ORDER BY entry.file_id, entry.unit_offset, entry.id`;
