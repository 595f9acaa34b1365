import type { Language } from '#libs/messages';
import type { LabelledCodes } from '../policies/read-policies.js';
import { labelOf } from './table-labels.js';
import type { TableView } from './table-view.js';

/** A table as people read it: titles, then lines of labels and numbers; null is hidden. */
export interface TableRows {
  readonly titles: readonly string[];
  readonly rows: readonly { readonly label: string; readonly counts: readonly (number | null)[] }[];
}

const COUNTED = { persons: { en: 'Persons', fr: 'Personnes' }, aids: { en: 'Aids', fr: 'Aides' } } as const;

/** The first dimension goes down, the second one across. */
export const tableRows = (view: TableView, labels: LabelledCodes, lang: Language): TableRows => {
  const [down, across] = view.dimensions;
  const lines = [...(down?.categories ?? []), undefined];
  const columns = across === undefined ? [undefined] : [...across.categories, undefined];
  const countAt = (row: string | undefined, column: string | undefined): number | null =>
    view.cells.find(({ place }) => place[down?.name ?? ''] === row && place[across?.name ?? ''] === column)?.count ??
    null;
  const titles = columns.map((column) =>
    across === undefined ? COUNTED[view.population][lang] : labelOf(labels, across.list, column, lang),
  );
  return {
    titles: ['', ...titles],
    rows: lines.map((row) => ({
      label: labelOf(labels, down?.list ?? null, row, lang),
      counts: columns.map((column) => countAt(row, column)),
    })),
  };
};
