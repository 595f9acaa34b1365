import type { CommandDefinition } from './command.js';
import { DRY_RUN, GLOBAL_OPTIONS } from './global-options.js';
import type { OptionSpec, OptionSpecs } from './option.js';

/** `dryRun` → `--dry-run`. */
export const longFlag = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `--site SITE`, as help and messages write an option. */
export const optionTerm = (key: string, { metavar }: OptionSpec<unknown>): string =>
  metavar === undefined ? longFlag(key) : `${longFlag(key)} ${metavar}`;

/** All options of a command: its own, then those that the frame adds. */
export const optionsOf = ({ options = {}, dryRun = false }: CommandDefinition): OptionSpecs => ({
  ...options,
  ...(dryRun ? { dryRun: DRY_RUN } : {}),
  ...GLOBAL_OPTIONS,
});
