import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { linkRecords, readModel } from '#libs/linkage';
import { findReview, listReviews, reviewIdOf } from '#libs/store';
import { readLinkagePlan } from '#libs/services';
import { FamilyStore, idOf, type Relative } from './family-store.js';

const CONFIG = join(import.meta.dirname, '../../../config');
const plan = readLinkagePlan(CONFIG);
const model = readModel(plan, JSON.parse(readFileSync(join(CONFIG, 'linkage-model.json'), 'utf8')));

let store: FamilyStore;
beforeAll(async () => {
  store = await FamilyStore.open();
});
beforeEach(() => store.clear());
afterAll(() => store.close());

/** One family of which two systems know the mother by another surname. */
const of = (system: number, household = 'home') => ({ system, household });
const mother = (system: number, surname: string, household?: string): Relative => ({
  ...{ key: `mother ${String(system)}`, ...of(system, household), givenNames: 'Solène', surname },
  ...{ birthDate: '1984-10-21', sex: 'woman' },
});
const father = (system: number, household?: string): Relative => ({
  ...{ key: `father ${String(system)}`, ...of(system, household), givenNames: 'Gaël', surname: 'Vasseur' },
  ...{ birthDate: '1981-02-17', sex: 'man' },
});
const son = (system: number, household?: string): Relative => ({
  ...{ key: `son ${String(system)}`, ...of(system, household), givenNames: 'Malo', surname: 'Vasseur' },
  ...{ birthDate: '2012-06-05', sex: 'man' },
});
const FAMILY = [mother(1, 'Quémeneur'), mother(3, 'Vasseur'), father(1), father(3), son(1), son(3)];

/** Decision and rule of the two mothers. */
const mothers = async (): Promise<string | undefined> => {
  const [left = '', right = ''] = [idOf('mother 1'), idOf('mother 3')].sort();
  const { pairs } = await store.linked();
  return pairs.find((line) => line.startsWith(`${left} ${right} `))?.slice(left.length + right.length + 2);
};
const LINKED = 'link link.household';
const ASKED = 'review link.required-level';

/** What the same persons come to in memory. */
const inMemory = () => {
  const { records, verdicts } = store.records(plan);
  const { edges, clusters } = linkRecords(plan, model, records, { verdicts });
  return {
    pairs: edges.map(({ left, right, decision, rule }) => `${left} ${right} ${decision} ${rule}`).sort(),
    persons: clusters,
  };
};

describe('what changes with the household while nothing of the pair itself does', () => {
  test('the others arrive, one leaves, all leave, one comes back', async () => {
    await store.put(mother(1, 'Quémeneur'), mother(3, 'Vasseur'));
    await store.link();
    expect(await mothers()).toBe(ASKED);
    await store.put(...FAMILY);
    await store.link();
    expect(await mothers()).toBe(LINKED);
    await store.remove('son 3');
    await store.link();
    expect(await mothers()).toBe(LINKED);
    await store.remove('father 1');
    await store.link();
    expect(await mothers()).toBe(ASKED);
    await store.put(father(1));
    await store.link();
    expect(await mothers()).toBe(LINKED);
  });

  test('who is taken out of a case shares its household no longer; who comes back does', async () => {
    await store.put(...FAMILY);
    await store.link();
    expect(await mothers()).toBe(LINKED);
    await store.put(mother(1, 'Quémeneur', 'refuge'));
    await store.link();
    expect(await mothers()).toBe(ASKED);
    await store.put(mother(1, 'Quémeneur'));
    await store.link();
    expect(await mothers()).toBe(LINKED);
  });

  test('when the others move, here and there in one night, whom they leave behind is decided again', async () => {
    const strangers = ['Ama', 'Bintou', 'Coumba', 'Dieynaba', 'Elif'].map((givenNames): Relative => ({
      ...{ ...father(2, 'other'), key: givenNames, givenNames, surname: 'Sarr', birthDate: '1990-06-07' },
    }));
    await store.put(...FAMILY.filter(({ key }) => !key.startsWith('son')), ...strangers);
    await store.link();
    expect(await mothers()).toBe(LINKED);
    await store.put(father(1, 'elsewhere'), father(3, 'elsewhere'));
    await store.link();
    expect(await mothers()).toBe(ASKED);
  });

  test('a decision about the father and the son reaches the mother, at once and for good', async () => {
    await store.put(...FAMILY.filter(({ key }) => !key.startsWith('son')));
    await store.link();
    expect(await mothers()).toBe(LINKED);
    await store.decide('father 1', 'father 3', 'never');
    await store.link();
    expect(await mothers()).toBe(ASKED);
    await store.link(true);
    expect(await mothers()).toBe(ASKED);
    await store.decide('father 1', 'father 3', null);
    await store.link();
    expect(await mothers()).toBe(LINKED);
  });

  test('a decision about the mother outranks her household', async () => {
    await store.put(...FAMILY);
    await store.decide('mother 1', 'mother 3', 'never');
    await store.link();
    expect(await mothers()).toBe('apart link.never');
  });
});

/** What a reviewer is told of a pair. */
const told = async (one: string, other: string) => {
  const [left = '', right = ''] = [idOf(one), idOf(other)].sort();
  const review = await store.installation.engine.database.session((client) =>
    findReview(client, reviewIdOf(left, right)),
  );
  return review === null ? null : { rule: review.rule, household: review.household };
};

test('reviewers are told how many others agree, and those of whom one is somebody else are asked last', async () => {
  await store.put(...FAMILY);
  await store.link();
  expect(await told('father 1', 'father 3')).toEqual({ rule: 'link.certain', household: { others: 1, taken: false } });
  expect(await told('mother 1', 'mother 3')).toEqual({
    rule: 'link.household',
    household: { others: 2, taken: false },
  });
  // A twin sister whom one system does not know, and a daughter of whom the year is missing.
  const twin = { ...mother(3, 'Vasseur'), key: 'twin 3', givenNames: 'Maryvonne' };
  const daughter = (system: number, birthDate: string): Relative => ({
    ...{ ...son(system), key: `daughter ${String(system)}`, givenNames: 'Enora', sex: 'woman', birthDate },
  });
  await store.put(mother(1, 'Vasseur'), twin, daughter(1, '2014-01-01'), daughter(3, '2014-09-09'));
  await store.link();
  expect(await told('mother 1', 'twin 3')).toEqual({ rule: 'link.vetoed', household: { others: 3, taken: true } });
  expect(await told('daughter 1', 'daughter 3')).toMatchObject({ household: { others: 3, taken: false } });
  const { reviews } = await store.installation.engine.database.session((client) => listReviews(client, 100));
  expect(reviews.map(({ household }) => household?.taken)).toEqual([false, true]);
});

/** Two families of three in two systems, with what tells them apart open to chance. */
const person = fc.constantFrom('mother', 'father', 'son', 'twin');
const system = fc.constantFrom(1, 2, 3);
const household = fc.constantFrom('home', 'home', 'home', 'refuge', 'other');
const surname = fc.constantFrom('Quémeneur', 'Vasseur', 'Kerbiriou');
const relative = fc.record({
  who: person,
  system,
  household,
  surname,
  year: fc.constantFrom(1984, 1984, 1984, 1984, 2009),
});
const step = fc.oneof(
  { weight: 6, arbitrary: relative.map((given) => ({ kind: 'put' as const, ...given })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), who: person, system }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      who: person,
      systems: fc.constantFrom([1, 2] as const, [1, 3] as const, [2, 3] as const),
      verdict: fc.constantFrom('same' as const, 'never' as const, null),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const NAMES = { mother: 'Solène', father: 'Gaël', son: 'Malo', twin: 'Solenn' } as const;

async function take(given: Step): Promise<void> {
  if (given.kind === 'decide') {
    const [one, other] = given.systems.map((number) => `${given.who} ${String(number)}`);
    if (one !== undefined && other !== undefined && store.has(one) && store.has(other)) {
      await store.decide(one, other, given.verdict);
    }
    return;
  }
  const key = `${given.who} ${String(given.system)}`;
  if (given.kind === 'remove') return store.remove(key);
  const day = given.who === 'father' ? '02-17' : given.who === 'son' ? '06-05' : '10-21';
  await store.put({
    ...{ key, system: given.system, household: given.household, givenNames: NAMES[given.who], surname: given.surname },
    ...{
      birthDate: `${String(given.year)}-${day}`,
      sex: given.who === 'father' || given.who === 'son' ? 'man' : 'woman',
    },
  });
}

test('whatever happens night by night, the store comes to what everything from scratch comes to, and so does memory', async () => {
  let lifted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 6 }),
      async (nights) => {
        await store.clear();
        await store.put(...FAMILY, mother(2, 'Kerbiriou'), father(2), son(2));
        await store.link(true);
        for (const night of nights) {
          for (const one of night) await take(one);
          await store.link();
          const linked = await store.linked();
          expect(linked).toEqual(inMemory());
          lifted += linked.pairs.filter((line) => line.endsWith(' link.household')).length;
        }
        const incremental = await store.linked();
        await store.link(true);
        expect(await store.linked()).toEqual(incremental);
      },
    ),
    { numRuns: 6, seed: 20_261_122 },
  );
  expect(lifted).toBeGreaterThan(5);
}, 120_000);
