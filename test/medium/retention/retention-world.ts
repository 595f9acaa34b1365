import { loadSettings } from '#libs/runtime';
import type { RetentionReport } from '../../../apps/migrator/src/retention/retention-report.js';
import { runRetention } from '../../../apps/migrator/src/retention/run-retention.js';
import type { RightsWorld } from '../rights/rights-world.js';

/** Retention of an installation as it would run on a day. */
export const retain = (
  { installation }: Pick<RightsWorld, 'installation'>,
  asOf: string,
  more: { readonly dryRun?: boolean; readonly signal?: AbortSignal; readonly onPurged?: () => void } = {},
): Promise<RetentionReport> =>
  runRetention(installation.engine, loadSettings(installation.environment), {
    dryRun: more.dryRun ?? false,
    asOf,
    signal: more.signal ?? new AbortController().signal,
    onPurged: more.onPurged ?? (() => undefined),
  });

/** A day some days after another, YYYY-MM-DD. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Source persons whose file has expired. */
export const expired = async ({ installation }: Pick<RightsWorld, 'installation'>): Promise<string[]> =>
  (
    await installation.rows<{ id: string }>(
      `SELECT person_id::text AS id FROM passerelle.withheld_person WHERE reason = 'expired' ORDER BY 1`,
    )
  ).map(({ id }) => id);
