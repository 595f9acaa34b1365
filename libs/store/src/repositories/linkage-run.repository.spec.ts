import { CODE_END } from '../linkage/blocking-code.js';
import { LinkStore, personId } from '../linkage/testing/link-store.js';
import {
  failJob,
  findFreeJobs,
  findJobCounts,
  finishJob,
  giveUpDyingJobs,
  insertJobs,
  jobProgress,
  type LeasedJob,
  releaseJob,
  renewJob,
  takeJob,
  takeNextJob,
} from './linkage-job.repository.js';
import { activateModel, findActiveModel, findModel, noteModel } from './linkage-model.repository.js';
import { findRunningLinkRun, finishLinkRun, insertLinkRun, mustLinkAll } from './linkage-run.repository.js';
import { countPersons, pagePersons, samplePersons } from './linkage-sample.repository.js';
import { FIRST_ID } from './linkage-feature.repository.js';
import { takeTouched } from './linkage-touched.repository.js';

const FINGERPRINT = 'a'.repeat(64);

let store: LinkStore;
beforeAll(async () => {
  store = await LinkStore.open();
});
beforeEach(() => store.clear());
afterAll(() => store.close());

const begin = (scope: 'all' | 'touched' = 'all', fingerprint = FINGERPRINT) =>
  store.session((client) => insertLinkRun(client, { scope, modelVersion: 1, fingerprint }));
const end = (id: number, status: 'done' | 'failed' = 'done') =>
  store.session((client) => finishLinkRun(client, id, { status, failure: null, counts: { edges: 1 } }));
const withJobs = async (...ranges: readonly [number, number][]): Promise<number> => {
  const run = (await begin())!;
  await store.session((client) =>
    insertJobs(
      client,
      run,
      ranges.map(([from, to]) => ({ stage: 'score', from, to })),
    ),
  );
  return run;
};
const take = (run: number, no: number, seconds = 60): Promise<LeasedJob | null> =>
  store.session((client) => takeJob(client, run, no, seconds));

describe('link runs', () => {
  test('one at a time; a run that has ended cannot end again', async () => {
    const run = (await begin())!;
    expect(await begin()).toBeNull();
    expect(await store.session(findRunningLinkRun)).toMatchObject({ id: run, scope: 'all', fingerprint: FINGERPRINT });
    expect(await end(run)).toBe(true);
    expect(await end(run)).toBe(false);
    expect(await begin()).toBeGreaterThan(run);
  });

  test('all persons must be linked at first, with other rules or another model, and after a run of all that failed', async () => {
    const must = (model = 1, fingerprint = FINGERPRINT) =>
      store.session((client) => mustLinkAll(client, model, fingerprint));
    expect(await must()).toBe(true);
    await end((await begin())!);
    expect(await must()).toBe(false);
    expect(await must(2)).toBe(true);
    expect(await must(1, 'b'.repeat(64))).toBe(true);
    await end((await begin('touched'))!, 'failed');
    expect(await must()).toBe(false);
    await end((await begin())!, 'failed');
    expect(await must()).toBe(true);
  });
});

describe('jobs', () => {
  test('whoever comes with an older token changes nothing', async () => {
    const run = await withJobs([0, CODE_END]);
    const first = (await take(run, 1, -1))!;
    expect(first).toMatchObject({ runId: run, no: 1, stage: 'score', from: 0, to: CODE_END, attempts: 1 });
    const second = (await take(run, 1))!;
    for (const [job, expected] of [
      [first, false],
      [second, true],
    ] as const) {
      expect(await store.session((client) => renewJob(client, job, 60))).toBe(expected);
      expect(await store.session((client) => finishJob(client, job, { pairs: 3 }))).toBe(expected);
    }
    expect(await store.session((client) => findJobCounts(client, run, 'score'))).toEqual([{ pairs: 3 }]);
    expect(await take(run, 1)).toBeNull();
  });

  test('are taken by one worker each, until there are none', async () => {
    const run = await withJobs([0, 1], [1, 2], [2, 3]);
    const taken = await Promise.all(
      Array.from({ length: 4 }, () => store.session((client) => takeNextJob(client, run, 'score', 60))),
    );
    expect(taken.map((job) => job?.no ?? 0).sort()).toEqual([0, 1, 2, 3]);
    expect(await store.session((client) => takeNextJob(client, run, 'prepare', 60))).toBeNull();
  });

  test('are given back, fail, and are given up when their holders die', async () => {
    const run = await withJobs([0, 1], [1, 2], [2, 3]);
    const [one, two] = [(await take(run, 1))!, (await take(run, 2))!];
    await take(run, 3, -1);
    await store.session((client) => releaseJob(client, one, false));
    await store.session((client) => failJob(client, two, 'link.broken'));
    expect(await store.session((client) => findFreeJobs(client, run, 'score'))).toEqual([
      { no: 1, attempts: 0 },
      { no: 3, attempts: 1 },
    ]);
    await store.session((client) => giveUpDyingJobs(client, run, 1));
    const progress = await store.session((client) => jobProgress(client, run, 'score'));
    expect(progress).toMatchObject({ pending: 1, done: 0, failed: 2 });
  });

  test('of a run that has ended are neither taken nor finished', async () => {
    const run = await withJobs([0, 1], [1, 2]);
    const job = (await take(run, 1))!;
    await end(run, 'failed');
    expect(await take(run, 2)).toBeNull();
    expect(await store.session((client) => finishJob(client, job, {}))).toBe(false);
  });
});

test('what a run took and did not finish goes to the next one', async () => {
  await store.add({ number: 1, birthName: 'A' });
  await store.prepare();
  expect(await store.transaction((client) => takeTouched(client, 1))).toEqual({ persons: 1, rescored: 1 });
  await store.add({ number: 2, birthName: 'A' });
  await store.prepare();
  expect(await store.transaction((client) => takeTouched(client, 2))).toEqual({ persons: 2, rescored: 2 });
  expect(await store.transaction((client) => takeTouched(client, 2))).toEqual({ persons: 2, rescored: 2 });
});

test('an equal model keeps its version, and one at most is active', async () => {
  const document = { prior: -9.12345678901234, fields: { given: { m: [0.9, 1e-9], u: [0.1, 0.2] } } };
  const note = (model: object) => store.session((client) => noteModel(client, model));
  const first = await note(document);
  expect(await note({ ...document })).toBe(first);
  const second = await note({ ...document, prior: -8 });
  expect(await store.session(findActiveModel)).toBeNull();
  for (const version of [first, second, second, first]) {
    expect(await store.transaction((client) => activateModel(client, version))).toBe(true);
    expect(await store.session(findActiveModel)).toMatchObject({ version });
  }
  expect(await store.session((client) => findModel(client, first))).toEqual({ version: first, document });
});

test('a sample depends on its seed and on nothing else', async () => {
  await store.add(...Array.from({ length: 30 }, (_, index) => ({ number: index + 1, birthName: `N${index}` })));
  await store.prepare();
  const sample = async (seed: number) =>
    (await store.session((client) => samplePersons(client, 5, seed))).map(({ id }) => id);
  const [first, other] = [await sample(1), await sample(2)];
  expect(first).toHaveLength(5);
  expect(other).not.toEqual(first);
  await store.database.query('DELETE FROM passerelle.link_person');
  await store.prepare();
  expect(await sample(1)).toEqual(first);
  const page = await store.session((client) => pagePersons(client, FIRST_ID, 2));
  expect(page.map(({ id }) => id)).toEqual([personId(1), personId(2)]);
  expect(await store.session(countPersons)).toMatchObject({ persons: 30 });
});
