import fc from 'fast-check';
import { decideEdges } from '../decide/decide-edges.js';
import type { DecidedEdge, HumanVerdict, ScoredEdge } from '../decide/decided-edge.js';
import { byPair, edge, nodes, PLAN } from '../testing/decision-fixtures.js';
import { clusterEdges } from './cluster-edges.js';
import { components } from './components.js';

const IDS = ['a', 'b', 'c', 'd'].flatMap((source) => [1, 2, 3].map((number) => `${source}${String(number)}`));
const all = nodes(...IDS);
/** A small margin and few bits, so that rivals, ties and refusals all come up. */
const plan = { ...PLAN, decide: { ...PLAN.decide, automatic: { ...PLAN.decide.automatic, margin: 1 } } };

const pair = fc.subarray(IDS, { minLength: 2, maxLength: 2 });
const key = ({ left, right }: { left: string; right: string }): string => [left, right].sort().join('-');
const edges: fc.Arbitrary<ScoredEdge[]> = fc.uniqueArray(
  fc
    .tuple(
      pair,
      fc.integer({ min: -6, max: 24 }),
      fc.constantFrom({}, {}, {}, { sex: 'different' }, { given: 'close' }),
    )
    .map(([[one = '', other = ''], bits, changed]) => edge(one, other, bits / 2 + 6, changed)),
  { selector: key, maxLength: 40 },
);
const verdicts: fc.Arbitrary<HumanVerdict[]> = fc.array(
  fc
    .tuple(pair, fc.constantFrom('same' as const, 'never' as const), fc.boolean())
    .map(([[one = '', other = ''], verdict, turned]) =>
      turned ? { left: other, right: one, verdict } : { left: one, right: other, verdict },
    ),
  { maxLength: 6 },
);

const run = (of: readonly ScoredEdge[], said: readonly HumanVerdict[]) =>
  clusterEdges(all, decideEdges(plan, all, of, said), said);
const outcome = (of: readonly ScoredEdge[], said: readonly HumanVerdict[]) => {
  const { clusters, edges: settled, contradicted } = run(of, said);
  return { clusters, edges: byPair(settled), contradicted: [...new Set(contradicted.map(key))].sort() };
};
const within = (members: readonly string[], { left, right }: { left: string; right: string }) =>
  members.includes(left) && members.includes(right);

it('gives the same for any order of edges and verdicts', () => {
  const shuffled = fc
    .tuple(edges, verdicts)
    .chain(([of, said]) =>
      fc.tuple(
        fc.constant(of),
        fc.constant(said),
        fc.shuffledSubarray(of, { minLength: of.length }),
        fc.shuffledSubarray(said, { minLength: said.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([of, said, otherOf, otherSaid]) => {
      expect(outcome(otherOf, otherSaid)).toEqual(outcome(of, said));
    }),
    { numRuns: 400 },
  );
});

it('gives for a component by itself what it gives for everything at once', () => {
  fc.assert(
    fc.property(edges, verdicts, (of, said) => {
      const parts = components([...of, ...said]).map((members) => {
        const mine = (one: { left: string; right: string }) => within(members, one);
        return outcome(of.filter(mine), said.filter(mine));
      });
      const whole = outcome(of, said);
      expect(parts.flatMap(({ clusters }) => clusters).sort()).toEqual([...whole.clusters].sort());
      expect(Object.assign({}, ...parts.map((part) => part.edges))).toEqual(whole.edges);
    }),
    { numRuns: 300 },
  );
});

/** The state of a store: clusters and edges of components that a batch did not touch stay as they were. */
function addBatch(
  before: { clusters: readonly (readonly string[])[]; edges: readonly DecidedEdge[] },
  batch: readonly ScoredEdge[],
  known: readonly ScoredEdge[],
  said: readonly HumanVerdict[],
) {
  const touched = new Set(batch.flatMap(({ left, right }) => [left, right]));
  const members = new Set(
    components([...known, ...said])
      .filter((component) => component.some((id) => touched.has(id)))
      .flat(),
  );
  const mine = ({ left }: { left: string }) => members.has(left);
  const again = run(known.filter(mine), said.filter(mine));
  return {
    clusters: [...before.clusters.filter(([first = '']) => !members.has(first)), ...again.clusters],
    edges: [...before.edges.filter((one) => !mine(one)), ...again.edges],
  };
}

it('gives incrementally what it gives from scratch', () => {
  fc.assert(
    fc.property(edges, verdicts, fc.nat(40), (of, said, cut) => {
      const [first, second] = [of.slice(0, cut), of.slice(cut)];
      const { clusters, edges: settled } = addBatch(run(first, said), second, of, said);
      const scratch = outcome(of, said);
      expect([...clusters].sort()).toEqual([...scratch.clusters].sort());
      expect(byPair(settled)).toEqual(scratch.edges);
    }),
    { numRuns: 400 },
  );
});

it('never puts a pair into one cluster that is kept apart, vetoed or of one source, unless people did', () => {
  fc.assert(
    fc.property(edges, verdicts, (of, said) => {
      const { clusters } = run(of, said);
      const sames = components(said.filter(({ verdict }) => verdict === 'same'));
      const byPeople = (one: { left: string; right: string }) => sames.some((group) => within(group, one));
      for (const members of clusters) {
        const pairs = members.flatMap((left, place) => members.slice(place + 1).map((right) => ({ left, right })));
        const nevers = said.filter(({ verdict }) => verdict === 'never').map(key);
        expect(pairs.filter((one) => nevers.includes(key(one)))).toEqual([]);
        const free = pairs.filter((one) => !byPeople(one));
        expect(free.filter(({ left, right }) => left.charAt(0) === right.charAt(0))).toEqual([]);
        const vetoes = of.filter(({ levels }) => levels[3] === 1).map(key);
        expect(free.filter((one) => vetoes.includes(key(one)))).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

it('says of every pair in a cluster that it is linked, and of no other', () => {
  fc.assert(
    fc.property(edges, verdicts, (of, said) => {
      const { clusters, edges: settled } = run(of, said);
      for (const one of settled) {
        if (one.rule === 'link.contradiction' || one.decision === 'apart') continue;
        expect(one.decision === 'link').toBe(clusters.some((members) => within(members, one)));
      }
    }),
    { numRuns: 300 },
  );
});
