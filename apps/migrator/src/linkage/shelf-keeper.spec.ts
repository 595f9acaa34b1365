import { jest } from '@jest/globals';
import type { FeatureShelf } from '#libs/store';
import { ShelfKeeper } from './shelf-keeper.js';

const shelf = {} as FeatureShelf;
let loads: number;
const load = (): Promise<FeatureShelf> => {
  loads++;
  return Promise.resolve(shelf);
};
beforeEach(() => {
  loads = 0;
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

test('the jobs of a run share one shelf, the next run fills another', async () => {
  const keeper = new ShelfKeeper();
  await Promise.all([keeper.of(1, load), keeper.of(1, load)]);
  expect(loads).toBe(1);
  await keeper.of(2, load);
  expect(loads).toBe(2);
});

test('a shelf that could not be filled is filled for the next job', async () => {
  const keeper = new ShelfKeeper();
  await expect(keeper.of(1, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await keeper.of(1, load)).toBe(shelf);
});

test('names do not stay in memory when the work is done; each job puts that off', async () => {
  const keeper = new ShelfKeeper();
  await keeper.of(1, load);
  jest.advanceTimersByTime(29_000);
  await keeper.of(1, load);
  jest.advanceTimersByTime(29_000);
  await keeper.of(1, load);
  expect(loads).toBe(1);
  jest.advanceTimersByTime(30_000);
  await keeper.of(1, load);
  expect(loads).toBe(2);
});
