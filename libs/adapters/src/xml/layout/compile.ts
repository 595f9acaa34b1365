import { EXIT, TeachingError, type XmlColumn, type XmlLayout, type XmlTable } from '#libs/domain';
import { LayoutNode } from './node.js';
import { parsePath, type LayoutPath } from './path.js';

/** Which columns a reading materialises; the others are never decoded. */
export type Selection = 'columns' | 'watched' | 'none';

export interface CompiledTable {
  readonly name: string;
  /** Position of the enclosing table, and of the outermost one (itself when nothing encloses it). */
  readonly parent: number | undefined;
  readonly outermost: number;
  /** Names of the materialised columns, in the order of `SourceRecord.fields`. */
  readonly columns: readonly string[];
  /** The element of its records, and the element that holds those. */
  readonly node: LayoutNode;
  readonly container: LayoutNode;
}

export interface CompiledLayout {
  /** Stands for the document; its only child is the root element. */
  readonly document: LayoutNode;
  readonly tables: readonly CompiledTable[];
}

const layoutError = (table: string, path: string): TeachingError =>
  new TeachingError('xml.layout', { table, path }, { exitCode: EXIT.usage });

const selected = (table: XmlTable, selection: Selection): readonly string[] => {
  switch (selection) {
    case 'columns':
      return table.columns.map(({ name }) => name);
    case 'watched':
      return table.watched;
    case 'none':
      return [];
  }
};

const pathOf = (table: string, path: string): LayoutPath => {
  const parsed = parsePath(path);
  if (parsed === undefined) throw layoutError(table, path);
  return parsed;
};

/** Walks down from `node`, making what is not there; returns the nodes of all steps. */
const walk = (node: LayoutNode, path: LayoutPath, table: string, text: string): LayoutNode[] => {
  const nodes: LayoutNode[] = [];
  for (const step of path.steps) {
    const next = (nodes.at(-1) ?? node).child(step);
    if (next === undefined) throw layoutError(table, text);
    nodes.push(next);
  }
  return nodes;
};

const addColumn = (table: CompiledTable, index: number, column: XmlColumn): void => {
  const path = pathOf(table.name, column.path);
  const nodes = walk(table.node, path, table.name, column.path);
  const last = nodes.at(-1) ?? table.node;
  if (path.attribute === undefined) last.bounded = true;
  const position = table.columns.indexOf(column.name);
  if (position === -1) return;
  const target = { table: index, column: position, repeated: column.repeated === true };
  if (target.repeated) {
    const [first] = nodes;
    if (first === undefined) throw layoutError(table.name, column.path);
    first.repeats.push(target);
  }
  if (path.attribute === undefined) last.text.push(target);
  else last.attributes.push({ name: path.attribute, target });
};

const addTable = (
  tables: readonly CompiledTable[],
  root: LayoutNode,
  table: XmlTable,
  selection: Selection,
): CompiledTable => {
  const parent = tables.findIndex(({ name }) => name === table.parent);
  const enclosing = tables[parent];
  const path = pathOf(table.table, table.path);
  if (path.attribute !== undefined || (table.parent !== undefined && enclosing === undefined))
    throw layoutError(table.table, table.path);
  const from = enclosing?.node ?? root;
  const nodes = walk(from, path, table.table, table.path);
  const node = nodes.at(-1) ?? root;
  if (node.table !== undefined) throw layoutError(table.table, table.path);
  node.table = tables.length;
  return {
    name: table.table,
    parent: enclosing === undefined ? undefined : parent,
    outermost: enclosing?.outermost ?? tables.length,
    columns: selected(table, selection),
    node,
    container: nodes.at(-2) ?? from,
  };
};

/**
 * Turns a layout's paths into one tree, so that each start tag costs one look-up.
 * @throws TeachingError `xml.layout` for a path that cannot be read, a parent that comes later or not at all, two tables
 *   with one element, or namesakes that only some paths tell apart by an attribute
 */
export const compileLayout = (layout: XmlLayout, selection: Selection): CompiledLayout => {
  const document = new LayoutNode({ element: '' });
  const root = new LayoutNode({ element: layout.root });
  document.children.set(layout.root, [root]);
  const tables: CompiledTable[] = [];
  for (const table of layout.tables) tables.push(addTable(tables, root, table, selection));
  layout.tables.forEach((table, index) => {
    const compiled = tables[index];
    if (compiled !== undefined) for (const column of table.columns) addColumn(compiled, index, column);
  });
  return { document, tables };
};
