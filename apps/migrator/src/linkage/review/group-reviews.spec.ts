import type { Review } from '#libs/store';
import { groupReviews } from './group-reviews.js';

const side = (personId: string) => ({ id: personId, personId, system: 'tipi', site: 'psa-07', sourceId: personId });
const review = (left: string, right: string): Review => ({
  ...{ reviewId: `${left}-${right}`, left: side(left), right: side(right), bits: 1, levels: new Uint8Array() },
  ...{
    rule: 'link.rival',
    leftRunnerUp: null,
    rightRunnerUp: null,
    modelVersion: 1,
    contradicts: false,
    settles: 1,
    household: null,
  },
});

test('questions that hang together are one group, in the order of their first question', () => {
  const groups = groupReviews([review('e', 'f'), review('a', 'b'), review('f', 'g'), review('c', 'b')]);
  expect(groups.map(({ reviews, persons }) => [reviews.map(({ reviewId }) => reviewId), persons])).toEqual([
    [['e-f', 'f-g'], 3],
    [['a-b', 'c-b'], 3],
  ]);
});

test('nothing waits: no group', () => expect(groupReviews([])).toEqual([]));
