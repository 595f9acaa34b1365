import { addressOf, LinkedStore } from './linked-store.js';

let store: LinkedStore;
beforeAll(async () => {
  store = await LinkedStore.open(120, 77_311);
}, 120_000);
afterAll(() => store.close());

/** A person of three source persons, the first one that no decision has parted. */
const nextOfThree = async () => {
  const [first, second, third] = (await store.persons(3))[0] ?? [];
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few persons of three');
  return [first, second, third] as const;
};
const split = ['--by', 'A. Reviewer', '--reason', 'father and son'];
const idsOf = (stdout: string): string[] =>
  (JSON.parse(stdout) as { decisions: { reviewId: string }[] }).decisions.map(({ reviewId }) => reviewId);

test('a source person leaves, the others stay, and nobody’s records change', async () => {
  const [leaving, ...staying] = await nextOfThree();
  const sources = await store.sources();
  const { code, stdout } = await store.say('review', 'split', addressOf(leaving), ...split, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ applied: true, holds: true, persons: expect.any(Array) });
  expect(idsOf(stdout)).toHaveLength(2);
  expect(await store.personOf(leaving.id)).toEqual([addressOf(leaving)]);
  expect(await store.personOf(staying[0].id)).toEqual(staying.map(addressOf).sort());
  expect(await store.sources()).toEqual(sources);
});

test('it stays undone after the same night, the next one, its rollback, retraining and a run from scratch', async () => {
  const [leaving] = await nextOfThree();
  await store.split(addressOf(leaving));
  const alone = async () => expect(await store.personOf(leaving.id)).toEqual([addressOf(leaving)]);
  const before = await store.linkage();
  await store.link({ full: true });
  expect(await store.linkage()).toBe(before);
  await store.import(0);
  await store.link();
  await alone();
  const runs = await store.import(1);
  await store.link();
  await alone();
  for (const run of [...runs].reverse()) await store.installation.rollback(run);
  await store.link({ full: true });
  await alone();
  expect(await store.linkage()).toBe(before);
  await store.link({ train: true });
  await alone();
  await store.link({ full: true });
  await alone();
});

test('one "never" inside a person of three parts it the same way every time', async () => {
  const [first, second, third] = await nextOfThree();
  const { holds, members } = await store.split(addressOf(first), [addressOf(second)]);
  expect(holds).toBe(true);
  expect(members.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]));
  const parted = await store.linkage();
  const [one, other] = [await store.personOf(first.id), await store.personOf(second.id)];
  expect(one).not.toEqual(other);
  expect([...one, ...other].sort()).toEqual(expect.arrayContaining([first, second].map(addressOf).sort()));
  await store.link({ full: true });
  expect(await store.linkage()).toBe(parted);
  expect((await store.personOf(third.id)).length).toBeLessThan(3);
});

test('a whole person comes apart by its id, and comes together again when that is revoked', async () => {
  const members = await nextOfThree();
  const before = await store.linkage();
  const { stdout } = await store.say('review', 'split', members[0].personId, ...split, '--json');
  expect(idsOf(stdout)).toHaveLength(3);
  for (const member of members) expect(await store.personOf(member.id)).toEqual([addressOf(member)]);
  const { code } = await store.say('review', 'revoke', ...idsOf(stdout), '--by', 'B. Reviewer');
  expect(code).toBe(0);
  expect(await store.linkage()).toBe(before);
});

test('a person whom somebody joined can be split too: "never" takes the place of "same"', async () => {
  const review = (await store.reviews()).find(
    ({ left, right, settles }) => settles === 1 && left.system !== right.system,
  );
  if (review === undefined) throw new Error('no question');
  await store.decide(review.reviewId, 'same');
  const joined = await store.personOf(review.left.id);
  const [left, right] = [review.left, review.right].map((side) => `${side.system}/${side.site}/${side.sourceId}`);
  expect(joined).toEqual(expect.arrayContaining([left, right]));
  expect(await store.split(left!, [right!])).toMatchObject({ applied: true, holds: true });
  expect(await store.personOf(review.left.id)).not.toContain(right);
});

test('where two "same" contradict a "never" nobody is joined, and the questions are asked again', async () => {
  const [first, second, third] = await nextOfThree();
  const { pairs } = await store.split(first.personId);
  const name = (one: string, other: string): string =>
    pairs.find(({ left, right }) => [left, right].sort().join() === [one, other].sort().join())?.reviewId ?? '';
  await store.revoke(name(first.id, second.id), name(second.id, third.id));
  const firstSame = await store.decide(name(first.id, second.id), 'same');
  expect(firstSame.holds).toBe(true);
  expect(await store.decide(name(second.id, third.id), 'same')).toMatchObject({ applied: true, holds: false });
  for (const member of [first, second, third]) expect(await store.personOf(member.id)).toEqual([addressOf(member)]);
  const open = (await store.reviews()).filter(({ contradicts }) => contradicts).map(({ reviewId }) => reviewId);
  expect(open).toEqual(expect.arrayContaining([name(first.id, second.id), name(second.id, third.id)]));
  await store.revoke(...pairs.map(({ reviewId }) => reviewId));
});

test('what is not together cannot be split', async () => {
  const [one, other] = await store.persons(2);
  const [left, right] = [one?.[0], other?.[0]];
  if (left === undefined || right === undefined) throw new Error('too few persons');
  await expect(store.split(addressOf(left), [addressOf(right)])).rejects.toMatchObject({ code: 'review.not-together' });
  await expect(store.split(left.personId, [addressOf(right)])).rejects.toMatchObject({ code: 'review.split-from' });
});
