import { jest } from '@jest/globals';
import { EXIT, TeachingError } from '#libs/domain';
import { MemoryHost } from '../../../../test/support/memory-host.js';
import { registerCommands } from './commands/registry.js';
import { argument, defineCommand, option, type CommandContext } from './definition/index.js';
import { runCli } from './run.js';
import { watchStopSignals } from './stop-signals.js';

const text = { en: 'text', fr: 'texte' };
const about = { summary: text, examples: [{ command: 'passerelle import x', text }] } as const;

/** Runs `passerelle import` with a body of the test's own. */
async function run(line: string, body: (context: CommandContext) => Promise<number | void>, host = new MemoryHost()) {
  const command = defineCommand({
    name: 'import',
    ...about,
    arguments: { files: argument.many({ metavar: 'FILE', text, required: false }) },
    options: { workers: option.integer({ metavar: 'N', text, fallback: 2 }) },
    dryRun: true,
    run: body as (context: CommandContext) => Promise<0 | void>,
  });
  const commands = registerCommands({ import: () => Promise.resolve({ command }) });
  const code = await runCli(line.split(' '), host, commands);
  return { code, host, stdout: host.stdout.text, stderr: host.stderr.text };
}

test('a command is handed its values and answers the exit code', async () => {
  const { code, stdout } = await run('import a b --dry-run --lang fr', ({ args, options, dryRun, lang, out, json }) => {
    out.line(JSON.stringify({ args, workers: options['workers'], dryRun, lang, json }));
    return Promise.resolve(EXIT.waiting);
  });
  expect(code).toBe(EXIT.waiting);
  expect(JSON.parse(stdout)).toEqual({
    args: { files: ['a', 'b'] },
    workers: 2,
    dryRun: true,
    lang: 'fr',
    json: false,
  });
});

test('no answer means done', async () => {
  expect((await run('import', () => Promise.resolve())).code).toBe(EXIT.done);
});

test('the language is that of the environment where no option names it', async () => {
  const { stderr } = await run('import --nope', () => Promise.resolve(), new MemoryHost({ LANG: 'fr_FR.UTF-8' }));
  expect(stderr).toContain("n'a pas d'option « --nope »");
});

test('with --json an error is the one document on stdout', async () => {
  const { code, stdout, stderr } = await run('import --json', () =>
    Promise.reject(new TeachingError('program.output', { cause: 'x' }, { exitCode: EXIT.refused })),
  );
  expect(code).toBe(EXIT.refused);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'program.output' } });
  expect(stderr).toBe('');
});

test('an error after the document goes to stderr', async () => {
  const { stdout, stderr } = await run('import --json', ({ out }) => {
    out.json({ status: 'failed' });
    return Promise.reject(new Error('DUPONT'));
  });
  expect(stdout).toBe('{"status":"failed"}\n');
  expect(stderr).toContain('Code: program.fault');
  expect(stderr).not.toContain('DUPONT');
});

test('a stop signal reaches the command; having stopped is told with exit code 1', async () => {
  const host = new MemoryHost();
  const { code, stderr } = await run(
    'import',
    ({ signal }) => {
      host.events.emit('SIGTERM');
      return Promise.reject(signal.reason as Error);
    },
    host,
  );
  expect(code).toBe(EXIT.failed);
  expect(stderr).toContain('Stopping in order');
  expect(stderr).toContain('Code: program.stopped');
  expect(host.events.listenerCount('SIGINT')).toBe(0);
});

test('a server that ends well after a stop signal is done', async () => {
  const host = new MemoryHost();
  const { code } = await run(
    'import',
    () => {
      host.events.emit('SIGINT');
      return Promise.resolve();
    },
    host,
  );
  expect(code).toBe(EXIT.done);
});

test('a second signal leaves at once', () => {
  const host = new MemoryHost();
  const stop = watchStopSignals(host, () => undefined);
  host.events.emit('SIGINT');
  expect(host.exits).toEqual([]);
  host.events.emit('SIGTERM');
  expect(host.exits).toEqual([143]);
  stop.release();
});

test('whoever has not stopped after ten seconds is left', () => {
  jest.useFakeTimers();
  const host = new MemoryHost();
  const stop = watchStopSignals(host, () => undefined);
  host.events.emit('SIGINT');
  jest.advanceTimersByTime(9_999);
  expect(host.exits).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(host.exits).toEqual([130]);
  stop.release();
  jest.useRealTimers();
});

test('the error of a forgotten promise is told, then the program ends', async () => {
  const { host } = await run('import', () => Promise.resolve());
  host.events.emit('uncaughtException', new Error('DUPONT'));
  expect(host.exits).toEqual([EXIT.failed]);
  expect(host.stderr.text).toContain('Code: program.fault');
});
