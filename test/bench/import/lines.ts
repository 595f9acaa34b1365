import type { Line } from '../support/line.js';
import type { NightImport } from './import-night.js';
import { memoryLines } from './memory-lines.js';
import type { Round } from './round.js';

/**
 * Holds rounds against the targets. Each sample compares what one round measured, so that a slow minute cancels out. What the
 * product is compared with has no commands to start: their start and stop, measured in the same round by an import of next to
 * nothing by the command alone, is taken off, and shown beside. Starting worker processes is not taken off.
 */
export const linesOf = (rounds: readonly Round[]): Line[] => [
  ratio('first-load', 'first load against COPY of the same rows', 0.8, rounds, (round) =>
    perSecond(round.copySeconds, work(round, round.first)),
  ),
  ratio('typeorm', 'first load against TypeORM upsert (sample)', 10, rounds, (round) =>
    perSecond(round.recordRows, work(round, round.first) * round.typeOrmRowsPerSecond),
  ),
  pgloader(rounds),
  ratio('unchanged', 'unchanged export against first load', 3, rounds, (round) =>
    perSecond(work(round, round.first), work(round, round.unchanged)),
  ),
  xml(rounds),
  ratio('two-workers', 'two workers against one', 1.5, rounds, (round) =>
    perSecond(work(round, round.oneWorker), work(round, round.first)),
  ),
  size(rounds),
  information('whole', 'first load against COPY, start and stop included', rounds, (round) =>
    perSecond(round.copySeconds, round.first.seconds),
  ),
  information('overhead', 'start and stop of the commands, share of the first load', rounds, ({ first, tiny }) =>
    perSecond(tiny.seconds, first.seconds),
  ),
  ...memoryLines(rounds),
];

/** Seconds without those that commands and workers take to start and to stop, whatever they import. */
const work = ({ tiny }: Round, night: NightImport): number => Math.max(0.001, night.seconds - tiny.seconds);

const perSecond = (done: number, seconds: number): number => done / seconds;

const ratio = (
  key: string,
  what: string,
  least: number,
  rounds: readonly Round[],
  of: (round: Round) => number,
): Line => ({
  key,
  what,
  unit: 'ratio',
  target: { is: 'at-least', value: least },
  judged: 'median',
  samples: rounds.map(of),
});

const pgloader = (rounds: readonly Round[]): Line => {
  const measured = rounds.filter((round) => typeof round.pgloaderRowsPerSecond === 'number');
  const line = ratio('pgloader', 'first load against pgloader (sample)', 5, measured, (round) =>
    perSecond(round.recordRows, work(round, round.first) * Number(round.pgloaderRowsPerSecond)),
  );
  const reason = rounds
    .map(({ pgloaderRowsPerSecond }) => pgloaderRowsPerSecond)
    .find((one) => typeof one === 'string');
  return reason === undefined ? line : { ...line, note: reason };
};

const xml = (rounds: readonly Round[]): Line => {
  const samples = rounds.flatMap(({ first, tiny, saxesSeconds }) => {
    const [whole, overhead] = [first, tiny].map(({ sources }) => sources.find(({ source }) => source === 'tipi'));
    if (whole === undefined || overhead === undefined || saxesSeconds === null) return [];
    return [saxesSeconds / (whole.seconds - overhead.seconds)];
  });
  const line = ratio('xml', 'XML import against reading with saxes', 0.7, [], () => 0);
  return { ...line, samples, ...(samples.length === 0 ? { note: 'TIPI was not imported' } : {}) };
};

/** Below this share of work, what is left of the small import after its start and stop is mostly noise. */
const LEAST_TIMES_TINY = 1.5;

/** Commands and workers start and stop in the same time whatever they import, which would flatter the large import. */
const size = (rounds: readonly Round[]): Line => {
  const samples = rounds.flatMap(({ first, small, tiny }) =>
    small.seconds >= LEAST_TIMES_TINY * tiny.seconds
      ? [(first.seconds - tiny.seconds) / (small.seconds - tiny.seconds)]
      : [],
  );
  return {
    key: 'size',
    what: 'ten times the records, times the time',
    unit: 'ratio',
    target: { is: 'at-most', value: 11 },
    judged: 'median',
    samples,
    ...(samples.length < rounds.length
      ? { note: 'in some rounds a tenth took hardly longer than nothing at all: more records, or a quieter machine' }
      : {}),
  };
};

/** What a user waits for, held against no target. */
const information = (key: string, what: string, rounds: readonly Round[], of: (round: Round) => number): Line => ({
  key,
  what,
  unit: 'ratio',
  target: null,
  judged: 'median',
  samples: rounds.map(of),
});
