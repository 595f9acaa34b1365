import { CODE_END, ID_END } from '#libs/store';
import { planPrepareJobs, planScoreJobs, planTouchedJobs } from './plan-link-jobs.js';

test('jobs cover everything, without a gap', () => {
  for (const [jobs, end] of [
    [planPrepareJobs(95, 10), ID_END],
    [planScoreJobs(400, 10), CODE_END],
  ] as const) {
    expect(jobs).toHaveLength(10);
    expect([jobs[0]?.from, jobs.at(-1)?.to]).toEqual([0, end]);
    jobs.slice(1).forEach((job, at) => expect(job.from).toBe(jobs[at]?.to));
  }
});

test('nothing to do makes no job', () => {
  expect([planPrepareJobs(0, 10), planScoreJobs(0, 10), planTouchedJobs(0, 10)]).toEqual([[], [], []]);
  expect(planTouchedJobs(1, 5_000)).toHaveLength(1);
});
