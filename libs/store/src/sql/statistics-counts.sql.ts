import { countedPersons, UNPLACED_PERSONS } from './statistics-persons.sql.js';

/** Which dimensions, by number, are counted together; `site`: at each site. */
export type Grouping = readonly (number | 'site')[];

const columnOf = (dimension: number | 'site'): string => (dimension === 'site' ? 'site' : `d${String(dimension)}`);

/** Groupings over one relation, in one pass. */
const groupedBy = (groupings: readonly Grouping[], counts: string, from: string): string => {
  const sets = groupings.map((grouping) => `(${grouping.map(columnOf).join(', ')})`);
  const names = [...new Set(groupings.flat().map(columnOf))];
  const keys = names.map((name) => `'${name}', CASE WHEN grouping(${name}) = 0 THEN coalesce(${name}::text, '') END`);
  return `
  SELECT jsonb_strip_nulls(jsonb_build_object(${keys.join(', ')})) AS place, ${counts}
  FROM ${from} GROUP BY GROUPING SETS (${sets.join(', ')})`;
};

const withSites = (groupings: readonly Grouping[], counts: string, from: string, atSites: string): string => {
  const bySite = groupings.filter((grouping) => grouping.includes('site'));
  const city = groupings.filter((grouping) => !bySite.includes(grouping));
  return [groupedBy(city, counts, from), ...(bySite.length > 0 ? [groupedBy(bySite, counts, atSites)] : [])].join(
    ' UNION ALL ',
  );
};

/**
 * Counts of persons. A row: the place (dimension → category, '' where nobody wrote one) and how many. A person with records at
 * two sites counts at each. $1: systems in the order in which they are believed.
 */
export const countPersons = (values: readonly string[], groupings: readonly Grouping[]): string => `
  WITH ${countedPersons(values)}
  ${withSites(
    groupings,
    'count(*)::int AS units, count(*)::int AS persons',
    'counted',
    `(SELECT counted.*, site.code AS site FROM counted CROSS JOIN LATERAL unnest(counted.sites) AS at (id)
      JOIN passerelle.site AS site ON site.id = at.id WHERE NOT unplaced) AS placed`,
  )}`;

/** Counts of aids that were asked for in a month, and of the persons behind them. $1: first day of the month. */
export const countAids = (values: readonly string[], groupings: readonly Grouping[]): string => `
  WITH unplaced AS MATERIALIZED (${UNPLACED_PERSONS}),
  hidden AS MATERIALIZED (
    SELECT DISTINCT coalesce(cluster.person_id, unplaced.person_id) AS person_id FROM unplaced
    LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = unplaced.person_id
  ),
  counted AS MATERIALIZED (
    SELECT coalesce(cluster.person_id, aid.person_id) AS person_id, site.code AS site,
           hidden.person_id IS NOT NULL AS unplaced
           ${values.map((value, at) => `, ${value} AS d${String(at)}`).join('')}
    FROM passerelle.aid AS aid
    JOIN passerelle.site AS site ON site.id = aid.site_id
    LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = aid.person_id
    LEFT JOIN hidden ON hidden.person_id = coalesce(cluster.person_id, aid.person_id)
    WHERE aid.absent_run IS NULL AND aid.requested_on >= $1::date AND aid.requested_on < $1::date + interval '1 month'
      AND NOT EXISTS (SELECT FROM passerelle.withheld_person AS mark WHERE mark.person_id = aid.person_id)
  )
  ${withSites(
    groupings,
    'count(*)::int AS units, count(DISTINCT person_id)::int AS persons',
    'counted',
    '(SELECT * FROM counted WHERE NOT unplaced) AS placed',
  )}`;
