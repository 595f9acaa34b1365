import { byPair, edge, nodes, PLAN, verdict } from '../testing/decision-fixtures.js';
import { decideEdges } from './decide-edges.js';
import type { HumanVerdict, ScoredEdge } from './decided-edge.js';

const all = nodes('a1', 'a2', 'b1', 'b2', 'c1', 'c2');
const decide = (edges: readonly ScoredEdge[], verdicts: readonly HumanVerdict[] = []) =>
  byPair(decideEdges(PLAN, all, edges, verdicts));

describe('a pair alone', () => {
  it.each([
    ['is linked', edge('a1', 'b1', 20), [], 'link link.certain'],
    ['is left apart when it is weak', edge('a1', 'b1', -4), [], 'apart link.weak'],
    [
      'is shown when vetoed in spite of many bits',
      edge('a1', 'b1', 10, { sex: 'different' }),
      [],
      'review link.vetoed',
    ],
    ['is left apart when vetoed', edge('a1', 'b1', 9.9, { sex: 'different' }), [], 'apart link.vetoed'],
    ['of one source is shown only', edge('a1', 'a2', 40), [], 'review link.one-source'],
    ['of one source is left apart when vetoed', edge('a1', 'a2', 5, { birth: 'conflict' }), [], 'apart link.vetoed'],
    ['is kept apart by a person', edge('a1', 'b1', 60), [verdict('a1', 'b1', 'never')], 'apart link.never'],
    [
      'is kept apart whatever else was said',
      edge('a1', 'b1', 60),
      [verdict('a1', 'b1', 'same'), verdict('b1', 'a1', 'never')],
      'apart link.never',
    ],
    [
      'is linked by a person, veto or not',
      edge('a1', 'b1', -9, { sex: 'different' }),
      [verdict('b1', 'a1', 'same')],
      'link link.same',
    ],
    ['of one source is linked by a person', edge('a1', 'a2', 5), [verdict('a1', 'a2', 'same')], 'link link.same'],
  ])('%s', (_, pair, verdicts, expected) => {
    expect(Object.values(decide([pair], verdicts))).toEqual([expected]);
  });
});

describe('the lead over the runner-up', () => {
  it('must be won against another record of the same source', () => {
    expect(decide([edge('a1', 'b1', 20), edge('a1', 'b2', 14.5)])).toEqual({
      'a1-b1': 'review link.rival',
      'a1-b2': 'review link.rival',
    });
    expect(decide([edge('a1', 'b1', 20), edge('a1', 'b2', 14)])['a1-b1']).toBe('link link.certain');
  });

  it('must be won on both sides', () => {
    expect(decide([edge('a1', 'b1', 20), edge('a2', 'b1', 19)])['a1-b1']).toBe('review link.rival');
  });

  it('need not be won against a third system that agrees with both', () => {
    const three = [edge('a1', 'b1', 20), edge('a1', 'c1', 20), edge('b1', 'c1', 0, { surname: 'different' })];
    expect(decide(three)).toMatchObject({ 'a1-b1': 'link link.certain', 'a1-c1': 'link link.certain' });
  });

  it('must be won against a third system that cannot be the partner', () => {
    const vetoed = [edge('a1', 'b1', 20), edge('a1', 'c1', 20), edge('b1', 'c1', 12, { sex: 'different' })];
    expect(decide(vetoed)).toMatchObject({ 'a1-b1': 'review link.rival', 'a1-c1': 'review link.rival' });
    expect(decide(vetoed.slice(0, 2))).toMatchObject({ 'a1-b1': 'review link.rival', 'a1-c1': 'review link.rival' });
  });

  it('counts a vetoed twin as a rival', () => {
    const twin = [edge('a1', 'b1', 20), edge('a1', 'b2', 16, { given: 'different' })];
    expect(decide(twin)['a1-b1']).toBe('review link.rival');
  });

  it('no longer counts a rival whom somebody told apart', () => {
    const rivals = [edge('a1', 'b1', 20), edge('a1', 'b2', 20)];
    expect(decide(rivals, [verdict('a1', 'b2', 'never')])).toEqual({
      'a1-b1': 'link link.certain',
      'a1-b2': 'apart link.never',
    });
  });

  it('no longer counts a rival whom people made one with the partner', () => {
    const rivals = [edge('a1', 'b1', 20), edge('a1', 'b2', 20)];
    const through = [verdict('b1', 'c1', 'same'), verdict('c1', 'b2', 'same')];
    expect(decide(rivals, through)).toEqual({ 'a1-b1': 'link link.certain', 'a1-b2': 'link link.certain' });
  });

  it('is kept with the pair, null where there is no rival', () => {
    const [first] = decideEdges(PLAN, all, [edge('a1', 'b1', 20), edge('a1', 'b2', 3), edge('a1', 'c1', 5)], []);
    expect(first).toMatchObject({ leftRunnerUp: 5, rightRunnerUp: null });
  });
});

it('shows every "same" of a group that holds a "never"', () => {
  const chain = [edge('a1', 'b1', 20), edge('b1', 'c1', 20), edge('a1', 'c1', 20)];
  const verdicts = [verdict('a1', 'b1', 'same'), verdict('b1', 'c1', 'same'), verdict('a1', 'c1', 'never')];
  expect(decide(chain, verdicts)).toEqual({
    'a1-b1': 'review link.contradiction',
    'b1-c1': 'review link.contradiction',
    'a1-c1': 'apart link.never',
  });
});

it('ignores verdicts about records that are gone', () => {
  expect(decide([edge('a1', 'b1', 20)], [verdict('a1', 'gone', 'same'), verdict('b1', 'gone', 'never')])).toEqual({
    'a1-b1': 'link link.certain',
  });
});

it('decides alike before and after the store has rounded the bits', () => {
  const bits = 20.1;
  const stored = Number(Math.fround(bits).toPrecision(9));
  const rival = edge('a1', 'b2', Math.fround(bits) - 6);
  expect(decide([edge('a1', 'b1', bits), rival])).toEqual(decide([edge('a1', 'b1', stored), rival]));
});

it('refuses an edge to a record that it does not know', () => {
  expect(() => decide([edge('a1', 'z9', 20)])).toThrow('not among the nodes');
});
