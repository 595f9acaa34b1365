import type { Language } from '#libs/messages';
import { longFlag, optionTerm, optionsOf } from '../definition/option-names.js';
import { UnacceptableValue } from '../definition/index.js';
import type { Request } from './command-parser.js';
import { usageError } from './usage-error.js';

type RunRequest = Extract<Request, { readonly kind: 'run' }>;

/** The values of a command's arguments and options, by key. */
export interface Values {
  readonly args: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Turns words into values. Throws a `TeachingError` with exit code 2 for the first that is missing or cannot be taken. */
export function readValues(request: RunRequest, lang: Language): Values {
  return { args: readArguments(request, lang), options: readOptions(request, lang) };
}

function readArguments({ definition, path, words }: RunRequest, lang: Language): Values['args'] {
  const specs = Object.entries(definition.arguments ?? {});
  return Object.fromEntries(
    specs.map(([key, spec], place) => {
      const name = spec.metavar;
      return [key, orTeach(() => spec.collect(words[place] ?? []), path, name, lang)];
    }),
  );
}

function readOptions({ definition, path, options }: RunRequest, lang: Language): Values['options'] {
  return Object.fromEntries(
    Object.entries(optionsOf(definition)).map(([key, spec]) => {
      const words = options[key] ?? [];
      if (spec.required && words.length === 0) {
        throw usageError('usage.option.missing', path, { option: optionTerm(key, spec) });
      }
      return [key, orTeach(() => spec.collect(words), path, longFlag(key), lang)];
    }),
  );
}

function orTeach(collect: () => unknown, path: string, name: string, lang: Language): unknown {
  try {
    return collect();
  } catch (error) {
    if (!(error instanceof UnacceptableValue)) throw error;
    const nearest = error.nearest === undefined ? {} : { nearest: error.nearest };
    throw usageError('usage.value', path, { option: name, expected: error.expected[lang], ...nearest });
  }
}
