import type { XmlLayout, XmlTable } from '#libs/domain';
import { compileLayout } from './compile.js';
import { parsePath } from './path.js';

it.each([
  ['NOM', { steps: [{ element: 'NOM' }] }],
  ['@num', { steps: [], attribute: 'num' }],
  ['ADRESSE/VOIE', { steps: [{ element: 'ADRESSE' }, { element: 'VOIE' }] }],
  ['SITUATION/@code', { steps: [{ element: 'SITUATION' }], attribute: 'code' }],
  [
    "table[@nom='a/b]']/é",
    { steps: [{ element: 'table', predicate: { attribute: 'nom', value: 'a/b]' } }, { element: 'é' }] },
  ],
])('%s is a path', (path, expected) => {
  expect(parsePath(path)).toEqual(expected);
});

it.each(['', '/', 'a/', '/a', 'a//b', 'a/@', '@a/b', 'a[@b]', 'a[1]', 'a b', "a[@b='c]"])('"%s" is no path', (path) => {
  expect(parsePath(path)).toBeUndefined();
});

const table = (name: string, path: string, more: Partial<XmlTable> = {}): XmlTable => ({
  table: name,
  path,
  columns: [],
  watched: [],
  ...more,
});

const layout = (...tables: XmlTable[]): XmlLayout => ({ root: 'r', encodings: ['utf-8'], header: {}, tables });

it.each([
  ['a path that is none', layout(table('a', 'b//c'))],
  ['an attribute for a record', layout(table('a', '@b'))],
  ['a parent that is not there', layout(table('a', 'b', { parent: 'c' }))],
  ['two tables with one element', layout(table('a', 'b'), table('c', 'b'))],
  ['namesakes that only some paths tell apart', layout(table('a', "b[@c='d']/e"), table('f', 'b/g'))],
  [
    'a repeated attribute of the record itself',
    layout(table('a', 'b', { columns: [{ name: 'c', path: '@c', repeated: true }] })),
  ],
])('%s is a mistake in the layout', (_, mistaken) => {
  expect(() => compileLayout(mistaken, 'columns')).toThrow(expect.objectContaining({ code: 'xml.layout' }));
});
