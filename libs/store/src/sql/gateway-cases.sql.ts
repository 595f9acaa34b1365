import { UNIFIED_COLUMNS } from '#libs/domain';

const VALUES = UNIFIED_COLUMNS.case.map(({ column }) => `held.${column}::text`).join(', ');

/** Cases with where they came from; values as text, by position of the columns of a case. $1: ids. */
export const READ_CASES = `
  SELECT held.id::text AS id, system.code AS system, site.code AS site, run.night::text AS night,
         ARRAY[${VALUES}] AS values
  FROM passerelle.source_case AS held
  JOIN passerelle.site AS site ON site.id = held.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = held.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  JOIN passerelle.import_run AS run ON run.id = held.last_run
  WHERE held.id = ANY ($1::uuid[]) ORDER BY held.opened_on DESC NULLS LAST, held.id`;
