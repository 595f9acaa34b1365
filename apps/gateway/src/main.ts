import 'reflect-metadata';
import { EXIT, TeachingError } from '#libs/domain';
import { createLogger, loadSettings, type Logger } from '#libs/runtime';
import { startGateway } from './gateway.js';
import { readGatewayOptions } from './gateway-options.js';
import { tellParent } from './process/parent.js';
import { stopRequested } from './process/stop-requests.js';

/** A stop that takes longer is cut: service managers kill after ten seconds, and then the database's hold stays behind. */
const LONGEST_STOP_MS = 9_000;

/** Runs until it is asked to stop; answers the exit code. */
async function run(words: readonly string[]): Promise<number> {
  const stop = stopRequested();
  void stop.then(() => setTimeout(() => process.exit(EXIT.failed), LONGEST_STOP_MS).unref());
  const settings = loadSettings();
  const logger = createLogger(settings);
  leaveOnFault(logger);
  const options = readGatewayOptions(words);
  const gateway = await startGateway(options, settings, logger);
  logger.info({ port: gateway.port }, 'the gateway listens');
  await tellParent({ kind: 'listening', host: options.host, port: gateway.port, opsPort: gateway.opsPort });
  await stop;
  await gateway.stop();
  return EXIT.done;
}

/** Node would print the message of an error that nobody caught, and that may quote anything. */
function leaveOnFault(logger: Logger): void {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'the gateway met a fault of the program and ends');
    process.exit(EXIT.failed);
  });
}

/** The parent tells a mistake in the user's language; without a parent, and for a fault, the log says what it was. */
async function refuse(error: unknown): Promise<number> {
  const isMistake = error instanceof TeachingError;
  if (!isMistake || !process.connected) {
    createLogger({ logLevel: 'error' }).fatal({ err: error }, 'the gateway cannot start');
  }
  if (!isMistake) return EXIT.failed;
  const { code, args, exitCode } = error;
  await tellParent({ kind: 'refused', code, args, exitCode });
  return exitCode;
}

// Explicitly: a connection that somebody keeps open must not keep the process alive.
process.exit(await run(process.argv.slice(2)).catch(refuse));
