import { join } from 'node:path';
import { type BenchGround, type Findings, runSuite } from '../support/bench-ground.js';
import { judge } from '../support/line.js';
import { type BenchOptions, SOURCES } from '../support/options.js';
import type { Report } from '../support/report.js';
import { writeExports } from './bench-exports.js';
import { keepOnce } from './landed-sample.js';
import { linesOf } from './lines.js';
import { type Round, runRound } from './round.js';

/** Measures imports, on a server and in a folder of its own. */
export const benchImport = (options: BenchOptions, signal: AbortSignal): Promise<Report> =>
  runSuite(options, signal, (ground) => measure(options, ground));

const measure = async (options: BenchOptions, { server, folder, signal, tell }: BenchGround): Promise<Findings> => {
  tell('writing the exports');
  const exports = await writeExports(join(folder, 'exports'), options.records, signal);
  const sources = options.source === null ? SOURCES : [options.source];
  const keep = keepOnce(folder);
  const rounds: Round[] = [];
  for (let n = 1; n <= options.rounds; n++) {
    const inRound = (step: string): void => tell(`round ${String(n)} of ${String(options.rounds)}: ${step}`);
    rounds.push(await runRound({ server, exports, sources, signal, keep, tell: inRound }));
  }
  return {
    records: rounds[0]?.first.read ?? 0,
    rounds: rounds.length,
    lines: linesOf(rounds).map(judge),
    detail: rounds,
  };
};
