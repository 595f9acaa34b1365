import { connect } from 'node:net';
import type { FuzzedRequest } from './fuzzed-requests.js';

/** An answer, read from its bytes. */
export interface RawAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
}

/** Longer than the gateway's own patience with whoever sends too slowly. */
const PATIENCE_MS = 20_000;

/**
 * Sends a request byte for byte, on a connection of its own: no client library mends it.
 * @throws Error where nothing is answered
 */
export const sendRaw = async (port: number, { method, path, headers, body }: FuzzedRequest): Promise<RawAnswer> => {
  const bytes = Buffer.from(body ?? '', 'latin1');
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: close',
    ...(body === null ? [] : [`Content-Length: ${String(bytes.length)}`]),
    ...Object.entries(headers)
      .filter(([name]) => name !== 'Host')
      .map(([name, value]) => `${name}: ${value}`),
  ];
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer in time')));
  // The gateway may answer and close before it has read all of a long body.
  socket.on('error', () => undefined);
  socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]));
  const answered = await received(socket);
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(answered) ?? [];
  if (status === undefined) throw new Error('nothing was answered');
  const at = answered.indexOf('\r\n\r\n');
  const [, contentType = null] = /\r\ncontent-type: ([^\r]*)/i.exec(answered.slice(0, at)) ?? [];
  return { status: Number(status), contentType, body: answered.slice(at + 4) };
};

const received = async (socket: ReturnType<typeof connect>): Promise<string> => {
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return Buffer.concat(parts).toString('utf8');
};
