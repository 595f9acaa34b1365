import { EXIT, TeachingError } from '#libs/domain';

/** Where something listens, and the option of the command line that says so. */
export interface Binding {
  readonly host: string;
  readonly port: number;
  readonly option: '--port' | '--ops-port';
}

const CODES: ReadonlyMap<unknown, string> = new Map([
  ['EADDRINUSE', 'gateway.port-in-use'],
  ['EACCES', 'gateway.port-denied'],
  ['EADDRNOTAVAIL', 'gateway.host-unknown'],
  ['ENOTFOUND', 'gateway.host-unknown'],
  ['EAI_AGAIN', 'gateway.host-unknown'],
]);

/** What the user can mend about a port or an address; anything else is passed on as it is. */
export function explainListening(error: unknown, { host, port, option }: Binding): unknown {
  const code = CODES.get((error as { readonly code?: unknown }).code);
  if (code === undefined) return error;
  return new TeachingError(code, { host, port, option }, { exitCode: EXIT.usage, cause: error });
}
