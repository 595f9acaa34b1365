import fc from 'fast-check';
import { hash53, KeyWatch } from './key-watch.js';

describe('KeyWatch', () => {
  it('finds exactly the keys that repeat', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 400 }), (keys) => {
        const watch = new KeyWatch();
        for (const key of keys) watch.add(key);
        const repeated = new Set(keys.filter((key, i) => keys.indexOf(key) !== i).map(hash53));
        expect(watch.repeated()).toEqual(repeated);
      }),
    );
  });
  it('does not confuse running numbers', () => {
    const watch = new KeyWatch();
    for (let i = 0; i < 300_000; i++) watch.add(`C${String(i).padStart(7, '0')}`);
    expect(watch.repeated().size).toBe(0);
  });
});
