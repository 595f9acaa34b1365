import { registerCommands } from './registry.js';

/** Every command of the program. A module is loaded only when its command is run or asked for help: one line each. */
export const COMMANDS = registerCommands({
  explain: () => import('./explain.command.js'),
});
