import type { FamilyPattern } from './family-pattern.js';

/**
 * Sees that no hidden margin can be computed: for each there is another one of its dimension to which persons can be moved
 * in all tables at once, so many that a small one could as well be large enough to be shown.
 * @returns false where the pattern cannot be made to hold
 */
export const protectMargins = (pattern: FamilyPattern): boolean =>
  pattern.margins.every((_, dimension) => {
    // Hiding one category may call for another: categories are looked at again until nothing is new.
    for (let before = -1; before !== hiddenOf(pattern, dimension).length;) {
      before = hiddenOf(pattern, dimension).length;
      if (!hiddenOf(pattern, dimension).every((category) => protectMargin(pattern, dimension, category))) return false;
    }
    return true;
  });

/** Where a margin is hidden: others of its dimension from which `need` can be moved to it, in every table that has them. */
export const partnersOf = (pattern: FamilyPattern, dimension: number, to: number, need: number): readonly number[] =>
  othersOf(pattern, dimension, to).filter((from) => canMove(pattern, dimension, from, to, need));

/** Where a margin is hidden: others of its dimension to which `need` of it can be moved. */
export const takersOf = (pattern: FamilyPattern, dimension: number, from: number, need: number): readonly number[] =>
  othersOf(pattern, dimension, from).filter((to) => canMove(pattern, dimension, from, to, need));

const othersOf = (pattern: FamilyPattern, dimension: number, category: number): readonly number[] =>
  pattern.margins[dimension]?.[category] === true
    ? hiddenOf(pattern, dimension).filter((other) => other !== category)
    : [];

/** How far up a small cell must be able to go. */
export const needOf = ({ rules }: FamilyPattern): number => rules.minimum + rules.reserve;

const protectMargin = (pattern: FamilyPattern, dimension: number, category: number): boolean => {
  const isSmall = isSmallMargin(pattern, dimension, category);
  const need = isSmall ? needOf(pattern) : pattern.rules.minimum - 1;
  const others = othersOf(pattern, dimension, category);
  const holds = others.some(
    (other) =>
      canMove(pattern, dimension, other, category, need) ||
      (!isSmall && canMove(pattern, dimension, category, other, need)),
  );
  return (
    holds ||
    [...others, ...freeMargins(pattern, dimension)].some((from) => open(pattern, dimension, from, category, need))
  );
};

const canMove = (pattern: FamilyPattern, dimension: number, from: number, to: number, need: number): boolean => {
  const name = [dimension, from, to, need].join();
  if (pattern.moves.has(name)) return true;
  const targets = pattern.linesOf(dimension, to);
  const can =
    unitsOf(pattern, dimension, from) >= need &&
    pattern.linesOf(dimension, from).every(({ grid, line }, at) => {
      const other = targets[at]?.line ?? line;
      const [source, target] = grid.rows === dimension ? [other, line] : [line, other];
      return grid.hidden.flow(source, target, need) >= need;
    });
  if (can) pattern.moves.add(name);
  return can;
};

/** Hides a margin, and of its cells in each table what it takes to move persons away from it. */
const open = (pattern: FamilyPattern, dimension: number, from: number, to: number, need: number): boolean => {
  const margins = pattern.margins[dimension];
  if (margins === undefined || unitsOf(pattern, dimension, from) < need) return false;
  const opened = pattern.linesOf(dimension, from).every(({ grid, line }, at) => {
    const other = pattern.linesOf(dimension, to)[at]?.line ?? line;
    const [source, target] = grid.rows === dimension ? [other, line] : [line, other];
    return pattern.open(grid, source, target, need);
  });
  if (opened) margins[from] = true;
  return opened;
};

const hiddenOf = (pattern: FamilyPattern, dimension: number): readonly number[] =>
  (pattern.margins[dimension] ?? []).flatMap((isHidden, category) => (isHidden ? [category] : []));

/** Margins that may still be hidden, those that lose the least first. */
const freeMargins = (pattern: FamilyPattern, dimension: number): readonly number[] =>
  (pattern.margins[dimension] ?? [])
    .flatMap((isHidden, category) =>
      !isHidden && pattern.isFree(pattern.marginKey(dimension, category)) ? [category] : [],
    )
    .sort((one, other) => unitsOf(pattern, dimension, one) - unitsOf(pattern, dimension, other));

const unitsOf = ({ counts }: FamilyPattern, dimension: number, category: number): number =>
  counts.dimensions[dimension]?.counts[category]?.units ?? 0;

const isSmallMargin = (pattern: FamilyPattern, dimension: number, category: number): boolean => {
  const count = pattern.counts.dimensions[dimension]?.counts[category];
  return count === undefined || pattern.isSmall(count);
};
