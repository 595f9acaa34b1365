import {
  type Client,
  dropScoredTable,
  finishLinkRun,
  graphOfScored,
  graphOfTouched,
  holdLinkRun,
  type LinkRun,
  type LinkScope,
  replaceEdges,
  settleTouched,
  type Transactor,
  writeClusters,
} from '#libs/store';
import { type DecidedLinks, decideLinks } from './decide-links.js';
import type { LinkRules } from './link-rules.js';

/** Draws up what a run came to, once its links are written. */
export type Summary = (client: Client, decided: DecidedLinks) => Promise<object>;

/**
 * Decides and ends a run. A run of all persons decides outside of transactions, since a million persons take longer than
 * one may stand idle; a run of touched ones inside, where its new pairs stand undecided.
 * @returns false when somebody else has ended the run: nothing was written
 */
export const finishRun = async (
  transactor: Transactor,
  rules: LinkRules,
  run: LinkRun,
  summary: Summary,
): Promise<boolean> => {
  if (run.scope === 'touched') {
    return transactor.transaction(async (client) => {
      if ((await holdLinkRun(client, run.id)) === null) return false;
      const decided = decideLinks(rules.plan, await graphOfTouched(client, run.id, run.modelVersion));
      return writeLinks(client, run, decided.persons, decided, summary);
    });
  }
  const graph = await transactor.transaction((client) => graphOfScored(client, run.id));
  const decided = decideLinks(rules.plan, graph);
  return transactor.transaction(async (client) => {
    if ((await holdLinkRun(client, run.id)) === null) return false;
    return writeLinks(client, run, 'all', decided, summary);
  });
};

const writeLinks = async (
  client: Client,
  run: LinkRun,
  scope: LinkScope,
  decided: DecidedLinks,
  summary: Summary,
): Promise<boolean> => {
  await replaceEdges(client, scope, decided.edges, run.modelVersion);
  await writeClusters(client, scope, decided.clusters);
  await settleTouched(client, run.id);
  await dropScoredTable(client, run.id);
  const counts = await summary(client, decided);
  return finishLinkRun(client, run.id, { status: 'done', failure: null, counts });
};
