import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { keyedHash, remembering } from './keyed-hash.js';

const key = Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 37) & 255));

describe('keyedHash', () => {
  it('is the first 128 bits of HMAC-SHA-256 over scope and value', () => {
    const hash = keyedHash(key, ['coordin', 'ssdp-19', 'USAGERS']);
    const again = remembering(hash);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (value) => {
        const expected = createHmac('sha256', key)
          .update(`coordin\0ssdp-19\0USAGERS\0${value}`)
          .digest('hex')
          .slice(0, 32);
        expect(hash(value)).toBe(expected);
        expect(again(value)).toBe(expected);
      }),
    );
  });
  it('says nothing without the key, and differs by scope', () => {
    const one = keyedHash(key, ['coordin', 'ssdp-19', 'USAGERS']);
    expect(one('C0000001')).not.toBe(keyedHash(key, ['coordin', 'ssdp-20', 'USAGERS'])('C0000001'));
    expect(one('C0000001')).not.toBe(keyedHash(Buffer.alloc(32), ['coordin', 'ssdp-19', 'USAGERS'])('C0000001'));
  });
  it('refuses a key of another length and a scope with a separator', () => {
    expect(() => keyedHash(Buffer.alloc(31), [])).toThrow(RangeError);
    expect(() => keyedHash(key, ['a\0b'])).toThrow(RangeError);
  });
});
