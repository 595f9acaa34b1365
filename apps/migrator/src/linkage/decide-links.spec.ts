import { join } from 'node:path';
import type { GraphEdge, LinkGraph } from '#libs/store';
import { decideLinks } from './decide-links.js';
import { readLinkagePlan } from '#libs/services';

const plan = readLinkagePlan(join(import.meta.dirname, '../../../../config'));
const EXACT = 0;
const UNKNOWN = 255;

/** Names and date of birth agree, nothing else is known. */
const edge = (left: string, right: string, bits = 30): GraphEdge => ({
  left,
  right,
  bits,
  levels: Uint8Array.from(plan.fields, ({ name }) => (['given', 'surname', 'birth'].includes(name) ? EXACT : UNKNOWN)),
});
const graph = (edges: readonly GraphEdge[], verdicts: LinkGraph['verdicts'] = []): LinkGraph => ({
  nodes: ['a', 'b', 'c'].map((id) => ({ id, source: `source of ${id}` })),
  edges,
  verdicts,
});
/** Nobody has a household. */
const ALONE = new Map();
const contradicted = [
  { left: 'a', right: 'b', verdict: 'same' },
  { left: 'b', right: 'c', verdict: 'same' },
  { left: 'a', right: 'c', verdict: 'never' },
] as const;

test('what is certain becomes one person', () => {
  expect(decideLinks(plan, graph([edge('a', 'b')]), ALONE)).toMatchObject({
    clusters: [['a', 'b']],
    links: 1,
    reviews: 0,
  });
});

test('"same" that contradicts a "never" is asked about, with or without a pair in the store', () => {
  const { edges, clusters, reviews } = decideLinks(plan, graph([edge('a', 'b')], contradicted), ALONE);
  expect(clusters).toEqual([]);
  expect(reviews).toBe(2);
  expect(edges.map(({ left, right, decision, rule }) => [left, right, decision, rule])).toEqual([
    ['a', 'b', 'review', 'link.contradiction'],
    ['b', 'c', 'review', 'link.contradiction'],
  ]);
});

test('a pair of which nothing was compared is not taken for a scored one when it comes back', () => {
  const once = decideLinks(plan, graph([edge('a', 'b')], contradicted), ALONE);
  expect(decideLinks(plan, graph(once.edges, contradicted), ALONE)).toEqual(once);
  expect(decideLinks(plan, graph(once.edges), ALONE).edges).toHaveLength(1);
});
