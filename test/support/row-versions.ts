import type { Installation } from './import-harness.js';

/** A row of the store as PostgreSQL has it: `xmin` is another number after every change. */
export interface RowVersion {
  readonly xmin: string;
  readonly lastRun: number;
  readonly absent: boolean;
}
export type Versions = ReadonlyMap<string, RowVersion>;

const VERSIONS = ['source_case', 'source_person', 'professional_act', 'aid']
  .map(
    (relation) =>
      `SELECT id::text, xmin::text, last_run AS "lastRun", absent_run IS NOT NULL AS absent FROM passerelle.${relation}`,
  )
  .join(' UNION ALL ');

/** The version of every landed row, by its id. */
export const versions = async (installation: Installation): Promise<Versions> => {
  const rows = await installation.rows<RowVersion & { id: string }>(VERSIONS);
  return new Map(rows.map(({ id, ...version }) => [id, version]));
};

/** The rows that nobody has touched in between. */
export const untouchedSince = (before: Versions, after: Versions): RowVersion[] =>
  [...after].flatMap(([id, version]) => (before.get(id)?.xmin === version.xmin ? [version] : []));
