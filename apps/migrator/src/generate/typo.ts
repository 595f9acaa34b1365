import type { Random } from './random.js';

/** Keys that lie side by side on a French keyboard. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'zq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'rz',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'km',
  m: 'l',
  n: 'b',
  o: 'ip',
  p: 'o',
  q: 's',
  r: 'et',
  s: 'qd',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'x',
  x: 'wc',
  y: 'tu',
  z: 'ae',
};

/** A name with one slip of the finger: two letters swapped, one lost, one doubled or the neighbour's. Short names stay. */
export function typo(name: string, random: Random): string {
  if (name.length < 4) return name;
  const at = random.between(1, name.length - 2);
  const before = name.slice(0, at);
  const letter = name.charAt(at);
  const after = name.slice(at + 1);
  switch (random.below(4)) {
    case 0:
      return before + after.charAt(0) + letter + after.slice(1);
    case 1:
      return before + after;
    case 2:
      return before + letter + letter + after;
    default:
      return before + random.pick([...(NEIGHBOURS[letter] ?? 'e')]) + after;
  }
}
