import fc from 'fast-check';
import { BitList } from './bit-list.js';

it('says yes to what was added, and to nothing else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 20_000 })), fc.array(fc.nat({ max: 40_000 })), (added, asked) => {
      const list = new BitList();
      for (const number of added) list.add(number);
      for (const number of [...added, ...asked]) expect(list.has(number)).toBe(added.includes(number));
    }),
  );
});
