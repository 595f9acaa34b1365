import { mergeParts, partsBeyond, type SeparationParts } from './separation.js';

const base = { id: 's', at: '2026-11-22T10:00:00.000Z', incident: 'SEP-1', keyFingerprint: 'k' };
const parts = (more: Partial<SeparationParts>): SeparationParts => ({
  ...base,
  persons: [],
  former: [],
  cases: [],
  ...more,
});

test('lines of one separation add up, and what a case was once it stays', () => {
  const merged = mergeParts([
    parts({ persons: [{ id: 'p', later: false }], cases: [{ id: 'c', former: false, guarded: true }] }),
    parts({ former: ['f'], cases: [{ id: 'c', former: true, guarded: false }] }),
  ]);
  expect([...merged.values()]).toEqual([
    parts({
      persons: [{ id: 'p', later: false }],
      former: ['f'],
      cases: [{ id: 'c', former: true, guarded: true }],
    }),
  ]);
});

test('what one side knows beyond the other is told, and nothing where both know the same', () => {
  const one = parts({ persons: [{ id: 'p', later: false }], cases: [{ id: 'c', former: true, guarded: false }] });
  expect(partsBeyond(one, undefined)).toEqual(one);
  expect(partsBeyond(one, one)).toBeNull();
  const less = parts({ cases: [{ id: 'c', former: false, guarded: false }] });
  expect(partsBeyond(one, less)).toEqual(one);
  expect(partsBeyond(less, one)).toBeNull();
});
