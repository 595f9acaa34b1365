import { EXIT, TeachingError } from '#libs/domain';
import type { Text } from '#libs/messages';
import type { CommandContext } from './definition/index.js';
import type { Request } from './parsing/command-parser.js';
import { usageError } from './parsing/usage-error.js';
import { readValues } from './parsing/values.js';
import { ProgressBoard } from './progress/progress-board.js';
import type { Session } from './session.js';
import { watchStopSignals, type StopSignals } from './stop-signals.js';

const STOPPING: Text = {
  en: 'Stopping in order, ten seconds at most. A second Ctrl-C leaves at once.',
  fr: 'Arrêt en bon ordre, dix secondes au plus. Un second Ctrl-C quitte aussitôt.',
};

/** Runs a command to its end or to its stop; answers the exit code. Whatever it left open on the terminal is closed. */
export async function execute(request: Extract<Request, { kind: 'run' }>, session: Session): Promise<number> {
  const { definition, path } = request;
  const { host, out, lang, json } = session;
  if (definition.run === undefined) throw missingSubcommand(request);
  const { args, options } = readValues(request, lang);
  const stop = watchStopSignals(host, () => out.note(STOPPING[lang]));
  const print = (line: string): void => out.note(line);
  const board = new ProgressBoard(host.stderr, print, json, { lang, now: () => host.now() });
  const context: CommandContext = {
    ...{ args, options, json, lang, out },
    dryRun: options['dryRun'] === true,
    signal: stop.signal,
    progress: (label, total) => board.open(label, total),
    input: async () => (await import('./read-input.js')).readInput(host.stdin, stop.signal),
    settings: async () => (await import('#libs/runtime')).loadSettings(),
  };
  try {
    return (await definition.run(context)) ?? EXIT.done;
  } catch (error) {
    throw wasStopped(error, stop) ? new TeachingError('program.stopped', { command: path }) : error;
  } finally {
    board.close();
    stop.release();
  }
}

function missingSubcommand({ definition, path }: Extract<Request, { kind: 'run' }>): Error {
  const choices = (definition.subcommands ?? []).map(({ name }) => name).join(', ');
  return usageError('usage.subcommand', path, { choices });
}

/** Whether a command ended because it was asked to, rather than for a reason of its own. */
function wasStopped(error: unknown, { signal }: StopSignals): boolean {
  if (!signal.aborted) return false;
  return error === signal.reason || (error instanceof Error && error.name === 'AbortError');
}
