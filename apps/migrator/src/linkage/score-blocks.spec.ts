import { join } from 'node:path';
import { pack, prepare } from '#libs/linkage';
import type { Block, BlockMember } from '#libs/store';
import { readLinkagePlan } from '#libs/services';
import { scoreBlocks } from './score-blocks.js';

const plan = readLinkagePlan(join(import.meta.dirname, '../../../../config'));

const member = (id: string, codes: readonly number[], touched = true): BlockMember => ({
  id,
  codes,
  features: pack(prepare(plan, { givenNames: 'Awa', birthName: id })),
  touched,
});
const block = (code: number, ...members: readonly BlockMember[]): Block => ({ code, members });

/** Compares nothing, and finds every pair as likely as told. */
const scored = (blocks: readonly Block[], bits = 5) => {
  const { edges, ...counts } = scoreBlocks({ plan, compare: () => undefined, score: () => bits }, blocks);
  return { ...counts, pairs: edges.map(({ left, right }) => `${left}-${right}`), compared: counts.pairs };
};

describe('scoreBlocks', () => {
  test('compares every pair of a block, also within one source', () => {
    const members = ['a', 'b', 'c'].map((id) => member(id, [7]));
    expect(scored([block(7, ...members)]).pairs).toEqual(['a-b', 'a-c', 'b-c']);
  });

  test('compares a pair in the first block that both share, and in no other', () => {
    const [a, b, c] = [member('a', [3, 7]), member('b', [3, 7, 9]), member('c', [7, 9])];
    expect(scored([block(3, a, b), block(7, a, b, c), block(9, b, c)])).toMatchObject({
      blocks: 3,
      compared: 3,
      pairs: ['a-b', 'a-c', 'b-c'],
    });
    expect(scored([block(9, b, c)]).pairs).toEqual([]);
  });

  test('needs a touched one of the two', () => {
    const members = [member('a', [7], false), member('b', [7], false), member('c', [7])];
    expect(scored([block(7, ...members)]).pairs).toEqual(['a-c', 'b-c']);
  });

  test('keeps what somebody might have to look at, and counts the rest', () => {
    const pair = block(7, member('a', [7]), member('b', [7]));
    expect(scored([pair], plan.decide.review.from)).toMatchObject({ compared: 1, pairs: ['a-b'] });
    expect(scored([pair], plan.decide.review.from - 0.1)).toMatchObject({ compared: 1, pairs: [] });
  });
});
