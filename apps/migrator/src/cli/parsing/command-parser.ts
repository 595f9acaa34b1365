import { Argument, Command, Option } from 'commander';
import { longFlag, optionsOf } from '../definition/option-names.js';
import type { CommandDefinition, OptionSpec } from '../definition/index.js';
import { translateUsage } from './usage-error.js';

/** What the words of a command line ask for. */
export type Request =
  | { readonly kind: 'help'; readonly definition: CommandDefinition; readonly path: string }
  | {
      readonly kind: 'run';
      readonly definition: CommandDefinition;
      readonly path: string;
      /** The words given for each option, by key. */
      readonly options: Readonly<Record<string, readonly string[]>>;
      /** The words given for each argument, by place. */
      readonly words: readonly (readonly string[])[];
    };

/** Commander with our errors: it splits words into options and arguments; what they mean is decided later. */
class CommandParser extends Command {
  constructor(
    private readonly definition: CommandDefinition,
    private readonly path: string,
    private readonly found: (request: Request) => void,
  ) {
    super(definition.name);
    this.helpCommand(false).showSuggestionAfterError(false).enablePositionalOptions();
    this.helpOption('-h, --help').action(() => this.found(this.runRequest()));
    this.configureOutput({ writeOut: () => undefined }).exitOverride();
    for (const [key, spec] of Object.entries(optionsOf(definition))) this.addOption(optionOf(key, spec));
    for (const { metavar, required, many } of Object.values(definition.arguments ?? {})) {
      const name = many ? `${metavar}...` : metavar;
      this.addArgument(new Argument(required ? `<${name}>` : `[${name}]`));
    }
    for (const sub of definition.subcommands ?? [])
      this.addCommand(new CommandParser(sub, `${path} ${sub.name}`, found));
  }

  /** Commander asks for the text when it meets `--help`; what it does with the answer is silenced above. */
  override helpInformation(): string {
    this.found({ kind: 'help', definition: this.definition, path: this.path });
    return '';
  }

  override error(message: string, { code = '' }: { code?: string } = {}): never {
    throw translateUsage(code, message, {
      path: this.path,
      options: ['--help', ...Object.keys(optionsOf(this.definition)).map(longFlag)],
      commands: this.commands.map((command) => command.name()),
      words: this.args,
    });
  }

  private runRequest(): Request {
    const given = Object.entries(this.opts<Readonly<Record<string, true | readonly string[]>>>());
    const options = Object.fromEntries(given.map(([key, words]) => [key, words === true ? [''] : words]));
    const specs = Object.values(this.definition.arguments ?? {});
    const words = specs.map(({ many }, place) => (many ? this.args.slice(place) : this.args.slice(place, place + 1)));
    return { kind: 'run', definition: this.definition, path: this.path, options, words };
  }
}

function optionOf(key: string, { metavar, conflicts }: OptionSpec<unknown>): Option {
  const option = new Option(metavar === undefined ? longFlag(key) : `${longFlag(key)} <${metavar}>`);
  option.conflicts([...conflicts]);
  const append = (word: string, before: readonly string[] = []): readonly string[] => [...before, word];
  return metavar === undefined ? option : option.argParser(append);
}

/** Reads the words after the command's name. Throws a `TeachingError` with exit code 2 for wrong usage. */
export function parseCommand(definition: CommandDefinition, path: string, words: readonly string[]): Request {
  let request: Request | undefined;
  const parser = new CommandParser(definition, path, (found) => {
    request ??= found;
  });
  try {
    parser.parse(words, { from: 'user' });
  } catch (error) {
    // Commander leaves by an exception once it has shown help.
    if (request?.kind !== 'help') throw error;
  }
  if (request === undefined) throw new Error('the parser found neither help nor a command');
  return request;
}
