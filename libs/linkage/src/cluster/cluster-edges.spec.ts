import { decideEdges } from '../decide/decide-edges.js';
import type { HumanVerdict, ScoredEdge } from '../decide/decided-edge.js';
import { byPair, edge, nodes, PLAN, verdict } from '../testing/decision-fixtures.js';
import { clusterEdges } from './cluster-edges.js';

const all = nodes('a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'e1');
/** Without margins, so that what the clusters refuse shows. */
const bold = { ...PLAN, decide: { ...PLAN.decide, automatic: { ...PLAN.decide.automatic, margin: -100 } } };
function cluster(edges: readonly ScoredEdge[], verdicts: readonly HumanVerdict[] = []) {
  const result = clusterEdges(all, decideEdges(bold, all, edges, verdicts), verdicts);
  return { ...result, edges: byPair(result.edges) };
}
const vetoed = { sex: 'different' };

it('makes one cluster of three systems, and asks nothing more about it', () => {
  const three = [edge('a1', 'b1', 20), edge('a1', 'c1', 19), edge('b1', 'c1', 2, { surname: 'different' })];
  expect(cluster(three)).toMatchObject({
    clusters: [['a1', 'b1', 'c1']],
    edges: { 'b1-c1': 'link link.implied' },
  });
});

it('takes the best edge first and one record of a source', () => {
  expect(cluster([edge('a1', 'b1', 20), edge('a1', 'b2', 19)])).toMatchObject({
    clusters: [['a1', 'b1']],
    edges: { 'a1-b1': 'link link.certain', 'a1-b2': 'review link.cluster-source' },
  });
});

it('sends a tie to review, and does not settle it by weaker evidence', () => {
  const tie = [edge('a1', 'b1', 20), edge('a1', 'b2', 20)];
  const back = [edge('a1', 'c1', 15), edge('b1', 'c1', 15.5)];
  expect(cluster(tie)).toMatchObject({
    clusters: [],
    edges: { 'a1-b1': 'review link.tie', 'a1-b2': 'review link.tie' },
  });
  expect(cluster([...tie, ...back])).toMatchObject({
    clusters: [['b1', 'c1']],
    edges: { 'a1-b1': 'review link.tie', 'a1-c1': 'review link.tie' },
  });
});

it('grants edges of equal bits that go together', () => {
  const equal = [edge('a1', 'b1', 20), edge('b1', 'c1', 20), edge('a1', 'c1', 20), edge('a2', 'b2', 20)];
  expect(cluster(equal).clusters).toEqual([
    ['a1', 'b1', 'c1'],
    ['a2', 'b2'],
  ]);
});

it('refuses a cluster with a vetoed pair, a pair kept apart, or a pair for which nothing speaks', () => {
  const chain = [edge('a1', 'b1', 20), edge('b1', 'c1', 19)];
  expect(cluster([...chain, edge('a1', 'c1', -2, vetoed)])).toMatchObject({
    clusters: [['a1', 'b1']],
    edges: { 'b1-c1': 'review link.cluster-vetoed', 'a1-c1': 'apart link.vetoed' },
  });
  expect(cluster(chain, [verdict('a1', 'c1', 'never')]).edges['b1-c1']).toBe('review link.cluster-never');
  expect(cluster(chain)).toMatchObject({ clusters: [['a1', 'b1']], edges: { 'b1-c1': 'review link.cluster-thin' } });
});

it('forgives one missing pair in a cluster of four', () => {
  const four = [
    edge('a1', 'b1', 30),
    edge('a1', 'c1', 29),
    edge('b1', 'c1', 28),
    edge('a1', 'd1', 27),
    edge('b1', 'd1', 26),
  ];
  expect(cluster(four).clusters).toEqual([['a1', 'b1', 'c1', 'd1']]);
});

describe('what people said', () => {
  it('comes first, with or without an edge, in spite of veto and source', () => {
    const verdicts = [verdict('a1', 'a2', 'same'), verdict('b1', 'a2', 'same')];
    expect(cluster([edge('a1', 'b1', 12, vetoed)], verdicts)).toMatchObject({
      clusters: [['a1', 'a2', 'b1']],
      edges: { 'a1-b1': 'link link.implied' },
    });
  });

  it('counts as one record when support is counted', () => {
    const joined = [edge('a1', 'b1', 20)];
    expect(cluster(joined, [verdict('a1', 'a2', 'same')]).clusters).toEqual([['a1', 'a2', 'b1']]);
  });

  it('keeps two clusters of one source apart that only scores would join', () => {
    const joined = [edge('a1', 'b1', 20), edge('a1', 'b2', 19)];
    expect(cluster(joined, [verdict('a1', 'b1', 'same')])).toMatchObject({
      clusters: [['a1', 'b1']],
      edges: { 'a1-b2': 'review link.cluster-source' },
    });
  });

  it('is set aside where it contradicts itself, and shown', () => {
    const verdicts = [verdict('b1', 'a1', 'same'), verdict('b1', 'c1', 'same'), verdict('c1', 'a1', 'never')];
    expect(cluster([edge('a1', 'b1', 20)], verdicts)).toMatchObject({
      clusters: [],
      edges: { 'a1-b1': 'review link.contradiction' },
      contradicted: [verdict('a1', 'b1', 'same'), verdict('b1', 'c1', 'same')],
    });
  });
});
