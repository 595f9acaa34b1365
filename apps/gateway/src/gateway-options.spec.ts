import { readGatewayOptions } from './gateway-options.js';

it.each([
  [[], { host: '127.0.0.1', port: 3000, opsPort: 3001 }],
  [['--port', '8080'], { host: '127.0.0.1', port: 8080, opsPort: 8081 }],
  [['--port=0', '--host', '::1'], { host: '::1', port: 0, opsPort: 0 }],
  [['--ops-port', '9'], { host: '127.0.0.1', port: 3000, opsPort: 9 }],
])('reads %j', (words, options) => {
  expect(readGatewayOptions(words)).toEqual(options);
});

it.each([
  [['--port', '65536'], 'usage.value', '--port'],
  [['--port', '65535'], 'usage.value', '--ops-port'],
  [['--port', '0x1'], 'usage.value', '--port'],
  [['--ops-port', '-1'], 'usage.value', '--ops-port'],
  [['--host'], 'usage.option.value', '--host'],
])('refuses %j with %s', (words, code, option) => {
  expect(() => readGatewayOptions(words)).toThrow(expect.objectContaining({ code, exitCode: 2 }) as Error);
  expect(() => readGatewayOptions(words)).toThrow(
    expect.objectContaining({ args: expect.objectContaining({ option }) as object }) as Error,
  );
});

it('refuses an option that it does not know', () => {
  expect(() => readGatewayOptions(['--prot', '1'])).toThrow(expect.objectContaining({ code: 'usage.option' }) as Error);
});
