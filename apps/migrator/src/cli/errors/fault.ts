import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.js';

/** Names and codes are words of programmers; anything else in their place could be data, and is left out. */
const PLAIN_WORD = /^[A-Za-z_$][\w.$-]{0,59}$|^[0-9A-Z]{5}$/;
const FRAME = /^ {4}at (?:.+ \()?((?:file:\/\/)?\/[^()]+|node:[\w/]+):(\d+):(\d+)\)?$/;

/**
 * What may be told of an unforeseen error: its name, its code and the place in the program that threw it, for example
 * `TypeError at apps/migrator/src/main.ts:12`. Never its message, which may quote a row of a table or a field of a file.
 */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code =
    'code' in error && typeof error.code === 'string' && PLAIN_WORD.test(error.code) ? error.code : undefined;
  const name = PLAIN_WORD.test(error.name) ? error.name : 'Error';
  const place = topFrame(error);
  return [name, ...(code === undefined ? [] : [code]), ...(place === undefined ? [] : ['at', place])].join(' ');
}

/** File and line of the first frame, relative to the package. */
function topFrame(error: Error): string | undefined {
  // A message may hold lines that look like frames. The frames are what follows the message where the stack has it.
  const stack = error.stack ?? '';
  const end = stack.indexOf(error.message);
  if (end < 0) return undefined;
  const lines = stack.slice(end + error.message.length).split('\n');
  const frame = lines.map((line) => FRAME.exec(line)).find((match) => match !== null);
  const [, file, line, column] = frame ?? [];
  if (file === undefined) return undefined;
  if (file.startsWith('node:')) return `${file}:${String(line)}`;
  const place = { file: file.startsWith('file:') ? fileURLToPath(file) : file, line: Number(line) };
  const source = sourceOf(place.file, place.line, Number(column)) ?? place;
  return `${inPackage(source.file)}:${String(source.line)}`;
}

/** Where the sources have what the build wrote to this place; nothing where no source map lies beside it. */
function sourceOf(file: string, line: number, column: number): { file: string; line: number } | undefined {
  let map: string;
  try {
    map = readFileSync(`${file}.map`, 'utf8');
  } catch {
    // Not built (a package, a test): the place itself is the best there is to tell.
    return undefined;
  }
  const entry = new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0]).findEntry(
    line - 1,
    column - 1,
  );
  if (!('originalSource' in entry)) return undefined;
  return { file: resolve(dirname(file), entry.originalSource), line: entry.originalLine + 1 };
}

function inPackage(file: string): string {
  const path = relative(packageRoot(), file);
  // Paths of the machine say nothing to whoever receives the report.
  return path.startsWith('..') ? '(outside)' : path.replace(/^.*node_modules\//, 'node_modules/');
}
