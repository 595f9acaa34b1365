import { linkInto } from '../../apps/migrator/src/linkage/link-persons.js';
import type { LinkReport } from '../../apps/migrator/src/linkage/link-report.js';
import { type LinkRequest, UNWATCHED } from '../../apps/migrator/src/linkage/link-request.js';
import type { BalanceSheet } from '../../apps/migrator/src/imports/balance-sheet.js';
import type { Installation } from './import-harness.js';
import { type Night, type System, SYSTEMS } from './night-exports.js';

/** Links through the queue, in this process. */
export const link = (installation: Installation, request: Partial<LinkRequest> = {}): Promise<LinkReport> =>
  linkInto(installation.engine, { train: false, full: false, ...request }, 1, UNWATCHED);

/** Imports a night of a site, system after system. */
export const importNight = async (
  installation: Installation,
  night: Night,
  date: string,
  site: string,
  systems: readonly System[] = SYSTEMS,
): Promise<BalanceSheet[]> => {
  const sheets: BalanceSheet[] = [];
  for (const system of systems) {
    const sheet = await installation.import(system, site, [night.folder(site)], { night: date });
    expect(sheet.status).toBe('done');
    sheets.push(sheet);
  }
  return sheets;
};

/** What links are: each pair with all that was decided about it, and the person of each source person. */
export const LINKAGE = [
  `SELECT concat_ws(' ', left_id, right_id, bits, encode(levels, 'hex'), decision, rule,
                    coalesce(left_runner_up::text, '-'), coalesce(right_runner_up::text, '-')) AS line
   FROM passerelle.link_edge ORDER BY left_id, right_id`,
  `SELECT concat_ws(' ', source_person_id, person_id) AS line FROM passerelle.person_cluster ORDER BY source_person_id`,
] as const;

/** Everything that linkage has decided, model numbers apart. */
export const linkage = async (installation: Installation): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const statement of LINKAGE) {
    for (const { line } of await installation.rows<{ line: string }>(statement)) lines.push(line);
  }
  return lines;
};
