import type { Language } from '#libs/messages';
import type { RegisteredCommand } from '../commands/registry.js';
import { STAGES } from '../commands/rollout-order.js';
import { GLOBAL_OPTIONS } from '../definition/global-options.js';
import { optionTerm } from '../definition/option-names.js';
import { PROGRAM } from '../parsing/root-words.js';
import { HELP_TEXTS } from './help-texts.js';
import { section, wrap, type HelpItem } from './layout.js';
import { EXIT_CODE_TEXTS, SETTING_TEXTS } from './reference.js';

/** The first help page: the commands in the order in which a rollout needs them. */
export function rootHelp(commands: readonly RegisteredCommand[], lang: Language, width: number): string {
  const exitCodes = EXIT_CODE_TEXTS.map((text, code): HelpItem => [String(code), text[lang]]);
  const settings = Object.entries(SETTING_TEXTS).map(([name, text]): HelpItem => [name, text[lang]]);
  return [
    `${HELP_TEXTS.usage[lang]} ${PROGRAM} ${HELP_TEXTS.commandWord[lang]} ${HELP_TEXTS.optionsWord[lang]}`,
    '',
    ...wrap(HELP_TEXTS.about[lang], width),
    ...stageSections(commands, lang, width),
    ...section(HELP_TEXTS.options[lang], globalItems(lang), width),
    ...section(HELP_TEXTS.exitCodes[lang], exitCodes, width),
    ...section(HELP_TEXTS.settings[lang], settings, width),
    '',
    ...wrap(HELP_TEXTS.more[lang], width),
    '',
  ].join('\n');
}

function stageSections(commands: readonly RegisteredCommand[], lang: Language, width: number): string[] {
  const longest = Math.max(...commands.map(({ name }) => name.length));
  return STAGES.flatMap(({ title, names }) => {
    const members = commands.filter(({ name }) => (names as readonly string[]).includes(name));
    const items = members.map(({ name, summary }): HelpItem => [name, summary[lang]]);
    return section(title[lang], items, width, longest);
  });
}

const globalItems = (lang: Language): HelpItem[] => [
  ...Object.entries(GLOBAL_OPTIONS).map(([key, spec]): HelpItem => [optionTerm(key, spec), spec.text[lang]]),
  ['-V, --version', HELP_TEXTS.version[lang]],
  ['-h, --help', HELP_TEXTS.help[lang]],
];
