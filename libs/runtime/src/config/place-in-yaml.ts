import { readFileSync } from 'node:fs';
import type { Place } from '#libs/domain';
import { LineCounter, parseDocument } from 'yaml';
import { sourceMap } from './source-map.js';

/**
 * Where a value stands in a YAML file that was read before; the nearest enclosing one where it does not exist. For faults that
 * show only when a document is put to use.
 * @param path keys from the top of the document down
 */
export function placeInYaml(file: string, path: readonly (string | number)[]): Required<Place> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const pointer = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return sourceMap(file, document, lines).ofValue(pointer);
}
