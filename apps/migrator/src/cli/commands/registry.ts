import type { Text } from '#libs/messages';
import type { CommandDefinition } from '../definition/index.js';
import { STAGES, type CommandName } from './rollout-order.js';
import { SUMMARIES } from './summaries.js';

/** A module that holds a command under the name `command`. */
export type CommandModule = Promise<{ readonly command: CommandDefinition }>;

/** A command that the program offers: all that the list of commands shows, and how to load the rest. */
export interface RegisteredCommand {
  readonly name: string;
  readonly summary: Text;
  load(): CommandModule;
}

export type CommandLoaders = Readonly<Partial<Record<CommandName, () => CommandModule>>>;

/** The commands that have a loader, in the order of a rollout. */
export const registerCommands = (loaders: CommandLoaders): readonly RegisteredCommand[] =>
  STAGES.flatMap(({ names }) => names as readonly CommandName[]).flatMap((name) => {
    const load = loaders[name];
    return load === undefined ? [] : [{ name, summary: SUMMARIES[name], load }];
  });
