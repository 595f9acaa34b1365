import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How a suite is to be run. */
export interface BenchOptions {
  readonly suite: string;
  /** import: records of the large export, all systems together; link: source persons of the large run; gateway: in the store. */
  readonly records: number;
  readonly rounds: number;
  /** Import this source alone; null: all three, one after the other. */
  readonly source: string | null;
  /** A small run, to see that the benchmark itself works. */
  readonly quick: boolean;
  /** link: train the model that comes with the product first, and measure no times. */
  readonly trainShipped: boolean;
  /** File that receives the JSON report as well. */
  readonly json: string | null;
}

export const SOURCES = ['coordin', '4d', 'tipi'] as const;

export const USAGE = `npm run bench -- import [--records 1000000] [--rounds 3] [--source ${SOURCES.join('|')}] [--json FILE] [--quick]
npm run bench -- link [--records 200000] [--rounds 1] [--train-shipped] [--json FILE] [--quick]
npm run bench -- gateway [--records 20000] [--rounds 3] [--json FILE] [--quick]
--quick: a small run and one round, to see that the benchmark itself works; its ratios mean little.
--train-shipped: makes config/linkage-model.json again.`;

/** Records and rounds by suite; `quick` in their place with --quick. */
const SIZES: Readonly<Record<string, { records: number; rounds: number; quick: number }>> = {
  import: { records: 1_000_000, rounds: 3, quick: 50_000 },
  link: { records: 200_000, rounds: 1, quick: 20_000 },
  gateway: { records: 20_000, rounds: 3, quick: 2_000 },
};

const FLAGS = {
  records: { type: 'string' },
  rounds: { type: 'string' },
  source: { type: 'string' },
  json: { type: 'string' },
  quick: { type: 'boolean', default: false },
  'train-shipped': { type: 'boolean', default: false },
} as const;

/** @returns null where the words cannot be followed */
export const readOptions = (words: readonly string[], suites: readonly string[]): BenchOptions | null => {
  const parsed = parse(words);
  if (parsed === null) return null;
  const { values, positionals } = parsed;
  const [suite, ...rest] = positionals;
  if (suite === undefined || rest.length > 0 || !suites.includes(suite)) return null;
  const size = SIZES[suite] ?? { records: 1_000, rounds: 1, quick: 1_000 };
  const records = whole(values.records, values.quick ? size.quick : size.records);
  const rounds = whole(values.rounds, values.quick ? 1 : size.rounds);
  const source = values.source ?? null;
  if (records === null || records < 1_000 || rounds === null) return null;
  if (source !== null && !SOURCES.some((known) => known === source)) return null;
  const { quick, 'train-shipped': trainShipped } = values;
  return {
    suite,
    records,
    rounds,
    source,
    quick,
    trainShipped,
    json: values.json === undefined ? null : resolve(values.json),
  };
};

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options: FLAGS, allowPositionals: true });
  } catch (error) {
    // An unknown flag, or one without its value.
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true) return null;
    throw error;
  }
};

const whole = (text: string | undefined, fallback: number): number | null => {
  if (text === undefined) return fallback;
  return /^[1-9]\d{0,7}$/.test(text) ? Number(text) : null;
};
