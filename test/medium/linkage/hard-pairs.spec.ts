import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  blockingKeys,
  compileComparer,
  compileScorer,
  decideEdges,
  type DecidedEdge,
  MISSING,
  prepare,
  readModel,
  type Scorer,
} from '#libs/linkage';
import { readLinkagePlan } from '#libs/services';
import { type HardPair, readHardPairs } from './read-hard-pairs.js';

const CONFIG = join(import.meta.dirname, '../../../config');
const MODEL = join(CONFIG, 'linkage-model.json');

const plan = readLinkagePlan(CONFIG);
const compare = compileComparer(plan);
const pairs = readHardPairs();
const nodes = new Map(['left', 'right'].map((id) => [id, { id, source: id }]));

/** What becomes of a pair that is all alone in the world. */
function decide(pair: HardPair, score: Scorer): DecidedEdge {
  const left = prepare(plan, pair.left);
  const right = prepare(plan, pair.right);
  const levels = new Uint8Array(plan.fields.length).fill(MISSING);
  compare(left, right, levels);
  const [edge] = decideEdges(
    plan,
    nodes,
    [{ left: 'left', right: 'right', bits: score(left, right, levels), levels }],
    [],
  );
  if (edge === undefined) throw new Error('the pair was not decided');
  return edge;
}

/** Stories of pairs of two persons that were linked, with what was seen; there must be none. */
const wrongLinks = (score: Scorer): readonly string[] =>
  pairs
    .filter(({ truth }) => truth === 'different')
    .map((pair) => ({ story: pair.story, ...decide(pair, score) }))
    .filter(({ decision }) => decision === 'link')
    .map(({ story, bits, levels }) => `${story} ${bits.toFixed(1)} bits, levels ${levels.join(' ')}`);

const areCandidates = (pair: HardPair): boolean => {
  const left = blockingKeys(plan, prepare(plan, pair.left));
  const right = blockingKeys(plan, prepare(plan, pair.right));
  return left.some((key) => right.includes(key));
};

/** `decision → count`, and how many no blocking key finds. */
function endings(truth: HardPair['truth'], score: Scorer): Readonly<Record<string, number>> {
  const counts = { link: 0, review: 0, apart: 0, notBlocked: 0 };
  for (const pair of pairs.filter((each) => each.truth === truth)) {
    counts[decide(pair, score).decision] += 1;
    if (!areCandidates(pair)) counts.notBlocked += 1;
  }
  return counts;
}

it('holds enough pairs, each with a story of its own', () => {
  const different = pairs.filter(({ truth }) => truth === 'different');
  const count = (kind: string) => different.filter((pair) => pair.kind === kind).length;
  expect(pairs.length).toBeGreaterThanOrEqual(110);
  expect(different.length).toBeGreaterThanOrEqual(70);
  expect([count('twins') >= 15, count('fatherAndSon') >= 10, count('namesakes') >= 15]).toEqual([true, true, true]);
  expect(new Set(pairs.map(({ story }) => story)).size).toBe(pairs.length);
});

it('links none of the different ones by the rules alone, whatever a model makes of them', () => {
  expect(wrongLinks(() => 100)).toEqual([]);
});

const withModel = existsSync(MODEL) ? describe : describe.skip;
withModel('with the shipped model', () => {
  const score: Scorer = (a, b, levels) => shipped()(a, b, levels);
  let scorer: Scorer | null = null;
  const shipped = (): Scorer =>
    (scorer ??= compileScorer(plan, readModel(plan, JSON.parse(readFileSync(MODEL, 'utf8')) as unknown)));

  it('links none of the different ones, and says how all of them end', () => {
    console.log('hard pairs', { same: endings('same', score), different: endings('different', score) });
    expect(wrongLinks(score)).toEqual([]);
  });
});
