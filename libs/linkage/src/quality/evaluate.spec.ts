import { evaluate } from './evaluate.js';
import type { LinkageOutcome } from './quality-report.js';
import { countTruePairs, type Truth } from './truth.js';

/** Two twins in three systems each, a married woman in two, a stranger. */
const truth: Truth = {
  personOf: new Map([
    ['a1', 'twin-1'],
    ['b1', 'twin-1'],
    ['c1', 'twin-1'],
    ['a2', 'twin-2'],
    ['b2', 'twin-2'],
    ['a3', 'bride'],
    ['b3', 'bride'],
    ['a4', 'stranger'],
  ]),
  kindsOf: new Map([
    ['twin-1', ['twin']],
    ['twin-2', ['twin']],
    ['bride', ['marriedName']],
  ]),
};
const edges: LinkageOutcome['edges'] = [
  { left: 'a1', right: 'b1', bits: 20, decision: 'link' },
  { left: 'b1', right: 'c1', bits: 18, decision: 'link' },
  { left: 'a2', right: 'c1', bits: 18, decision: 'link' },
  { left: 'a3', right: 'b3', bits: 4, decision: 'review' },
  { left: 'a4', right: 'b3', bits: 0, decision: 'review' },
  { left: 'a1', right: 'c1', bits: 2, decision: 'review' },
  { left: 'a4', right: 'unknown', bits: 9, decision: 'review' },
];
const outcome: LinkageOutcome = {
  clusters: [['a1', 'b1', 'c1', 'a2']],
  edges,
  blockedTruePairs: countTruePairs(truth, edges),
};
const report = evaluate(truth, outcome);

it('counts links by pairs of a cluster, and reviews that are still open', () => {
  expect(report.overall).toEqual({
    truePairs: 5,
    rightLinks: 3,
    wrongLinks: 3,
    rightReviews: 1,
    wrongReviews: 1,
    precision: 0.5,
    recall: 0.6,
    f1: 6 / 11,
    recallWithReview: 0.8,
  });
  expect(report.records).toBe(8);
  expect(report.reviewsPerThousand).toBe(250);
  expect(report.blockingRecall).toBe(0.8);
});

it('counts a pair under the kinds that its records share', () => {
  expect(report.kinds).toMatchObject({
    marriedName: { truePairs: 1, rightLinks: 0, wrongLinks: 0, precision: null, recallWithReview: 1 },
    twin: { truePairs: 4, rightLinks: 3, wrongLinks: 3, rightReviews: 0 },
  });
});

it('finds the best threshold, with pairs of equal bits together', () => {
  expect(report.curve.map(({ bits, precision, recall }) => [bits, precision, recall])).toEqual([
    [20, 1, 0.2],
    [18, 2 / 3, 0.4],
    [4, 3 / 4, 0.6],
    [2, 4 / 5, 0.8],
    [0, 4 / 6, 0.8],
  ]);
  expect(report.best).toMatchObject({ bits: 2, f1: 0.8 });
});

it('holds predicted probabilities against what was observed', () => {
  expect(report.calibration.map(({ from, pairs, observed }) => [from, pairs, observed])).toEqual([
    [0.5, 1, 0],
    [0.75, 1, 1],
    [0.9, 1, 1],
    [0.9999, 3, 2 / 3],
  ]);
  expect(report.calibration[0]?.predicted).toBe(0.5);
  expect(report.calibration[1]?.predicted).toBeCloseTo(0.8, 10);
});

it('says of nothing that there is nothing to say', () => {
  const empty = evaluate({ personOf: new Map(), kindsOf: new Map() }, { clusters: [], edges: [], blockedTruePairs: 0 });
  expect(empty).toMatchObject({
    records: 0,
    reviewsPerThousand: null,
    blockingRecall: null,
    best: null,
    curve: [],
    calibration: [],
  });
  expect(empty.overall).toMatchObject({ precision: null, recall: null, f1: null });
});
