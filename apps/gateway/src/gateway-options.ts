import { parseArgs } from 'node:util';
import { EXIT, TeachingError } from '#libs/domain';

/** Where the gateway listens. Port 0 stands for any free port. */
export interface GatewayOptions {
  readonly host: string;
  readonly port: number;
  /** Of the operations (health); the API's port + 1 where nobody says otherwise. */
  readonly opsPort: number;
  /** The persons are invented: each answer says so. */
  readonly isSandbox?: boolean;
}

const HELP = 'passerelle gateway --help';
const LAST_PORT = 65_535;

/**
 * The options from the words of the command line: `--port N --host H --ops-port N`.
 * @throws TeachingError `usage.option`, `usage.option.value` or `usage.value`, exit code 2
 */
export function readGatewayOptions(words: readonly string[]): GatewayOptions {
  const given = readWords(words);
  const port = readPort('--port', given['port'] ?? '3000');
  const next = port === 0 ? 0 : port + 1;
  return {
    host: given['host'] ?? '127.0.0.1',
    port,
    opsPort: readPort('--ops-port', given['ops-port'] ?? String(next)),
    ...(given['sandbox'] === undefined ? {} : { isSandbox: true }),
  };
}

function readWords(words: readonly string[]): Readonly<Record<string, string>> {
  const known = {
    host: { type: 'string' },
    port: { type: 'string' },
    'ops-port': { type: 'string' },
    sandbox: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args: [...words], options: known, strict: false, allowPositionals: true });
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const option = `--${name}`;
      if (!Object.hasOwn(known, name)) throw refused('usage.option', { command: 'passerelle gateway', word: option });
      if (typeof value !== known[name as keyof typeof known].type) throw refused('usage.option.value', { option });
      return [name, String(value)];
    }),
  );
}

function readPort(option: string, word: string): number {
  const port = /^\d{1,5}$/.test(word) ? Number(word) : Number.NaN;
  if (port <= LAST_PORT) return port;
  throw refused('usage.value', { option, expected: `0 … ${String(LAST_PORT)}` });
}

const refused = (code: string, args: Readonly<Record<string, string>>): TeachingError =>
  new TeachingError(code, { help: HELP, ...args }, { exitCode: EXIT.usage });
