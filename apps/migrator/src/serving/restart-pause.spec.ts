import { nextPause } from './restart-pause.js';

it('grows while a part keeps dying, up to half a minute', () => {
  const pauses = Array.from({ length: 9 }).reduce<number[]>(
    (before) => [...before, nextPause(before.at(-1) ?? 0, 100)],
    [],
  );
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

it('begins again after a minute of good health', () => {
  expect(nextPause(30_000, 60_000)).toBe(500);
});
