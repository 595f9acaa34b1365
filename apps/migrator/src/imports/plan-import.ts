import type { CompiledProfile } from '#libs/mappers';
import { findImportOf, type Registered, type Transactor } from '#libs/store';
import type { ExportFile } from '../reading/export-file.js';
import { surveyExport } from '../reading/survey-export.js';
import type { SourceContext } from '../sources/source-catalogue.js';
import { checkOneFileATable, type PlannedFile, planFile } from './plan-run.js';

export interface PlanOptions {
  readonly chunkRecords: number;
  readonly signal: AbortSignal;
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
  const { chunkRecords, signal } = options;
  for (const file of files) {
    const surveyed = await surveyExport(source.profile satisfies CompiledProfile, file, {
      chunkRecords,
      signal,
      onBytes,
    });
    const { siteId, systemId } = registered;
    const { sha256, candidate } = surveyed;
    const earlier = await transactor.session((client) =>
      findImportOf(client, siteId, systemId, sha256, candidate.table),
    );
    if (earlier !== null) earlierRuns.push(earlier.runId);
    const twice = planned.some(
      ({ file: other }) => other.sha256 === sha256 && other.table === candidate.table && other.status === 'imported',
    );
    planned.push(await planFile(source, night, surveyed, earlier !== null || twice));
  }
  checkOneFileATable(planned);
  return { files: planned, earlierRuns };
};
