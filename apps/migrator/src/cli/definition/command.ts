import type { ExitCode } from '#libs/domain';
import type { Language, Text } from '#libs/messages';
import type { Settings } from '#libs/runtime';
import type { Output } from '../output/output.js';
import type { Progress } from '../progress/progress.js';
import type { ArgumentSpec, ArgumentSpecs } from './argument.js';
import type { OptionSpec, OptionSpecs } from './option.js';

/** A command line that works as it stands, and what it is good for. */
export interface Example {
  readonly command: string;
  readonly text: Text;
}

export type ArgumentValues<A> = { readonly [K in keyof A]: A[K] extends ArgumentSpec<infer T> ? T : never };
export type OptionValues<O> = { readonly [K in keyof O]: O[K] extends OptionSpec<infer T> ? T : never };

/** What a command is given to work with. */
export interface CommandContext<A = ArgumentSpecs, O = OptionSpecs> {
  readonly args: ArgumentValues<A>;
  readonly options: OptionValues<O>;
  /** Whether `--dry-run` was given; false where the definition does not offer it. */
  readonly dryRun: boolean;
  /** Whether results are for programs: `out.line` and `out.table` are silent then. */
  readonly json: boolean;
  readonly lang: Language;
  readonly out: Output;
  /** Aborted by Ctrl-C or SIGTERM; the command then has ten seconds to stop. */
  readonly signal: AbortSignal;
  /** Begins to report on a piece of work of known or unknown size. */
  readonly progress: (label: string, total?: number) => Promise<Progress>;
  /** All of standard input, read at the call; throws a `TeachingError` (`program.input`) where it is no text or endless. */
  readonly input: () => Promise<string>;
  /** The settings of the installation, read at the first call; throws a `TeachingError` when one is wrong. */
  readonly settings: () => Promise<Settings>;
}

/** A command: all that help and parsing need, and what it does. With `subcommands`, `run` is what the bare word does. */
export interface CommandDefinition<A = ArgumentSpecs, O = OptionSpecs> {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: Text;
  /** More about it, for the help of the command itself. */
  readonly description?: Text;
  readonly arguments?: A;
  readonly options?: O;
  /** Offers `--dry-run`. */
  readonly dryRun?: boolean;
  readonly examples: readonly [Example, ...Example[]];
  readonly subcommands?: readonly CommandDefinition[];
  /** Does the work; no answer means done. */
  run?(context: CommandContext<A, O>): Promise<ExitCode | void>;
}

/** Nothing to give: the type of the arguments or options of a command that has none. */
type None = Readonly<Record<never, never>>;

/** Checks a definition and forgets the exact types of its values, which only its `run` needs. */
export const defineCommand = <A extends ArgumentSpecs = None, O extends OptionSpecs = None>(
  definition: CommandDefinition<A, O>,
): CommandDefinition => definition;
