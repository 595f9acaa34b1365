import { type BenchGround, type Findings, runSuite } from '../support/bench-ground.js';
import { judge, type Line } from '../support/line.js';
import type { BenchOptions } from '../support/options.js';
import type { Report } from '../support/report.js';
import { type Ground, groundOf, imported } from './ground.js';
import { assessHeldOut } from './held-out.js';
import { accuracyLines, speedLines } from './lines.js';
import { type LinkTime, timeLinking } from './speed.js';
import { TRAINING_WORLD, trainShippedModel } from './train-shipped-model.js';

const SPEED_SEED = 7010;
/** Source persons of one household, as measured. */
const PERSONS_A_HOUSEHOLD = 4.08;
/** The large run against the small one. */
const TIMES = 5;

/** Households of each world where the run is a small one. */
const QUICK = 1_500;

/** Measures linkage: how right it is on worlds that it has not seen, and how fast. */
export const benchLink = (options: BenchOptions, signal: AbortSignal): Promise<Report> =>
  runSuite(options, signal, (ground) => measure(options, ground));

const measure = async (options: BenchOptions, bench: BenchGround): Promise<Findings> => {
  const ground = groundOf(bench);
  if (options.trainShipped) await trainShipped(ground);
  const assessments = await assessHeldOut(ground, options.quick ? QUICK : null);
  const times = options.trainShipped ? [] : await timeRounds(ground, options);
  const lines: readonly Line[] = [...accuracyLines(assessments), ...(times.length > 0 ? speedLines(times) : [])];
  return {
    records: options.records,
    rounds: options.rounds,
    lines: lines.map(judge),
    detail: [
      ...times.map(([small, large]) => ({ small, large })),
      ...assessments.map(({ name, report }) => ({
        name,
        overall: report.overall,
        kinds: report.kinds,
      })),
    ],
  };
};

const trainShipped = async (ground: Ground): Promise<void> => {
  ground.tell('the world of the shipped model');
  const persons = await imported(TRAINING_WORLD, ground);
  const { trainedOn } = await trainShippedModel(ground.configDir, ground.plan, persons);
  ground.tell(`trained on ${String(trainedOn.records)} records, ${String(trainedOn.expectedMatches)} expected matches`);
};

const timeRounds = async (ground: Ground, options: BenchOptions): Promise<(readonly [LinkTime, LinkTime])[]> => {
  const households = Math.round(options.records / PERSONS_A_HOUSEHOLD);
  const time = (size: number): Promise<LinkTime> =>
    ground.onFresh((place) => timeLinking({ seed: SPEED_SEED, households: size, errors: 1 }, ground.folder, place));
  const times: (readonly [LinkTime, LinkTime])[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    ground.tell(`speed, round ${String(round)} of ${String(options.rounds)}`);
    times.push([await time(Math.round(households / TIMES)), await time(households)]);
  }
  return times;
};
