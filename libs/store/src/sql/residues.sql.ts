/** Where a record lies, so that somebody can find it in its application. */
const PLACE = `system.code AS system, site.code AS site, source_table.name AS "table", held.source_key AS "sourceId"`;
const JOIN_PLACE = `
  JOIN passerelle.site AS site ON site.id = held.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = held.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id`;
const IN_ORDER = 'ORDER BY system.code, site.code, source_table.name, held.source_key';

/** Source persons of the former households of separations. */
const FORMER = `SELECT person_id FROM passerelle.separated_former WHERE separation_id = ANY ($1::uuid[])`;
const OWN = `SELECT person_id FROM passerelle.separated_person WHERE separation_id = ANY ($1::uuid[])`;

/**
 * Addresses in plain text on the side of the former household: of its persons and of its cases. $1: ids of separations.
 * Columns: place, address as one text.
 */
export const FIND_FORMER_ADDRESSES = `
  SELECT ${PLACE}, concat_ws(' ', held.address_line, held.postcode, held.town) AS address
  FROM passerelle.source_person AS held ${JOIN_PLACE}
  WHERE held.id IN (${FORMER}) AND num_nonnulls(held.address_line, held.town) > 0 ${IN_ORDER}`;

export const FIND_FORMER_CASE_ADDRESSES = `
  SELECT ${PLACE}, concat_ws(' ', held.address_line, held.postcode, held.town) AS address
  FROM passerelle.source_case AS held ${JOIN_PLACE}
  WHERE held.id IN (SELECT case_id FROM passerelle.separated_case WHERE separation_id = ANY ($1::uuid[]) AND former)
    AND num_nonnulls(held.address_line, held.town) > 0 ${IN_ORDER}`;

/** Records of the former household with a telephone of the protected. */
export const FIND_SHARED_TELEPHONES = `
  SELECT ${PLACE} FROM passerelle.source_person AS held ${JOIN_PLACE}
  WHERE held.id IN (${FORMER}) AND held.telephone_key IN (
    SELECT telephone_key FROM passerelle.source_person WHERE id IN (${OWN})) ${IN_ORDER}`;

/** Records that their application still shows in a case in which they may not be; those that it no longer holds left out. */
export const FIND_STANDING_TOGETHER = `
  SELECT ${PLACE} FROM passerelle.source_person AS held ${JOIN_PLACE}
  WHERE held.absent_run IS NULL AND held.id IN (
    SELECT person_id FROM passerelle.separated_person WHERE separation_id = ANY ($1::uuid[]) AND legacy_case IS NOT NULL
    UNION SELECT person_id FROM passerelle.separated_former WHERE separation_id = ANY ($1::uuid[]) AND legacy_case IS NOT NULL)
  ${IN_ORDER}`;

/** Acts of the former household that were done with the protected too: the same kind, day, application and site. */
export const FIND_COMMON_ACTS = `
  SELECT ${PLACE} FROM passerelle.professional_act AS held ${JOIN_PLACE}
  WHERE held.absent_run IS NULL AND held.person_id IN (${FORMER}) AND EXISTS (
    SELECT FROM passerelle.professional_act AS own
    WHERE own.person_id IN (${OWN}) AND own.occurred_on = held.occurred_on AND own.kind = held.kind
      AND own.site_id = held.site_id AND own.table_id = held.table_id) ${IN_ORDER}`;

/** Aids of the former household that were asked for the protected too: the same nature, day, application and site. */
export const FIND_COMMON_AIDS = `
  SELECT ${PLACE} FROM passerelle.aid AS held ${JOIN_PLACE}
  WHERE held.absent_run IS NULL AND held.person_id IN (${FORMER}) AND EXISTS (
    SELECT FROM passerelle.aid AS own
    WHERE own.person_id IN (${OWN}) AND own.requested_on = held.requested_on AND own.nature = held.nature
      AND own.site_id = held.site_id AND own.table_id = held.table_id) ${IN_ORDER}`;

/** Pairs of the two sides that would be put to a reviewer: none by construction, and counted all the same. */
export const FIND_PENDING_PAIRS = `
  SELECT edge.left_id::text AS "leftId", edge.right_id::text AS "rightId" FROM passerelle.link_edge AS edge
  JOIN passerelle.separated_pair AS apart ON apart.left_id = edge.left_id AND apart.right_id = edge.right_id
  WHERE edge.decision <> 'apart' AND (edge.left_id IN (${OWN}) OR edge.right_id IN (${OWN})) ORDER BY 1, 2`;

/** Records of the protected, or of their former cases, that wait in quarantine: what they say stands in an export. */
export const FIND_WAITING = `
  SELECT system.code AS system, site.code AS site, source_table.name AS "table", entry.id::text AS "sourceId"
  FROM passerelle.quarantine AS entry
  JOIN passerelle.site AS site ON site.id = entry.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = entry.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  WHERE entry.status = 'open' AND (
    entry.person_id IN (${OWN}) OR entry.waits_for IN (${OWN}) OR entry.entity_id IN (${OWN}) OR entry.entity_id IN (
      SELECT case_id FROM passerelle.separated_case WHERE separation_id = ANY ($1::uuid[])))
  ORDER BY entry.id`;

/** Export files that rows of the protected, or of their former cases, came from. Whether they still lie there the caller knows. */
export const FIND_EXPORT_FILES = `
  SELECT DISTINCT file.path FROM passerelle.import_file AS file
  WHERE file.id IN (
    SELECT file_id FROM passerelle.source_person WHERE id IN (${OWN})
    UNION SELECT file_id FROM passerelle.professional_act WHERE person_id IN (${OWN})
    UNION SELECT file_id FROM passerelle.aid WHERE person_id IN (${OWN})
    UNION SELECT file_id FROM passerelle.source_case WHERE id IN (
      SELECT case_id FROM passerelle.separated_case WHERE separation_id = ANY ($1::uuid[])))
  ORDER BY 1`;
