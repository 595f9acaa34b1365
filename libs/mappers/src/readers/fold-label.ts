/**
 * Folds a label that was typed by hand: case, accents, dots and double spaces do not count (`Célib.` → `celib`).
 * Source: the 4D reference layout, "Labels".
 */
export const foldLabel = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();
