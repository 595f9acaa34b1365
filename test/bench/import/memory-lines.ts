import type { Line } from '../support/line.js';
import type { PeakMemory } from '../support/peak-memory.js';
import type { Round } from './round.js';

const MEGABYTE = 2 ** 20;
/** The target says "flat": between a tenth of the export and all of it, no more than garbage collection varies by. */
const FLAT = 1.25;
const MOST_MB = 250;

/** Peaks of the importing processes, judged by the worst round. */
export const memoryLines = (rounds: readonly Round[]): Line[] => [
  ...(['worker', 'command'] as const).flatMap((part) => {
    const name = part === 'worker' ? 'a worker process' : 'the import command';
    return [
      megabytes(`memory-${part}-large`, `peak memory of ${name}, all records`, of(rounds, 'first', part)),
      megabytes(`memory-${part}-small`, `peak memory of ${name}, a tenth`, of(rounds, 'small', part)),
      growth(`memory-${part}-growth`, `peak memory of ${name}, all against a tenth`, rounds, part),
    ];
  }),
  megabytes('memory-alone', 'peak memory of a command that works alone', of(rounds, 'oneWorker', 'command')),
];

type Part = keyof PeakMemory;

const of = (rounds: readonly Round[], which: 'first' | 'small' | 'oneWorker', part: Part): number[] =>
  rounds.flatMap((round) => {
    const peak = round[which].memory[part];
    return peak === null ? [] : [peak / MEGABYTE];
  });

const megabytes = (key: string, what: string, samples: readonly number[]): Line => ({
  key,
  what,
  unit: 'MB',
  target: { is: 'at-most', value: MOST_MB },
  judged: 'worst',
  samples,
  ...whenEmpty(samples),
});

const growth = (key: string, what: string, rounds: readonly Round[], part: Part): Line => {
  const samples = rounds.flatMap(({ first, small }) => {
    const [large, tenth] = [first.memory[part], small.memory[part]];
    return large === null || tenth === null ? [] : [large / tenth];
  });
  return {
    key,
    what,
    unit: 'ratio',
    target: { is: 'at-most', value: FLAT },
    judged: 'median',
    samples,
    ...whenEmpty(samples),
  };
};

const whenEmpty = (samples: readonly number[]): { note?: string } =>
  samples.length === 0 ? { note: 'needs /proc (Linux)' } : {};
