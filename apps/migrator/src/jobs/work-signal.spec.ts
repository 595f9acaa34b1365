import { WorkSignal } from './work-signal.js';

const LONG_MS = 60_000;

test('the end of a job wakes whoever waits', async () => {
  const work = new WorkSignal();
  const woken = work.next(LONG_MS);
  work.jobEnded();
  await woken;
});

test('the end of a job that nobody waited for is not missed', async () => {
  const work = new WorkSignal();
  work.jobEnded();
  await work.next(LONG_MS);
});

test('a stop wakes, and stays', async () => {
  const work = new WorkSignal();
  const woken = work.next(LONG_MS);
  work.stop();
  await woken;
  expect(work.signal.aborted).toBe(true);
});

test('otherwise the time passes', async () => {
  await new WorkSignal().next(1);
});
