import type { XmlLayout } from '#libs/domain';

const table = (name: string, columns: readonly string[]): XmlLayout['tables'][number] => ({
  table: name,
  path: `table[@nom='${name}']/enregistrement`,
  watched: [],
  columns: columns.map((column) => ({ name: column, path: column })),
});

/** Two tables whose records have the same element: only an attribute of the element around them tells which is which. */
export const FOURD_LAYOUT: XmlLayout = {
  root: 'base4D',
  encodings: ['utf-8', 'windows-1252', 'iso-8859-1'],
  header: {},
  tables: [table('Personnes', ['ID_Personne', 'Nom']), table('Été', ['Libellé'])],
};
