import { EXIT } from '#libs/domain';
import { COMMANDS } from './commands/index.js';
import type { RegisteredCommand } from './commands/registry.js';
import { execute } from './execute.js';
import { commandHelp } from './help/command-help.js';
import { helpWidth } from './help/layout.js';
import { rootHelp } from './help/root-help.js';
import type { Host } from './host.js';
import { NobodyReads } from './output/outlet.js';
import { packageVersion } from './package-root.js';
import { parseCommand } from './parsing/command-parser.js';
import { PROGRAM, readRootWords, type RootRequest } from './parsing/root-words.js';
import { unknownWord } from './parsing/usage-error.js';
import { openSession, tellError, type Session } from './session.js';

/**
 * Does what the words ask for and answers the exit code. Never throws: whatever goes wrong is told in the language and
 * the form that the words ask for.
 */
export async function runCli(
  words: readonly string[],
  host: Host,
  commands: readonly RegisteredCommand[] = COMMANDS,
): Promise<number> {
  const session = openSession(words, host);
  // Errors of forgotten promises end here too; nothing that runs on after them could be trusted.
  host.events.on('uncaughtException', (error) => host.exit(tellError(error, session)));
  const code = await orTell(session, () => answer(readRootWords(words), session, commands));
  const late = await orTell(session, async () => {
    await session.out.finish();
    return EXIT.done;
  });
  return code === EXIT.done ? late : code;
}

async function orTell(session: Session, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    // A reader that left (`| head`) has what it wanted.
    return error instanceof NobodyReads ? EXIT.done : tellError(error, session);
  }
}

async function answer(root: RootRequest, session: Session, commands: readonly RegisteredCommand[]): Promise<number> {
  const { lang, host } = session;
  switch (root.kind) {
    case 'help':
      session.print(rootHelp(commands, lang, helpWidth(host.stdout)));
      return EXIT.done;
    case 'version':
      if (session.json) session.out.json({ version: packageVersion() });
      session.out.line(packageVersion());
      return EXIT.done;
    case 'command':
      return answerCommand(root.name, root.words, session, commands);
  }
}

async function answerCommand(
  name: string,
  words: readonly string[],
  session: Session,
  commands: readonly RegisteredCommand[],
): Promise<number> {
  const registered = commands.find((command) => command.name === name);
  if (registered === undefined)
    throw unknownWord('usage.command', PROGRAM, name, ['help', ...commands.map((command) => command.name)]);
  const { command } = await registered.load();
  const request = parseCommand(command, `${PROGRAM} ${command.name}`, words);
  if (request.kind === 'run') return execute(request, session);
  session.print(commandHelp(request.definition, request.path, session.lang, helpWidth(session.host.stdout)));
  return EXIT.done;
}
