import { TeachingError } from '#libs/domain';
import { findJobCounts, type JobProgress, type LinkStage, type Transactor } from '#libs/store';
import type { LinkJobCounts } from './do-link-job.js';

/** Sees to it that the jobs of a stage are done. */
export interface LinkJobRunner {
  /**
   * @param onProgress told how far the jobs are
   * @throws TeachingError `link.job-failed` when a job was given up; AbortError when asked to stop
   */
  run(runId: number, stage: LinkStage, onProgress: (progress: JobProgress) => void): Promise<void>;
  /** Called when the run is over, however it ended. */
  release(): Promise<void>;
}

export const jobFailed = ({ failed, failure }: JobProgress): TeachingError =>
  new TeachingError('link.job-failed', { failed, failure: failure ?? 'program.fault' });

/** Sum of what the finished jobs of a stage have counted. */
export const sumCounts = async (
  transactor: Transactor,
  runId: number,
  stage: LinkStage,
): Promise<Required<LinkJobCounts>> => {
  const sum = { prepared: 0, blocks: 0, pairs: 0, kept: 0 };
  const all = await transactor.session((client) => findJobCounts(client, runId, stage));
  for (const counts of all as LinkJobCounts[]) {
    for (const name of ['prepared', 'blocks', 'pairs', 'kept'] as const) sum[name] += counts[name] ?? 0;
  }
  return sum;
};
