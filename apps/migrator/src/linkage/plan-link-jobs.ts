import { cutCodes, cutIds, type NewLinkJob } from '#libs/store';

/**
 * Blocking codes of a job that compares, for each source person of a job that prepares: both take about as long, and the
 * pairs of one fit into a small heap.
 */
const CODES_FOR_A_PERSON = 4;
/** Blocking codes of a person, about. */
const CODES_A_PERSON = 6;

/**
 * @param stale source persons to prepare; none make no job
 * @param size source persons of a job, about
 */
export const planPrepareJobs = (stale: number, size: number): NewLinkJob[] =>
  cutIds(parts(stale, size)).map((range) => ({ stage: 'prepare', ...range }));

/** Jobs of a run of all persons. @param codes blocking codes of all of them */
export const planScoreJobs = (codes: number, size: number): NewLinkJob[] =>
  cutCodes(parts(codes, size * CODES_FOR_A_PERSON)).map((range) => ({ stage: 'score', ...range }));

/** Jobs of a run of touched persons. @param touched whose pairs must be scored again */
export const planTouchedJobs = (touched: number, size: number): NewLinkJob[] =>
  planScoreJobs(touched * CODES_A_PERSON, size);

const parts = (things: number, inOne: number): number => Math.ceil(things / inOne);
