import {
  type Block,
  type Client,
  findBlocks,
  findTouchedBlocks,
  finishJob,
  idRange,
  landScored,
  type LeasedJob,
  type Transactor,
} from '#libs/store';
import { LeaseLost } from '../jobs/lease-worker.js';
import type { LinkContext, LinkContexts } from './link-contexts.js';
import { preparePersons } from './prepare-persons.js';
import { scoreBlocks } from './score-blocks.js';

/** What a finished job of either stage has counted. */
export interface LinkJobCounts {
  readonly prepared?: number;
  readonly blocks?: number;
  readonly pairs?: number;
  readonly kept?: number;
}

/**
 * Does a link job that was taken, and ends it in the transaction that lands what it made.
 * @throws LeaseLost when somebody else holds it by now, or its run has ended
 */
export const doLinkJob = async (transactor: Transactor, contexts: LinkContexts, job: LeasedJob): Promise<void> => {
  const context = await transactor.session((client) => contexts.of(client, job.runId, job.stage));
  const end = async (client: Client, counts: LinkJobCounts): Promise<void> => {
    if (!(await finishJob(client, job, counts))) throw new LeaseLost();
  };
  if (job.stage === 'prepare') await prepareJob(transactor, context, job, end);
  else await scoreJob(transactor, contexts, context, job, end);
};

type End = (client: Client, counts: LinkJobCounts) => Promise<void>;

const prepareJob = (transactor: Transactor, { rules, run }: LinkContext, job: LeasedJob, end: End): Promise<void> =>
  transactor.transaction(async (client) => {
    const mode = run.scope === 'all' ? 'all' : 'one-by-one';
    await end(client, { prepared: await preparePersons(client, rules, idRange(job), mode) });
  });

/** Pairs are compared outside of the transaction: it would stand idle. */
const scoreJob = async (
  transactor: Transactor,
  contexts: LinkContexts,
  context: LinkContext,
  job: LeasedJob,
  end: End,
): Promise<void> => {
  const { run, rules, compare, score } = context;
  const found = await transactor.session((client) => blocksOf(client, contexts, context, job));
  const { blocks, pairs, edges } = scoreBlocks({ plan: rules.plan, compare, score }, found);
  await transactor.transaction(async (client) => {
    await end(client, { blocks, pairs, kept: await landScored(client, run.id, edges) });
  });
};

const blocksOf = async (
  client: Client,
  contexts: LinkContexts,
  { run, rules, large }: LinkContext,
  { from, to }: LeasedJob,
): Promise<Iterable<Block>> => {
  const range = { from, to, largest: rules.plan.largestBlock };
  if (run.scope === 'touched') return findTouchedBlocks(client, range, run.id, large);
  return findBlocks(client, range, await contexts.shelf(client, run.id), large);
};
