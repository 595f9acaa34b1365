import {
  changeRunModel,
  type Client,
  countPersons,
  countStalePersons,
  createScoredTable,
  dropScoredTable,
  findLinkRun,
  findRunningLinkRun,
  finishLinkRun,
  forgetGone,
  hasScoredTable,
  holdLinkRun,
  insertJobs,
  insertLinkRun,
  jobProgress,
  type LinkRun,
  mustLinkAll,
  noteLargeBlocks,
  rebuildKeys,
  takeTouched,
} from '#libs/store';
import type { NumberedModel } from '#libs/services';
import type { LinkRequest } from './link-request.js';
import type { LinkRules } from '#libs/services';
import { planPrepareJobs, planScoreJobs, planTouchedJobs } from './plan-link-jobs.js';

/** Where this share of the source persons is new, everybody is linked anew: that is faster than to keep all in step. */
const MUCH_IS_NEW = 0.5;

/** The failure of a run that another one makes pointless. */
const OVERTAKEN = 'link.overtaken';

/**
 * The unfinished run that fits what is asked for, inside the caller's transaction; one that does not is ended.
 * @returns null when there is none to take up
 */
export const takeUpRun = async (
  client: Client,
  rules: LinkRules,
  inUse: NumberedModel,
  request: LinkRequest,
): Promise<LinkRun | null> => {
  const running = await findRunningLinkRun(client);
  if (running === null) return null;
  const sameRules = running.fingerprint === rules.fingerprint && running.modelVersion === inUse.version;
  const wide = running.scope === 'all' || !(request.train || request.full);
  // Pairs that were scored already were not scored with the model that is to be trained.
  const trainable = !request.train || !(await hasScoredTable(client, running.id));
  if (sameRules && wide && trainable) return running;
  await abandonRun(client, running.id, OVERTAKEN);
  return null;
};

/** Ends a run without a result, inside the caller's transaction; whoever was touched waits for the next one. */
export const abandonRun = async (client: Client, runId: number, failure: string): Promise<void> => {
  await finishLinkRun(client, runId, { status: 'failed', failure, counts: null });
  await dropScoredTable(client, runId);
};

/**
 * Begins a run inside the caller's transaction, or finds the one that was begun when the answer did not arrive.
 * @param stale source persons to prepare, of `persons`
 */
export const beginRun = async (
  client: Client,
  rules: LinkRules,
  inUse: NumberedModel,
  request: LinkRequest,
  stale: number,
): Promise<LinkRun> => {
  const { persons } = await countPersons(client);
  const asked = request.train || request.full || stale > persons * MUCH_IS_NEW;
  const { version: modelVersion } = inUse;
  const { fingerprint } = rules;
  const scope = asked || (await mustLinkAll(client, modelVersion, fingerprint)) ? 'all' : 'touched';
  const id = await insertLinkRun(client, { scope, modelVersion, fingerprint });
  const run = id === null ? await findRunningLinkRun(client) : await findLinkRun(client, id);
  if (run === null) throw new Error('the link run vanished');
  return run;
};

/**
 * Plans who must be prepared, once, inside the caller's transaction.
 * @param counted source persons to prepare, where they were counted just now
 * @param size source persons of a job, about
 */
export const openPreparing = async (
  client: Client,
  rules: LinkRules,
  runId: number,
  counted: number | null,
  size: number,
): Promise<void> => {
  const run = await holdLinkRun(client, runId);
  if (run === null || (await hasScoredTable(client, runId))) return;
  const { pending, done, failed } = await jobProgress(client, runId, 'prepare');
  if (pending + done + failed > 0) return;
  await insertJobs(client, runId, planPrepareJobs(counted ?? (await countStale(client, rules)), size));
};

/** How many source persons must be prepared, once whoever is gone is forgotten; inside the caller's transaction. */
export const countStale = async (client: Client, rules: LinkRules): Promise<number> => {
  await forgetGone(client);
  return countStalePersons(client, rules.features);
};

/** Gives a run the model that was trained for it, inside the caller's transaction. */
export const useModel = async (client: Client, runId: number, model: NumberedModel): Promise<void> => {
  await changeRunModel(client, runId, model.version);
};

/**
 * Takes up who was touched, finds large blocks and plans the jobs that score, once, inside the caller's transaction. Who is
 * touched from now on waits for the next run.
 */
export const openScoring = async (client: Client, { plan }: LinkRules, runId: number, size: number): Promise<void> => {
  const run = await holdLinkRun(client, runId);
  if (run === null || (await hasScoredTable(client, runId))) return;
  await takeTouched(client, runId);
  await createScoredTable(client, runId);
  if (run.scope === 'all') {
    await rebuildKeys(client);
    await noteLargeBlocks(client, plan.largestBlock);
    await insertJobs(client, runId, planScoreJobs((await countPersons(client)).keys, size));
  } else {
    await noteLargeBlocks(client, plan.largestBlock, runId);
    // Counted again: whoever shares a block that crossed the limit is touched too.
    const { rescored } = await takeTouched(client, runId);
    await insertJobs(client, runId, planTouchedJobs(rescored, size));
  }
};
