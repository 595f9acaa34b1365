import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How a suite is to be run. */
export interface BenchOptions {
  readonly suite: string;
  /** Records of the large export, all systems together. */
  readonly records: number;
  readonly rounds: number;
  /** Import this source alone; null: all three, one after the other. */
  readonly source: string | null;
  /** File that receives the JSON report as well. */
  readonly json: string | null;
}

export const SOURCES = ['coordin', '4d', 'tipi'] as const;

export const USAGE = `npm run bench -- import [--records 1000000] [--rounds 3] [--source ${SOURCES.join('|')}] [--json FILE] [--quick]
--quick: 50,000 records and one round, to see that the benchmark itself works; its ratios mean little.`;

const FLAGS = {
  records: { type: 'string' },
  rounds: { type: 'string' },
  source: { type: 'string' },
  json: { type: 'string' },
  quick: { type: 'boolean', default: false },
} as const;

/** @returns null where the words cannot be followed */
export const readOptions = (words: readonly string[], suites: readonly string[]): BenchOptions | null => {
  const parsed = parse(words);
  if (parsed === null) return null;
  const { values, positionals } = parsed;
  const [suite, ...rest] = positionals;
  const records = whole(values.records, values.quick ? 50_000 : 1_000_000);
  const rounds = whole(values.rounds, values.quick ? 1 : 3);
  const source = values.source ?? null;
  if (suite === undefined || rest.length > 0 || !suites.includes(suite)) return null;
  if (records === null || records < 1_000 || rounds === null) return null;
  if (source !== null && !SOURCES.some((known) => known === source)) return null;
  return { suite, records, rounds, source, json: values.json === undefined ? null : resolve(values.json) };
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
