import { GLOBAL_OPTIONS } from '../definition/global-options.js';
import { longFlag } from '../definition/option-names.js';
import { unknownWord, usageError } from './usage-error.js';

/** The name of the program, as messages and help write it. */
export const PROGRAM = 'passerelle';

/** What the words before the command's own words ask for. */
export type RootRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'command'; readonly name: string; readonly words: readonly string[] };

const OPTIONS = ['--help', '--version', ...Object.keys(GLOBAL_OPTIONS).map(longFlag)];

/**
 * Reads up to the name of the command. Global options may stand before it; they are handed on to the command, which
 * checks them. `passerelle help import` is `passerelle import --help`. Throws a `TeachingError` with exit code 2.
 */
export function readRootWords(words: readonly string[]): RootRequest {
  const before: string[] = [];
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? '';
    const rest = words.slice(place + 1);
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (word === '--version' || word === '-V') return { kind: 'version' };
    if (word === '--json' || word.startsWith('--lang=')) before.push(word);
    else if (word === '--lang') before.push(word, readLang(words[++place]));
    else if (word.startsWith('-')) throw unknownWord('usage.option', PROGRAM, word.split('=')[0] ?? '', OPTIONS);
    else if (word === 'help') return readHelpWords(rest);
    else return { kind: 'command', name: word, words: [...before, ...rest] };
  }
  return { kind: 'help' };
}

function readLang(word: string | undefined): string {
  if (word === undefined) throw usageError('usage.option.value', PROGRAM, { option: '--lang LANG' });
  return word;
}

function readHelpWords(words: readonly string[]): RootRequest {
  const names = words.filter((word) => !word.startsWith('-'));
  const [name, ...rest] = names;
  return name === undefined ? { kind: 'help' } : { kind: 'command', name, words: [...rest, '--help'] };
}
