import { Overload } from './overload.js';

let now = 0;
let delay = 0;
const gate = (most: number): Overload => new Overload({ most, delay: () => delay, now: () => now });
const fill = (overload: Overload, count: number): number[] =>
  Array.from({ length: count }, () => overload.enter()).filter((entered) => entered !== null);
/** A batch that was let in together and takes so long. */
const serve = (overload: Overload, count: number, milliseconds: number): void => {
  const entered = fill(overload, count);
  now += milliseconds;
  for (const each of entered) overload.leave(each);
};

beforeEach(() => {
  now = 0;
  delay = 0;
});

test('lets in as many as it is told, and one more for each that leaves', () => {
  const overload = gate(3);
  const [first = 0] = fill(overload, 3);
  expect(overload.enter()).toBeNull();
  overload.leave(first);
  expect([overload.enter(), overload.enter()]).toEqual([0, null]);
  expect(overload.inFlight).toBe(3);
});

test('slow requests shrink it once a step, not once each; fast ones widen it again, to its bound', () => {
  const overload = gate(100);
  serve(overload, 100, 600);
  expect(overload.limit).toBe(80);
  serve(overload, 80, 600);
  expect(overload.limit).toBe(64);
  serve(overload, 64, 10);
  expect(overload.limit).toBe(73);
  for (let n = 0; n < 4; n++) serve(overload, overload.limit, 10);
  expect(overload.limit).toBe(100);
});

test('keeps room for a few, however slow they are', () => {
  const overload = gate(100);
  for (let n = 0; n < 50; n++) serve(overload, overload.limit, 2_000);
  expect(overload.limit).toBe(32);
});

test('lets nobody in while the loop lags, and those under way leave', () => {
  const overload = gate(10);
  const entered = fill(overload, 2);
  delay = 300;
  expect(overload.enter()).toBeNull();
  for (const each of entered) overload.leave(each);
  delay = 0;
  expect(overload.enter()).not.toBeNull();
});

test('is idle once the last request has left, and at once where there is none', async () => {
  const overload = gate(3);
  await overload.idle();
  const entered = fill(overload, 2);
  let isIdle = false;
  const idle = overload.idle().then(() => (isIdle = true));
  overload.leave(entered[0] ?? 0);
  await Promise.resolve();
  expect(isIdle).toBe(false);
  overload.leave(entered[1] ?? 0);
  await idle;
  expect(isIdle).toBe(true);
});

test('at twice what it can serve, those who are let in stay under a second', () => {
  const overload = gate(200);
  // A server of 150 requests a second: a request waits for those before it.
  const perSecond = 150;
  const waiting: number[] = [];
  const took: number[] = [];
  for (let step = 0; step < 10_000; step++) {
    now += 1_000 / (2 * perSecond);
    const entered = overload.enter();
    if (entered !== null) waiting.push(entered);
    const done = step % 2 === 0 ? waiting.shift() : undefined;
    if (done === undefined) continue;
    overload.leave(done);
    took.push(now - done);
  }
  const settled = took.slice(took.length / 4).sort((one, another) => one - another);
  expect(settled[Math.floor(settled.length * 0.99)]).toBeLessThan(1_000);
  expect(took.length).toBeGreaterThan(4_000);
});
