import { KnownHead } from './known-head.js';

const HASH = Buffer.alloc(32, 7);
const LEARNED = { seq: 3, hash: HASH, at: '2026-11-22T23:59:59.999500Z' };

describe('a known head', () => {
  it('carries the time of the database on by the clock of the process', () => {
    let now = 100;
    const known = new KnownHead(() => now);
    known.learn(LEARNED);
    expect(known.get()).toEqual(LEARNED);
    now += 0.7505;
    expect(known.get()).toEqual({ ...LEARNED, at: '2026-11-23T00:00:00.000250Z' });
    known.move({ seq: 5, hash: HASH });
    expect(known.get()).toMatchObject({ seq: 5, at: '2026-11-23T00:00:00.000250Z' });
  });

  it('asks the database again after some seconds', () => {
    let now = 100;
    const known = new KnownHead(() => now);
    known.learn(LEARNED);
    now += 10_000;
    expect(known.get()).toBeNull();
  });

  it('is not worth a try for a while where others enter as well', () => {
    let now = 100;
    const known = new KnownHead(() => now);
    known.learn(LEARNED);
    known.miss();
    known.learn(LEARNED);
    expect(known.get()).toBeNull();
    now += 1_000;
    expect(known.get()).toMatchObject({ seq: 3 });
  });

  it('is nothing before it was learned, and after it was forgotten', () => {
    const known = new KnownHead();
    expect(known.get()).toBeNull();
    known.learn(LEARNED);
    known.forget();
    expect(known.get()).toBeNull();
  });
});
