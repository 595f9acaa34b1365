import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { EXIT, TeachingError } from '#libs/domain';
import { keepRunning, type OnRestart } from './keep-running.js';
import { endOf, type Part, type RunningPart } from './part.js';
import { stopPart } from './stop-part.js';

/** A process of the test's own: `program` is what it does. */
function running(program: string): RunningPart {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  return { child, ended: endOf(child) };
}
const DIES = 'process.exit(7)';
const STOPS_WITH_ITS_PARENT = `setInterval(() => undefined, 1e3); process.on('disconnect', () => process.exit(0)); console.log('up')`;
const NEVER_STOPS = `setInterval(() => undefined, 1e3); process.on('SIGTERM', () => undefined); console.log('up')`;

const up = ({ child }: RunningPart): Promise<unknown> => once(child.stdout ?? child, 'data');

it('starts a part again that ended by itself, and stops it when asked', async () => {
  const stop = new AbortController();
  let kept: Promise<void> | undefined;
  const ends: unknown[] = [];
  const again = await new Promise<RunningPart>((resolve) => {
    const start = (): RunningPart => {
      const started = running(STOPS_WITH_ITS_PARENT);
      resolve(started);
      return started;
    };
    const onRestart: OnRestart = (_, end, pauseMs) => ends.push({ ...end, pauseMs });
    kept = keepRunning({ name: 'worker', start }, running(DIES), stop.signal, onRestart);
  });
  await up(again);
  stop.abort();
  await kept;
  expect(ends).toEqual([{ code: 7, signal: null, pauseMs: 500 }]);
  expect(await again.ended).toEqual({ code: 0, signal: null });
});

it('ends at once when it is stopped during the pause', async () => {
  const stop = new AbortController();
  const start = (): RunningPart => {
    throw new Error('must not start again');
  };
  await keepRunning({ name: 'worker', start }, running(DIES), stop.signal, () => stop.abort());
});

it('throws what a part refuses for at its first start', async () => {
  const refusal = new TeachingError('gateway.port-in-use', {}, { exitCode: EXIT.usage });
  const { child, ended } = running(DIES);
  const refused = { child, ended: ended.then((end) => ({ ...end, refusal })) };
  const part: Part = { name: 'gateway', start: () => refused };
  await expect(keepRunning(part, refused, new AbortController().signal, () => undefined)).rejects.toBe(refusal);
});

it('asks again what missed that it shall stop, then kills it', async () => {
  const [deaf, stubborn] = [running(`setInterval(() => undefined, 1e3); console.log('up')`), running(NEVER_STOPS)];
  await Promise.all([up(deaf), up(stubborn)]);
  const patience = { askAgainMs: 50, killMs: 150 };
  expect(await stopPart(deaf, { ...patience, killMs: 60_000 })).toEqual({ code: null, signal: 'SIGTERM' });
  expect(await stopPart(stubborn, patience)).toEqual({ code: null, signal: 'SIGKILL' });
});
