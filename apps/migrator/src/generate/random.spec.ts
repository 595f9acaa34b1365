import { CanarySource } from './canary.js';
import { derive, STREAM } from './random.js';

const draws = (seed: number, stream: (typeof STREAM)[keyof typeof STREAM], index: number): number[] => {
  const random = derive(seed, stream, index);
  return Array.from({ length: 20 }, () => random.next());
};

describe('derived random numbers', () => {
  it('come again for the same seed, stream and index', () => {
    expect(draws(7, STREAM.family, 3)).toEqual(draws(7, STREAM.family, 3));
  });

  it('are pinned: another machine or release must draw the same', () => {
    const random = derive(42, STREAM.text, 1);
    expect([random.below(1000), random.below(1000), random.between(5, 9), random.pick(['a', 'b', 'c'])])
      .toMatchInlineSnapshot(`
      [
        266,
        326,
        9,
        "c",
      ]
    `);
  });

  it('differ for another seed, also above 32 bits, another stream and another index', () => {
    const seen = [draws(7, 1, 3), draws(8, 1, 3), draws(7 + 2 ** 40, 1, 3), draws(7, 2, 3), draws(7, 1, 4)].map(String);
    expect(new Set(seen).size).toBe(5);
  });

  it('spread evenly', () => {
    const random = derive(1, STREAM.family, 0);
    const tallies = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 20_000; draw += 1) tallies[random.below(10)]! += 1;
    for (const tally of tallies) expect(Math.abs(tally - 2_000)).toBeLessThan(200);
  });

  it('refuse to pick from nothing', () => {
    expect(() => derive(1, STREAM.family, 0).pick([])).toThrow(RangeError);
  });
});

describe('planted tokens', () => {
  it('are KNR and nine capital letters or digits from 2 to 9, never twice, also across sites', () => {
    const tokens = new Set<string>();
    for (const site of [0, 1, 2]) {
      const source = new CanarySource(5, site);
      for (let drawn = 0; drawn < 20_000; drawn += 1) tokens.add(source.next());
    }
    expect(tokens.size).toBe(60_000);
    expect([...tokens].filter((token) => !/^KNR[A-Z2-9]{9}$/.test(token))).toEqual([]);
  });
});
