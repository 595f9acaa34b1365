import type { QualityReport, Rates } from '#libs/linkage';
import type { Line, Target } from '../support/line.js';
import type { LinkTime } from './speed.js';

/** One world, and how well it was linked. */
export interface Assessment {
  readonly name: string;
  readonly report: QualityReport;
}

/** Persons who must never be joined with the one they resemble. */
const TRAPS = ['twin', 'junior', 'namesake'];
const MEGABYTE = 2 ** 20;

export const accuracyLines = (assessments: readonly Assessment[]): Line[] =>
  assessments.flatMap(({ name, report }) => {
    const { overall, kinds } = report;
    const wrongTraps = TRAPS.reduce((sum, kind) => sum + (kinds[kind]?.wrongLinks ?? 0), 0);
    const share = (of: keyof Rates, what: string, target: number): Line =>
      line(`${of} ${name}`, `${name}: ${what}`, 'share', { is: 'at-least', value: target }, overall[of]);
    return [
      share('precision', 'precision of automatic links', 0.9995),
      share('recall', 'recall of automatic links', 0.55),
      share('recallWithReview', 'recall with reviews', 0.96),
      line(`traps ${name}`, `${name}: twins, namesakes, father and son joined`, 'count', NONE, wrongTraps),
      line(`reviews ${name}`, `${name}: reviews per 1,000 records`, 'count', null, report.reviewsPerThousand),
      line(`blocking ${name}`, `${name}: true pairs that share a block`, 'share', null, report.blockingRecall),
    ];
  });

/** @param times a small and a large run of each round */
export const speedLines = (times: readonly (readonly [LinkTime, LinkTime])[]): Line[] => {
  const large = times.map(([, time]) => time);
  const peak = (part: 'command' | 'worker'): Line => ({
    ...line(
      `memory-${part}`,
      `peak memory of ${part === 'worker' ? 'a worker' : 'the command'}`,
      'MB',
      MOST_MEMORY,
      null,
    ),
    judged: 'worst',
    samples: large.flatMap(({ memory }) => (memory[part] === null ? [] : [memory[part] / MEGABYTE])),
  });
  return [
    {
      ...line('speed', 'source persons a second, end to end', 'per second', { is: 'at-least', value: 10_000 }, null),
      samples: large.map(({ persons, seconds }) => persons / seconds),
    },
    {
      ...line('growth', 'five times the persons, times the time', 'ratio', { is: 'at-most', value: 6 }, null),
      samples: times.map(([small, time]) => time.seconds / small.seconds),
    },
    peak('command'),
    peak('worker'),
  ];
};

const NONE: Target = { is: 'at-most', value: 0 };
const MOST_MEMORY: Target = { is: 'at-most', value: 1024 };

const line = (key: string, what: string, unit: Line['unit'], target: Target | null, sample: number | null): Line => ({
  key,
  what,
  unit,
  target,
  judged: 'median',
  samples: sample === null ? [] : [sample],
});
