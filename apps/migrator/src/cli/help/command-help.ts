import type { Language } from '#libs/messages';
import { optionTerm, optionsOf } from '../definition/option-names.js';
import type { ArgumentSpec, CommandDefinition, Example, OptionSpec } from '../definition/index.js';
import { HELP_TEXTS } from './help-texts.js';
import { section, wrap, type HelpItem } from './layout.js';

/** The help page of a command. */
export function commandHelp(definition: CommandDefinition, path: string, lang: Language, width: number): string {
  const { summary, description, subcommands = [], examples } = definition;
  const args = Object.values(definition.arguments ?? {}).map((arg): HelpItem => [argumentWord(arg), arg.text[lang]]);
  const commands = subcommands.map((sub): HelpItem => [sub.name, sub.summary[lang]]);
  return [
    ...usageLines(definition, path, lang),
    '',
    ...wrap(sentence(summary[lang]), width),
    ...(description === undefined ? [] : ['', ...wrap(description[lang], width)]),
    ...section(HELP_TEXTS.arguments[lang], args, width),
    ...section(HELP_TEXTS.commands[lang], commands, width),
    ...section(HELP_TEXTS.options[lang], optionItems(definition, lang), width),
    ...exampleLines(examples, lang, width),
    '',
  ].join('\n');
}

/** A line of a list, made to stand alone. */
const sentence = (line: string): string => `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;

function usageLines(definition: CommandDefinition, path: string, lang: Language): string[] {
  const required = Object.entries(definition.options ?? {}).filter(([, spec]) => spec.required);
  const options = required.map(([key, spec]) => optionTerm(key, spec));
  const args = Object.values(definition.arguments ?? {}).map(argumentWord);
  const own = [path, ...options, HELP_TEXTS.optionsWord[lang], ...args].join(' ');
  const lines = definition.run === undefined ? [] : [own];
  if (definition.subcommands !== undefined) lines.push(`${path} ${HELP_TEXTS.commandWord[lang]}`);
  return lines.map((line) => `${HELP_TEXTS.usage[lang]} ${line}`);
}

function argumentWord({ metavar, required, many }: ArgumentSpec<unknown>): string {
  const word = many ? `${metavar}…` : metavar;
  return required ? word : `[${word}]`;
}

function optionItems(definition: CommandDefinition, lang: Language): HelpItem[] {
  const items = Object.entries(optionsOf(definition)).map(([key, spec]): HelpItem => [
    optionTerm(key, spec),
    spec.text[lang] + remarks(spec, lang),
  ]);
  return [...items, ['-h, --help', HELP_TEXTS.help[lang]]];
}

function remarks({ required, fallback, choices, text }: OptionSpec<unknown>, lang: Language): string {
  const colon = lang === 'fr' ? ' :' : ':';
  // A text that lists the choices itself says more about them than the list would.
  const listed = choices?.every((choice) => text[lang].includes(choice)) ?? true;
  const parts = [
    ...(required ? [HELP_TEXTS.required[lang]] : []),
    ...(listed ? [] : [`${HELP_TEXTS.oneOf[lang]} ${(choices ?? []).join(', ')}`]),
    ...(fallback === undefined ? [] : [`${HELP_TEXTS.fallback[lang]}${colon} ${shownValue(fallback)}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

/** A default, as it would be typed. */
const shownValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Examples as they stand, a line of explanation above each: they are there to be copied, so they are never wrapped. */
const exampleLines = (examples: readonly Example[], lang: Language, width: number): string[] => [
  '',
  HELP_TEXTS.examples[lang],
  ...examples.flatMap(({ command, text }) => [
    ...wrap(text[lang], width - 4).map((line) => `  # ${line}`),
    `  ${command}`,
  ]),
];
