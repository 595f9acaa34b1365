import { Controller, Get, Module } from '@nestjs/common';
import { createLogger } from '#libs/runtime';
import { openListener } from './listener.js';

const logger = createLogger({ logLevel: 'silent' });

let arrived: () => void = () => undefined;

@Controller()
class StubbornController {
  @Get('never')
  never(): Promise<never> {
    arrived();
    return new Promise(() => undefined);
  }

  @Get('broken')
  broken(): never {
    throw new Error('DUPONT 1979-03-02');
  }
}

@Module({ controllers: [StubbornController] })
class StubbornModule {}

const open = () => openListener(StubbornModule, { host: '127.0.0.1', port: 0, option: '--port' }, logger);

it('cuts a request that does not end, when its patience does', async () => {
  const listener = await open();
  const underWay = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const cut = expect(fetch(`http://127.0.0.1:${String(listener.port)}/never`)).rejects.toThrow();
  await underWay;
  await listener.close(10);
  await cut;
});

it('tells nothing of a fault but that it is one', async () => {
  const listener = await open();
  const response = await fetch(`http://127.0.0.1:${String(listener.port)}/broken`);
  expect(response.status).toBe(500);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const body = await response.text();
  expect(JSON.parse(body)).toMatchObject({ code: 'gateway.fault' });
  expect(body).not.toContain('DUPONT');
  await listener.close(1_000);
});

it('waits no longer than a client needs, also for connections that are kept alive', async () => {
  const listener = await open();
  await (await fetch(`http://127.0.0.1:${String(listener.port)}/unknown`)).text();
  const began = performance.now();
  await listener.close(30_000);
  expect(performance.now() - began).toBeLessThan(5_000);
});

it.each([
  ['127.0.0.1', 'gateway.port-in-use'],
  ['192.0.2.1', 'gateway.host-unknown'],
])('teaches what is wrong with %s: %s', async (host, code) => {
  const listener = await open();
  const again = openListener(StubbornModule, { host, port: listener.port, option: '--ops-port' }, logger);
  const error: unknown = await again.catch((caught: unknown) => caught);
  await listener.close(1_000);
  expect(error).toMatchObject({ code, exitCode: 2, args: { host, option: '--ops-port' } });
});
