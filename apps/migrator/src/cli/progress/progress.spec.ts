import { MemoryHost } from '../../../../../test/support/memory-host.js';
import { barLine, progressLine, summaryLine } from './progress-line.js';
import { ProgressBoard } from './progress-board.js';
import { RateMeter } from './rate-meter.js';

const state = {
  label: 'import',
  value: 120_000,
  total: 1_000_000,
  perSecond: 41_200,
  timeLeft: 21_000,
  elapsed: 3_000,
};

function openBoard({ json = false, columns }: { json?: boolean; columns?: number } = {}) {
  const host = new MemoryHost({}, columns === undefined ? {} : { columns });
  const print = (line: string) => void host.stderr.write(`${line}\n`);
  return { host, board: new ProgressBoard(host.stderr, print, json, { lang: 'en', now: () => host.time }) };
}

test('a line says how far, how fast and how long', () => {
  expect(progressLine(state, 'en')).toBe('import  120000/1000000  12%  41,200/s  left 0:21');
  expect(progressLine(state, 'fr')).toBe('import  120000/1000000  12\u00a0%  41\u00a0200/s  reste 0:21');
});

test('work of unknown size says how much and since when', () => {
  expect(progressLine({ label: 'read', value: 7, perSecond: 0, elapsed: 3_000 }, 'en')).toBe('read  7  0:03');
});

test('the summary gives the rate of the whole', () => {
  expect(summaryLine({ ...state, value: 1_000_000, elapsed: 25_000 }, 'en')).toBe('import  1000000 in 0:25  40,000/s');
});

test.each([200, 80, 60, 50, 20, 5])('a bar keeps to a line of %d columns', (columns) => {
  expect(barLine(state, 'en', columns).length).toBeLessThan(columns);
});

test('the rate is smoothed, and right from the first sample', () => {
  const meter = new RateMeter(0);
  expect(meter.sample(100, 5)).toBe(0);
  expect(meter.sample(1_000, 1_000)).toBeCloseTo(1_000);
  expect(meter.timeLeft(11_000, 1_000)).toBeCloseTo(10_000);
  const after = meter.sample(2_000, 4_000);
  expect(after).toBeGreaterThan(1_000);
  expect(after).toBeLessThan(3_000);
});

test('nothing that moves has no time left to tell', () => {
  expect(new RateMeter(0).timeLeft(10, 0)).toBeUndefined();
  expect(new RateMeter(0).timeLeft(10, 10)).toBe(0);
});

test('without a terminal: a line every few seconds, a summary for each phase', async () => {
  const { host, board } = openBoard();
  const progress = await board.open('plan', 10);
  progress.advance(10);
  host.time = 1_000;
  progress.phase('import');
  progress.total(1_000);
  for (let second = 0; second < 12; second++) {
    host.time += 1_000;
    progress.advance(50);
  }
  progress.done();
  progress.halt();
  expect(host.stderr.text.split('\n')).toEqual([
    'plan  10 in 0:01  10/s',
    'import  250/1000  25%  50/s  left 0:15',
    'import  500/1000  50%  50/s  left 0:10',
    'import  600 in 0:12  50/s',
    '',
  ]);
});

test('silent where a program reads the results and nobody watches', async () => {
  const { host, board } = openBoard({ json: true });
  const progress = await board.open('import', 10);
  host.time = 60_000;
  progress.advance(10);
  progress.done();
  expect(host.stderr.text).toBe('');
});

test('a bar on a terminal, also with --json, and only its summary stays', async () => {
  const { host, board } = openBoard({ json: true, columns: 80 });
  const progress = await board.open('import', 10);
  host.time = 2_000;
  progress.advance(10);
  progress.done();
  expect(host.stderr.text).toContain('import  [---');
  expect(host.stderr.text).toContain('10/10  100%');
  expect(host.stderr.text.endsWith('import  10 in 0:02  5.0/s\n')).toBe(true);
});

test('a bar leaves alone the lines around it and the modes of the terminal', async () => {
  const { host, board } = openBoard({ columns: 80 });
  const progress = await board.open('import', 10);
  host.stderr.write('\r\u001b[Ka note\n');
  progress.done();
  for (const sequence of ['\u001b7', '\u001b8', '\u001b[?']) expect(host.stderr.text).not.toContain(sequence);
});

test('a terminal that does not know its width has a bar all the same', async () => {
  const { host, board } = openBoard({ columns: 0 });
  const progress = await board.open('import', 10);
  progress.done();
  expect(host.stderr.text).toContain('import  [---');
});

test('what a failed command left open is closed without a summary', async () => {
  const { host, board } = openBoard({ columns: 80 });
  await board.open('import', 10);
  board.close();
  expect(host.stderr.text).not.toContain('10 in');
});
