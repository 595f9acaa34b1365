import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.js';

/** Names and codes are words of programmers; anything else in their place could be data, and is left out. */
const PLAIN_WORD = /^[A-Za-z_$][\w.$-]{0,59}$|^[0-9A-Z]{5}$/;
const FRAME = /^ {4}at (?:.+ \()?((?:file:\/\/)?\/[^()]+|node:[\w/]+):(\d+):\d+\)?$/;

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
  const [, file, line] = frame ?? [];
  if (file === undefined || line === undefined) return undefined;
  return `${file.startsWith('node:') ? file : inPackage(file)}:${line}`;
}

function inPackage(file: string): string {
  const path = relative(packageRoot(), file.startsWith('file:') ? fileURLToPath(file) : file);
  // Paths of the machine say nothing to whoever receives the report.
  return path.startsWith('..') ? '(outside)' : path.replace(/^.*node_modules\//, 'node_modules/');
}
