import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Resolve } from './guarded-lookup.js';
import { type SendOptions, sendWebhook } from './send-webhook.js';

const RULES = { allow: ['127.0.0.1'], http: true, keepDays: 30 };
const MESSAGE = { headers: { 'content-type': 'application/json', 'content-length': '2' }, body: '{}' };

let server: Server;
let port: number;
let handle: (request: IncomingMessage, reply: ServerResponse) => void;
let seen: IncomingMessage[];

beforeAll(async () => {
  server = createServer((request, reply) => {
    seen.push(request);
    handle(request, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
beforeEach(() => {
  seen = [];
  handle = (_request, reply) => reply.writeHead(204).end();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const send = (options: Partial<SendOptions> = {}, host = '127.0.0.1', stop = new AbortController().signal) =>
  sendWebhook(`http://${host}:${String(port)}/hook`, MESSAGE, { rules: RULES, ...options }, stop);

/** A resolver that gives the next answer each time it is asked. */
const answers = (...lists: readonly (readonly string[])[]): Resolve & { asked: number } => {
  const resolve = ((_host, _options, done) => {
    const list = lists[Math.min(resolve.asked, lists.length - 1)] ?? [];
    resolve.asked += 1;
    done(
      null,
      list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as Resolve & { asked: number };
  resolve.asked = 0;
  return resolve;
};

test('it posts the body with its headers and no others that tell of us', async () => {
  expect(await send()).toEqual({ kind: 'answered', status: 204, retryAfter: null });
  const [request] = seen;
  expect(request?.method).toBe('POST');
  expect(Object.keys(request?.headers ?? {}).sort()).toEqual(['connection', 'content-length', 'content-type', 'host']);
});

test('a redirect is an answer, and nobody follows it', async () => {
  handle = (_request, reply) => reply.writeHead(302, { location: `http://127.0.0.1:${String(port)}/elsewhere` }).end();
  expect(await send()).toMatchObject({ kind: 'answered', status: 302 });
  expect(seen).toHaveLength(1);
});

test('what a receiver goes on writing is not read beyond 64 KB', async () => {
  let written = 0;
  handle = (_request, reply) => {
    reply.writeHead(200);
    const chunk = Buffer.alloc(16 * 1_024, 'x');
    const more = (): void => {
      while (!reply.destroyed && reply.write(chunk)) written += chunk.length;
      if (!reply.destroyed) reply.once('drain', more);
    };
    more();
  };
  expect(await send()).toMatchObject({ kind: 'answered', status: 200 });
  // What buffers of both sides hold beside what was read.
  expect(written).toBeLessThan(16 * 1_024 * 1_024);
});

test.each<[string, (request: IncomingMessage, reply: ServerResponse) => void]>([
  ['says nothing', () => undefined],
  ['says hello and goes on for ever', (_request, reply) => reply.writeProcessing()],
])('a receiver that %s is too late', async (_what, receiver) => {
  handle = receiver;
  expect(await send({ attemptMs: 200 })).toEqual({ kind: 'failed', problem: 'webhook.timeout' });
});

test('a status that came in time counts, even where the body does not end', async () => {
  handle = (_request, reply) => {
    reply.writeHead(202);
    reply.write('…');
  };
  expect(await send({ attemptMs: 300 })).toMatchObject({ kind: 'answered', status: 202 });
});

test.each<[string, (request: IncomingMessage, reply: ServerResponse) => void]>([
  ['hangs up', (request) => request.socket.destroy()],
  ['speaks no HTTP', (request) => request.socket.end('hello\r\n')],
  ['sends endless headers', (request) => request.socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`)],
  [
    'wants another protocol',
    (request) => request.socket.end('HTTP/1.1 101 S\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
  ],
])('a receiver that %s has not answered', async (_what, receiver) => {
  handle = receiver;
  expect(await send()).toEqual({ kind: 'failed', problem: 'webhook.unreachable' });
});

test('a stop gives the attempt up', async () => {
  const stop = new AbortController();
  handle = () => stop.abort();
  expect(await send({}, '127.0.0.1', stop.signal)).toEqual({ kind: 'stopped' });
});

test('a name connects to the very addresses that were checked: one that changes its mind gets nowhere', async () => {
  const rebinding = answers(['127.0.0.1'], ['10.0.0.1']);
  expect(await send({ resolve: rebinding }, 'receiver.example')).toMatchObject({ status: 204 });
  expect(rebinding.asked).toBe(1);
  expect(await send({ resolve: rebinding }, 'receiver.example')).toEqual({
    kind: 'failed',
    problem: 'webhook.address',
  });
  expect(seen).toHaveLength(1);
  expect(seen[0]?.headers.host).toBe(`receiver.example:${String(port)}`);
});

test('of several addresses only those that are allowed are tried', async () => {
  const mixed = answers(['10.0.0.1', '::1', '169.254.169.254', '127.0.0.1']);
  expect(await send({ resolve: mixed }, 'receiver.example')).toMatchObject({ status: 204 });
});

test.each([
  [['10.0.0.1']],
  [['169.254.169.254']],
  [['::ffff:10.0.0.1']],
  [['fe80::1']],
  [['64:ff9b::7f00:2']],
  [['::1', '127.0.0.2']],
  [[]],
])('a name that leads to %p is refused before anybody connects', async (addresses) => {
  const refused = await send({ resolve: answers(addresses) }, 'receiver.example');
  expect(refused).toEqual({ kind: 'failed', problem: 'webhook.address' });
  expect(seen).toHaveLength(0);
});

test('an address in the URL is checked too, and rules that changed since count', async () => {
  const strict = { rules: { ...RULES, allow: [] } };
  expect(await send(strict)).toEqual({ kind: 'failed', problem: 'webhook.url-address' });
  expect(await send(strict, 'localhost')).toEqual({ kind: 'failed', problem: 'webhook.address' });
  expect(await send({ rules: { ...RULES, http: false } })).toEqual({ kind: 'failed', problem: 'webhook.url-scheme' });
  expect(seen).toHaveLength(0);
});

test('a certificate of nobody is refused', async () => {
  // A server that speaks plain HTTP to a client that begins TLS: no handshake, no message.
  const end = await sendWebhook(
    `https://127.0.0.1:${String(port)}/`,
    MESSAGE,
    { rules: RULES },
    new AbortController().signal,
  );
  expect(end).toEqual({ kind: 'failed', problem: 'webhook.tls' });
  expect(seen).toHaveLength(0);
});
