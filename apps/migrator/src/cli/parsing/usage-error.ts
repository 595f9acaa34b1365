import { EXIT, TeachingError } from '#libs/domain';
import { nearestWord } from '#libs/messages';

/** What a mistake is measured against: the command that was being read, and the words that it knows. */
export interface UsageFrame {
  /** The words that name the command: `passerelle quarantine list`. */
  readonly path: string;
  readonly options: readonly string[];
  readonly commands: readonly string[];
  /** Words that are no options. */
  readonly words: readonly string[];
}

type Args = Readonly<Record<string, string | number>>;

/** Wrong usage: exit code 2, with the help that shows the way. */
export const usageError = (code: string, path: string, args: Args = {}): TeachingError =>
  new TeachingError(code, { command: path, help: `${path} --help`, ...args }, { exitCode: EXIT.usage });

/** A word that should have been one of a few, with the one that was probably meant. */
export function unknownWord(code: string, path: string, word: string, known: readonly string[]): TeachingError {
  const nearest = nearestWord(word, known);
  // What stands where a command should may be anything, a name too: a long text is not repeated.
  const shown = word.length <= 40 ? word : `${word.slice(0, 40)}…`;
  return usageError(code, path, { word: shown, ...(nearest === undefined ? {} : { nearest }) });
}

/**
 * Translates an error of commander. Its code is public; the words to blame stand in quotes in its message, which no
 * suggestion follows because suggestions are ours.
 */
export function translateUsage(code: string, message: string, frame: UsageFrame): TeachingError {
  const { path, options, commands, words } = frame;
  const quoted = message.slice(message.indexOf("'") + 1, message.lastIndexOf("'"));
  switch (code) {
    case 'commander.unknownOption': {
      // The value behind `=` may be anything, the name of a person too.
      const [word = ''] = quoted.split('=');
      return unknownWord('usage.option', path, word, options);
    }
    case 'commander.optionMissingArgument':
      return usageError('usage.option.value', path, { option: withoutBrackets(quoted) });
    case 'commander.missingArgument':
      return usageError('usage.argument.missing', path, { argument: quoted });
    case 'commander.conflictingOption': {
      const [option = '', other = ''] = quoted.split(/' cannot be used with option '/).map(withoutBrackets);
      return usageError('usage.option.conflict', path, { option, other });
    }
    case 'commander.excessArguments':
      return commands.length > 0
        ? unknownWord('usage.command', path, words[0] ?? '', commands)
        : usageError('usage.argument.extra', path);
    default:
      throw new Error(`no translation for ${code}`);
  }
}

const withoutBrackets = (flags: string): string => flags.replace(/[<>]/g, '');
