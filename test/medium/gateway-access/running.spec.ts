import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { type Listener, openListener } from '../../../apps/gateway/src/http/listener.js';
import { GatewayMetrics } from '../../../apps/gateway/src/operations/gateway-metrics.js';
import { OperationsModule } from '../../../apps/gateway/src/operations/operations.module.js';
import { Overload } from '../../../apps/gateway/src/operations/overload.js';
import { Readiness } from '../../../apps/gateway/src/operations/readiness.js';
import { openTraces, type Traces } from '../../../apps/gateway/src/operations/traces.js';
import { Refusal } from '../../../apps/gateway/src/problem/refusal.js';
import { createLogger } from '../../../libs/runtime/src/index.js';
import { until } from '../../support/serving.js';

/** Opens for all who wait. */
let open: () => void = () => undefined;
let gate: Promise<void> = Promise.resolve();

@Controller('v1/things')
class ThingsController {
  @Get('refused')
  refuse(): never {
    throw new Refusal(403, 'access.scope');
  }

  @Get(':id')
  async read(@Param('id') id: string): Promise<object> {
    await gate;
    return { length: id.length };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

const MOST = 3;
const PERSON = '5b1a7f0e-0000-4000-8000-000000000001';
const logger = createLogger({ logLevel: 'silent' });
const metrics = new GatewayMetrics();
const overload = new Overload({ most: MOST, delay: () => 0 });
let api: Listener;
let operations: Listener;
let collector: Server;
let traces: Traces | null;
const exported: string[] = [];

beforeAll(async () => {
  collector = createServer((incoming: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    incoming
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        exported.push(`${incoming.url ?? ''} ${Buffer.concat(parts).toString()}`);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  traces = await openTraces({ otlpEndpoint: `http://127.0.0.1:${String(port)}/` });
  const shield = { watchers: { metrics, overload, traces }, proxies: [] };
  const binding = { host: '127.0.0.1', port: 0, option: '--port' } as const;
  api = await openListener(ThingsModule, binding, logger, shield);
  const module = OperationsModule.forRoot(new Readiness(() => Promise.resolve([])), metrics);
  operations = await openListener(module, { ...binding, option: '--ops-port' }, logger);
});
afterAll(async () => {
  open();
  await api.close(100);
  await operations.close(100);
  collector.closeAllConnections();
  collector.close();
});

afterEach(() => open());

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${String(api.port)}${path}`, { headers });
const scrape = async (): Promise<string> => (await fetch(`http://127.0.0.1:${String(operations.port)}/metrics`)).text();
const hold = (): void => void (gate = new Promise((resolve) => (open = resolve)));

test('each answer has an id and headers that keep browsers from using it', async () => {
  for (const path of [`/v1/things/${PERSON}`, '/v1/things/refused', '/nowhere']) {
    const { headers } = await ask(path);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    expect(headers.get('x-powered-by')).toBeNull();
  }
});

test('whoever is too many is told to come back before anything is done, and those who were let in are answered', async () => {
  hold();
  const letIn = Array.from({ length: MOST }, () => ask(`/v1/things/${PERSON}`));
  await until(() => overload.inFlight === MOST);
  const refused = await ask(`/v1/things/${PERSON}`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await refused.json()).toMatchObject({ status: 503, code: 'gateway.unavailable' });
  expect(await scrape()).toContain(`passerelle_gateway_requests_in_flight ${String(MOST)}`);
  open();
  expect((await Promise.all(letIn)).map(({ status }) => status)).toEqual(Array<number>(MOST).fill(200));
  await until(() => overload.inFlight === 0);
});

test('a client that leaves frees its place when the work for it ends, not before', async () => {
  hold();
  const leaving = request({ host: '127.0.0.1', port: api.port, path: `/v1/things/${PERSON}` });
  leaving.on('error', () => undefined).end();
  await until(() => overload.inFlight === 1);
  leaving.destroy();
  await until(async () => (await scrape()).includes('passerelle_gateway_aborted_total 1'));
  expect(overload.inFlight).toBe(1);
  open();
  await until(() => overload.inFlight === 0);
});

test('metrics count by route and code, and hold no path', async () => {
  await ask('/v1/things/refused?name=Dupont');
  await ask(`/nowhere/${PERSON}`);
  const text = await scrape();
  expect(text).toMatch(/request_seconds_count\{method="GET",route="\/v1\/things\/:id",status="200"\} \d+/);
  expect(text).toContain('route="unknown",status="404"');
  expect(text).toMatch(/passerelle_gateway_refused_total\{code="access\.scope"\} \d+/);
  expect(text).toContain('passerelle_gateway_reach_refused_total{bound="hour"} 0');
  expect(text).not.toMatch(/Dupont|5b1a7f0e/);
});

test('the operations answer while the API is full, and clients beyond a hundred share one name', async () => {
  const many = new GatewayMetrics();
  for (let n = 0; n < 150; n++) {
    many.answered({
      method: 'GET',
      route: '/v1',
      status: 200,
      seconds: 0.01,
      problem: undefined,
      client: `token/${String(n).padStart(16, '0')}`,
    });
  }
  const names = (await many.text()).match(/client_requests_total\{client="[^"]+"\} \d+/g) ?? [];
  expect(names).toHaveLength(101);
  expect(names.at(-1)).toContain('{client="other"} 50');
});

test('traces: one span a request, in the trace of whoever asks, without a path', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const { headers } = await ask(`/v1/things/${PERSON}`, { traceparent: `00-${trace}-00f067aa0ba902b7-01` });
  await traces?.close();
  const told = exported.join('\n');
  expect(told).toMatch(/^\/v1\/traces /);
  expect(told).toContain(trace);
  expect(told).toContain(headers.get('x-request-id'));
  expect(told).toContain('GET /v1/things/:id');
  expect(told).toContain('passerelle-gateway');
  expect(told).not.toContain(PERSON);
});

test('without an address for traces nothing of them is loaded', async () => {
  expect(await openTraces({ otlpEndpoint: undefined })).toBeNull();
});
