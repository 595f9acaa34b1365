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
import { decideLinks } from './decide-links.js';
import { DecidedParts, type Decisions } from './decided-parts.js';
import type { LinkRules } from './link-rules.js';

/** Draws up what a run came to, once its links are written. */
export type Summary = (client: Client, decided: Decisions) => Promise<object>;

/**
 * Decides and ends a run. A run of all persons reads its pairs in a transaction of their own and decides about them part by
 * part, while those before are being written; a run of touched ones reads inside, where its new pairs stand undecided.
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
  return transactor.transaction(async (client) => {
    if ((await holdLinkRun(client, run.id)) === null) return false;
    return writeLinks(client, run, 'all', new DecidedParts(rules.plan, graph.parts()), summary);
  });
};

const writeLinks = async (
  client: Client,
  run: LinkRun,
  scope: LinkScope,
  decided: Decisions,
  summary: Summary,
): Promise<boolean> => {
  await replaceEdges(client, scope, decided.edges, run.modelVersion);
  await writeClusters(client, scope, decided.clusters);
  await settleTouched(client, run.id);
  await dropScoredTable(client, run.id);
  const counts = await summary(client, decided);
  return finishLinkRun(client, run.id, { status: 'done', failure: null, counts });
};
