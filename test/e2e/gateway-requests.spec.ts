import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { passerelle } from '../support/spawn-cli.js';
import { killServing, readiness, type Serving, serve, until } from '../support/serving.js';

const PROBLEM = /^application\/problem\+json/;
const UNKNOWN = { type: 'about:blank', title: 'Not Found', status: 404, code: 'route.unknown' };
const home = mkdtempSync(join(tmpdir(), 'gateway-'));
let gateway: Serving;

beforeAll(async () => {
  gateway = await serve('gateway', { PASSERELLE_HOME: home });
});
afterAll(async () => {
  await gateway.stop();
  killServing();
  rmSync(home, { recursive: true });
});

const portOf = (address: string): string => new URL(address).port;
const send = (bytes: string | Uint8Array): Socket => {
  const socket = connect(Number(portOf(gateway.api)), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(bytes);
  return socket;
};

describe('the API', () => {
  it.each([
    ['GET', '/', undefined],
    ['GET', '/v1/nobody/0?name=Zo%C3%A9', undefined],
    ['POST', '/v1/nobody/search', '{"name": broken'],
    ['PUT', '/v1/x', '<xml/>'],
    ['PROPFIND', '/v1', undefined],
    ['OPTIONS', '/v1', undefined],
    ['DELETE', '//v1//', 'x'.repeat(200_000)],
  ])('answers %s %s with a problem document', async (method, path, body) => {
    const response = await fetch(gateway.api + path, { method, ...(body === undefined ? {} : { body }) });
    expect(response.headers.get('content-type')).toMatch(PROBLEM);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ ...UNKNOWN, detail: expect.any(String) as string });
  });

  it('calls a malformed address and an endless header what they are', async () => {
    const malformed = await fetch(`${gateway.api}/v1/%zz`);
    expect(await malformed.json()).toMatchObject({ status: 400, code: 'request.malformed' });
    const long = await text(send(`GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}`));
    expect(long).toMatch(/^HTTP\/1.1 431 .*application\/problem\+json.*"request.too-large"/s);
  });

  it('answers anything with a problem of the client that repeats nothing of it', async () => {
    const words = fc.string({
      unit: fc.constantFrom('Dupont', '/', '%', ' ', '\r\n', ':', '{', '"', '\0', 'é', 'GET '),
    });
    await fc.assert(
      fc.asyncProperty(words, words, async (path, rest) => {
        const answer = await text(send(`GET /${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${rest}\r\n\r\n`));
        expect(answer).toMatch(/^(HTTP\/1.1 4\d\d .*"code":"(route|request)\.|$)/s);
        expect(answer).not.toContain('Dupont');
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  ['--port', (): string => `--port ${portOf(gateway.api)}`],
  ['--ops-port', (): string => `--port 0 --ops-port ${portOf(gateway.operations)}`],
])('a port in use names %s and ends with 2', async (option, words) => {
  const environment = { PASSERELLE_HOME: join(home, 'second'), DATABASE_URL: '' };
  const { code, stdout } = await passerelle(`gateway --json ${words()}`, environment);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'gateway.port-in-use' } });
  expect(stdout).toContain(`(${option})`);
});

it('a stop says so first, then answers the request under way, then ends in time', async () => {
  const stopping = await serve('gateway', { PASSERELLE_HOME: home });
  const request = connect(Number(portOf(stopping.api)), '127.0.0.1');
  await once(request, 'connect');
  request.write('GET /v1/nobody/1 HTTP/1.1\r\nhost: x\r\n');
  // Its answer proves that the bytes above, which were sent before, have been read.
  await fetch(stopping.api);
  const stop = stopping.stop();
  await until(async () => JSON.stringify((await readiness(stopping)).body).includes('stopping'));
  expect(await readiness(stopping)).toEqual({ status: 503, body: { status: 'stopping', missing: [] } });
  await expect(fetch(stopping.api)).rejects.toThrow();
  request.write('\r\n');
  expect(await text(request)).toMatch(/^HTTP\/1.1 404 .*"route.unknown"/s);
  const { code, ms } = await stop;
  expect(code).toBe(0);
  expect(ms).toBeLessThan(10_000);
});
