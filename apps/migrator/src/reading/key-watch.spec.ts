import fc from 'fast-check';
import { KeyWatch } from './key-watch.js';

const watchOver = (keys: readonly string[], codeOf?: (key: string) => number): KeyWatch => {
  const watch = new KeyWatch(codeOf);
  for (const key of keys) watch.add(key);
  return watch;
};

const groupsOf = (keys: readonly string[]): number[][] => {
  const groups = new Map<string, number[]>();
  keys.forEach((key, at) => {
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), at + 1]);
  });
  return [...groups.values()].filter((records) => records.length > 1);
};

describe('KeyWatch', () => {
  it('finds exactly the records whose keys repeat', () => {
    const key = fc.oneof(fc.string({ maxLength: 2 }), fc.string({ maxLength: 14, unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 400, size: 'max' }), (keys) => {
        const records = watchOver(keys)
          .groups()
          .map((group) => group.records);
        expect(records.sort()).toEqual(groupsOf(keys).sort());
      }),
    );
  });

  it('finds the few that repeat among very many, over all its blocks', () => {
    const keys = Array.from({ length: 300_000 }, (_, at) => `C${at}`);
    expect(watchOver(keys).groups()).toEqual([]);
    keys[299_999] = 'C0';
    keys[65_536] = 'C65535';
    keys[200_000] = 'longer than what is spelt out';
    keys[131_071] = 'longer than what is spelt out';
    expect(watchOver(keys).groups()).toEqual([
      { records: [1, 300_000], exact: true },
      { records: [65_536, 65_537], exact: true },
      { records: [131_072, 200_001], exact: false },
    ]);
  });

  it('says of keys with one hash that they must be compared, and numbers records without a key', () => {
    const watch = watchOver(['a', '', 'b', '', 'c'], (key) => (key === 'b' ? -2 : -1));
    expect(watch.size).toBe(5);
    expect(watch.groups()).toEqual([{ records: [1, 5], exact: false }]);
    expect(watch.groups()).toEqual([]);
  });

  it('takes a file of nothing but one key', () => {
    const [group, ...others] = watchOver(new Array<string>(100_000).fill('C1')).groups();
    expect(group?.records.length).toBe(100_000);
    expect(others).toEqual([]);
  });
});
