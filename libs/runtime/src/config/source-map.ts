import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type YAMLMap,
} from 'yaml';
import type { Place } from '#libs/domain';

/** Finds the places of data in a YAML file. Pointers are JSON pointers (RFC 6901), as validators give them. */
export interface SourceMap {
  /** Where a value stands; the nearest enclosing one where it does not exist. */
  ofValue(pointer: string): Required<Place>;
  /** Where a key of an object stands. */
  ofKey(pointer: string, key: string): Required<Place>;
  at(offset: number): Required<Place>;
}

export function sourceMap(file: string, document: Document.Parsed, lines: LineCounter): SourceMap {
  const at = (offset: number): Required<Place> => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const find = (pointer: string): Node | null => {
    let node: Node | null = document.contents;
    for (const step of steps(pointer)) node = child(resolve(node, document), step) ?? node;
    return node;
  };
  return {
    at,
    ofValue: (pointer) => at(find(pointer)?.range?.[0] ?? 0),
    ofKey: (pointer, key) => {
      const node = resolve(find(pointer), document);
      return at((isMap(node) ? keyNode(node, key) : node)?.range?.[0] ?? node?.range?.[0] ?? 0);
    },
  };
}

/** `$.tables['a b'][0]` */
export const readablePath = (pointer: string): string =>
  steps(pointer).reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`;
    return /^[A-Za-z_][\w-]*$/.test(step) ? `${path}.${step}` : `${path}['${step}']`;
  }, '$');

const steps = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const resolve = (node: Node | null, document: Document.Parsed): Node | null =>
  isAlias(node) ? (node.resolve(document) ?? null) : node;

function child(node: Node | null, step: string): Node | null {
  const found = isSeq(node) ? node.items[Number(step)] : isMap(node) ? pairOf(node, step)?.value : null;
  return isNode(found) ? found : null;
}

function keyNode(map: YAMLMap, key: string): Node | null {
  const found = pairOf(map, key)?.key;
  return isNode(found) ? found : null;
}

/** Keys are compared as text, as they end up in the data: `12:` is the property "12". */
const pairOf = (map: YAMLMap, key: string): YAMLMap['items'][number] | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
