import { LinkStore, personId } from '../linkage/testing/link-store.js';
import { reviewIdOf } from '../linkage/review-id.js';
import { type EdgeDecision, replaceEdges, writeClusters } from './linkage-edge.repository.js';
import { findReview, listReviews, type ReviewPosition } from './linkage-review.repository.js';
import { countWaiting, settleTouched, takeTouched } from './linkage-touched.repository.js';
import { findVerdict, findVerdicts, noteVerdict, revokeVerdict } from './linkage-verdict.repository.js';

let store: LinkStore;
beforeAll(async () => {
  store = await LinkStore.open();
});
beforeEach(async () => {
  await store.clear();
  await store.add(...Array.from({ length: 9 }, (_, index) => ({ number: index + 1, system: (index % 3) + 1 })));
});
afterAll(() => store.close());

const edges = (...given: readonly (readonly [number, number, number, EdgeDecision?])[]) =>
  store.transaction((client) =>
    replaceEdges(
      client,
      'all',
      given.map(([left, right, bits, decision = 'review']) => ({
        left: personId(left),
        right: personId(right),
        bits,
        levels: Uint8Array.of(1, 2),
        decision,
        rule: 'some-rule',
        leftRunnerUp: null,
        rightRunnerUp: 2,
      })),
      7,
    ),
  );
const numberOf = (id: string): number => Number.parseInt(id.slice(0, 8), 16);
const all = async (limit = 100) => {
  const seen: string[] = [];
  let after: ReviewPosition | null = null;
  do {
    const page = await store.session((client) => listReviews(client, limit, after));
    seen.push(
      ...page.reviews.map(({ left, right, settles }) => `${numberOf(left.id)}-${numberOf(right.id)} ${settles}`),
    );
    after = page.next;
  } while (after !== null);
  return seen;
};
const decide = (left: number, right: number, verdict: 'same' | 'never') =>
  store.transaction((client) =>
    noteVerdict(client, { pair: [personId(left), personId(right)], verdict, decidedBy: 'A. Reviewer', reason: 'seen' }),
  );

describe('reviews', () => {
  test('what settles most comes first, then the likeliest; pages of any size show each once', async () => {
    await edges([1, 3, 4], [2, 3, 1], [5, 6, 30], [7, 8, 9], [4, 9, 9, 'link'], [8, 9, 2, 'apart']);
    await store.transaction((client) => writeClusters(client, 'all', [[personId(1), personId(2)]]));
    const expected = ['1-3 2', '2-3 2', '5-6 1', '7-8 1'];
    expect(await all()).toEqual(expected);
    for (const limit of [1, 2, 3]) expect(await all(limit)).toEqual(expected);
  });

  test('within one person there is nothing to ask, nor where somebody has decided', async () => {
    await edges([1, 2, 5], [3, 4, 5], [5, 6, 5]);
    await store.transaction((client) => writeClusters(client, 'all', [[personId(1), personId(2)]]));
    await decide(4, 3, 'never');
    expect(await all()).toEqual(['5-6 1']);
  });

  test('a "never" between any two of their source persons settles all questions between two persons', async () => {
    await edges([1, 3, 4], [2, 3, 1], [3, 5, 2]);
    await store.transaction((client) => writeClusters(client, 'all', [[personId(1), personId(2)]]));
    await decide(3, 1, 'never');
    expect(await all()).toEqual(['3-5 1']);
    await store.transaction((client) => revokeVerdict(client, [personId(1), personId(3)], 'B'));
    expect(await all()).toEqual(['1-3 2', '2-3 2', '3-5 1']);
  });

  test('a pair that people called the same and that could not be joined is asked again, once it was decided anew', async () => {
    await edges([1, 2, 5]);
    await decide(1, 2, 'same');
    expect(await all()).toEqual([]);
    await store.transaction((client) => takeTouched(client, 1));
    await store.transaction((client) => settleTouched(client, 1));
    const { reviews } = await store.session((client) => listReviews(client, 10));
    expect(reviews).toMatchObject([{ contradicts: true }]);
  });

  test('a review is found by its name, with the addresses of both records and nothing of their content', async () => {
    await edges([1, 2, 5]);
    const reviewId = reviewIdOf(personId(1), personId(2));
    expect(await store.session((client) => findReview(client, reviewId))).toEqual({
      reviewId: '00000001-00000002',
      left: { id: personId(1), personId: personId(1), system: 'coordin', site: 'psa-07', sourceId: 'K1' },
      right: { id: personId(2), personId: personId(2), system: '4d', site: 'psa-07', sourceId: 'K2' },
      bits: 5,
      levels: Uint8Array.of(1, 2),
      rule: 'some-rule',
      leftRunnerUp: null,
      rightRunnerUp: 2,
      modelVersion: 7,
      contradicts: false,
      settles: 1,
      household: null,
      decision: 'review',
    });
    expect(await store.session((client) => findReview(client, '00000001-00000003'))).toBeNull();
    expect(await store.session((client) => findReview(client, "1' OR true"))).toBeNull();
  });
});

describe('verdicts', () => {
  test('stand once a pair, in any order of its ends, and an equal one changes nothing', async () => {
    const first = await decide(2, 1, 'never');
    expect(first).toMatchObject({ left: personId(1), right: personId(2), decidedBy: 'A. Reviewer', reason: 'seen' });
    expect((await decide(1, 2, 'never')).id).toBe(first.id);
    expect((await decide(1, 2, 'same')).id).not.toBe(first.id);
    const about = await store.session((client) => findVerdicts(client, [personId(2), personId(1)]));
    expect(about.map(({ verdict }) => verdict)).toEqual(['same']);
    const kept = await store.database.query('SELECT verdict, revoked_by FROM passerelle.link_verdict ORDER BY id');
    expect(kept).toEqual([
      { verdict: 'never', revoked_by: 'A. Reviewer' },
      { verdict: 'same', revoked_by: null },
    ]);
  });

  test('taken by many at once about one pair leave one that stands', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => decide(1, 2, n % 2 === 0 ? 'same' : 'never')));
    expect(await store.database.query('SELECT FROM passerelle.link_verdict WHERE revoked_at IS NULL')).toHaveLength(1);
  });

  test('both ends wait for the next run, when one is noted and when it is revoked', async () => {
    await decide(1, 2, 'same');
    expect(await store.session(countWaiting)).toEqual({ persons: 2, rescored: 0 });
    await store.database.query('TRUNCATE passerelle.link_touched');
    const pair = [personId(2), personId(1)] as const;
    expect(await store.transaction((client) => revokeVerdict(client, pair, 'B'))).toBe(true);
    expect(await store.transaction((client) => revokeVerdict(client, pair, 'B'))).toBe(false);
    expect(await store.session((client) => findVerdict(client, pair))).toBeNull();
    expect(await store.session(countWaiting)).toEqual({ persons: 2, rescored: 0 });
  });

  test('about one source person alone are refused', async () => {
    await expect(decide(1, 1, 'same')).rejects.toThrow(RangeError);
  });
});
