import {
  type Client,
  dropScoredTable,
  finishLinkRun,
  graphOfScored,
  graphOfTouched,
  holdLinkRun,
  type LinkRun,
  type LinkScope,
  protectJoined,
  replaceEdges,
  settleTouched,
  type Transactor,
  type Vault,
  writeClusters,
} from '#libs/store';
import { decideLinks } from './decide-links.js';
import { DecidedParts, type Decisions } from './decided-parts.js';
import { supportsIn, supportsInRun } from './household-round.js';
import type { LinkRules } from '#libs/services';

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
  vault: Vault,
  summary: Summary,
): Promise<boolean> => {
  if (run.scope === 'touched') {
    return transactor.transaction(async (client) => {
      if ((await holdLinkRun(client, run.id)) === null) return false;
      const graph = await graphOfTouched(client, run.id, run.modelVersion);
      const decided = decideLinks(rules.plan, graph, await supportsIn(client, rules.plan, graph));
      return writeLinks(client, run, decided.persons, decided, vault, summary);
    });
  }
  const { graph, supports } = await transactor.transaction(async (client) => {
    const scored = await graphOfScored(client, run.id);
    return { graph: scored, supports: await supportsInRun(client, rules.plan, scored) };
  });
  return transactor.transaction(async (client) => {
    if ((await holdLinkRun(client, run.id)) === null) return false;
    return writeLinks(client, run, 'all', new DecidedParts(rules.plan, graph.parts(), supports), vault, summary);
  });
};

const writeLinks = async (
  client: Client,
  run: LinkRun,
  scope: LinkScope,
  decided: Decisions,
  vault: Vault,
  summary: Summary,
): Promise<boolean> => {
  await replaceEdges(client, scope, decided.edges, run.modelVersion);
  await writeClusters(client, scope, decided.clusters);
  await settleTouched(client, run.id);
  // After that: whose place is closed now is noted for the next run.
  await protectJoined(client, vault);
  await dropScoredTable(client, run.id);
  const counts = await summary(client, decided);
  return finishLinkRun(client, run.id, { status: 'done', failure: null, counts });
};
