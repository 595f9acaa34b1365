import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ending, ROOT, shell, STACK, startNode } from '../support/spawn-cli.js';

/** A program around the built command line with a command of the test's own: `run` is its body. */
const program = (run: string, words: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) => {
  const module = (path: string) => JSON.stringify(join(ROOT, 'dist/apps/migrator/src/cli', path));
  const source = `
    import { runCli } from ${module('run.js')};
    import { processHost } from ${module('host.js')};
    const text = { en: 'x', fr: 'x' };
    const command = { name: 'demo', summary: text, examples: [{ command: 'passerelle demo', text }], run: ${run} };
    const commands = [{ name: 'demo', summary: text, load: async () => ({ command }) }];
    process.exitCode = await runCli(['demo', ...${JSON.stringify(words)}], processHost(), commands);`;
  return startNode(['--input-type=module', '-e', source], environment);
};

test('a reader that leaves ends an endless stream of records, silently', async () => {
  const child = program(`async ({ out }) => { for (;;) await out.ndjson({ record: 'x'.repeat(1000) }); }`);
  const [stderr, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
    once(child.stdout, 'data').then(() => child.stdout.destroy()),
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

const whereDisksFill = existsSync('/dev/full') ? test : test.skip;
whereDisksFill('a full disk behind stdout is a failure', async () => {
  const { code, stderr } = await shell('"$@" explain > /dev/full');
  expect(code).toBe(1);
  expect(stderr).toContain('ENOSPC');
  expect(stderr).not.toMatch(STACK);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops a command in order', async (signal) => {
  const child = program(`async ({ out, signal, progress }) => {
    await progress('import', 10);
    const alive = setInterval(() => undefined, 1000);
    signal.addEventListener('abort', () => clearInterval(alive));
    out.line('under way');
    await new Promise((_, stop) => signal.addEventListener('abort', () => stop(signal.reason)));
  }`);
  const ended = ending(child);
  child.stdout.once('data', () => child.kill(signal));
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr).toContain('Code: program.stopped');
});

test('a second signal leaves a command that does not stop', async () => {
  const child = program(`({ out }) => new Promise(() => {
    setInterval(() => undefined, 1000);
    out.line('under way');
  })`);
  const ended = ending(child);
  child.stdout.once('data', () => child.kill('SIGINT'));
  child.stderr.once('data', () => child.kill('SIGINT'));
  expect((await ended).code).toBe(130);
});

test.each([
  ['an error', `async () => { throw new TypeError('DUPONT 1979-03-02'); }`],
  [
    'a forgotten promise',
    `async () => { Promise.reject(new TypeError('DUPONT 1979-03-02')); await new Promise(() => setInterval(() => undefined, 1000)); }`,
  ],
])('%s of the program is told without message or stack', async (_, run) => {
  const [told, json] = await Promise.all([ending(program(run)), ending(program(run, ['--json']))]);
  expect(told).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('TypeError') });
  expect(json).toMatchObject({ code: 1, stderr: '' });
  expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: 'program.fault' } });
  for (const output of [told.stderr, json.stdout]) {
    expect(output).not.toMatch(/DUPONT|1979/);
    expect(output).not.toMatch(STACK);
  }
});

test('a wrong setting is told when a command reads the settings, without its value', async () => {
  const environment = { DATABASE_URL: 'mysql://somebody:secret@host/base' };
  const { code, stdout, stderr } = await ending(
    program('async ({ settings }) => { await settings(); }', [], environment),
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('DATABASE_URL');
  expect(stderr).not.toMatch(/secret|somebody/);
});
