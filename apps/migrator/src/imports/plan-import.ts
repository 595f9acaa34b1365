import { type Client, findImportOf, holdsRows, type Registered, type RunMode, type Transactor } from '#libs/store';
import type { ExportFile } from '../reading/export-file.js';
import { type SurveyedExport, surveyExport } from '../reading/survey-export.js';
import type { SourceContext } from '#libs/services';
import { checkOneFileATable, type PlannedFile, planFile } from './plan-run.js';

export interface PlanOptions {
  readonly chunkRecords: number;
  readonly signal: AbortSignal;
  readonly mode: RunMode;
  readonly onBytes: (bytes: number, totalBytes: number) => void;
}

/** A plan, and the runs that imported those of its files that need no import. */
export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  readonly earlierRuns: readonly number[];
}

/**
 * Reads every file and decides what becomes of it, before anything is stored.
 * @throws TeachingError `import.two-files`; exit code 2
 */
export const planImport = async (
  transactor: Transactor,
  source: SourceContext,
  registered: Registered,
  night: string,
  files: readonly ExportFile[],
  options: PlanOptions,
): Promise<ImportPlan> => {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  let read = 0;
  const onBytes = (bytes: number): void => options.onBytes(Math.min((read += bytes), total), total);
  const planned: PlannedFile[] = [];
  const earlierRuns: number[] = [];
  const { chunkRecords, signal, mode } = options;
  for (const file of files) {
    const surveyed = await surveyExport(source.profile, file, {
      chunkRecords,
      signal,
      onBytes,
    });
    const { siteId, systemId } = registered;
    const { sha256, candidate } = surveyed;
    const earlier = await transactor.session((client) =>
      findImportOf(client, { siteId, systemId, sha256, table: candidate.table, night }),
    );
    if (earlier !== null) earlierRuns.push(earlier.runId);
    const twice = planned.some(
      ({ file: other }) => other.sha256 === sha256 && other.table === candidate.table && other.status === 'imported',
    );
    const guarded =
      mode === 'full'
        ? await transactor.session((client) => refuseEmpty(client, source, registered, surveyed))
        : surveyed;
    planned.push(await planFile(source, night, guarded, earlier !== null || twice));
  }
  checkOneFileATable(planned);
  return { files: planned, earlierRuns };
};

/**
 * An empty file without an end marker cannot be told from a cut one. Where earlier exports brought rows of its table, a full
 * import of it would mark all of them absent: it is refused (`file.truncated`).
 */
const refuseEmpty = async (
  client: Client,
  source: SourceContext,
  { siteId, tableIds }: Registered,
  surveyed: SurveyedExport,
): Promise<SurveyedExport> => {
  const { candidate, outcome } = surveyed;
  const table = candidate.table ?? '';
  const plan = source.profile.tables.get(table);
  if (!outcome.ok || plan === undefined || candidate.shape.reader === 'xml' || outcome.survey.chunks.length > 0) {
    return surveyed;
  }
  if (!(await holdsRows(client, siteId, tableIds.get(table) ?? 0, plan.entity))) return surveyed;
  const refusal = { reason: 'file.truncated' as const, detail: { key: 'mismatch.empty', args: { table } } };
  return { ...surveyed, outcome: { ok: false, refusal } };
};
