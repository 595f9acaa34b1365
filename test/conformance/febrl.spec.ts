import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBenchConfig } from '../../apps/migrator/src/linkage/bench/bench-config.js';
import { type BenchResult, runBench } from '../../apps/migrator/src/linkage/bench/run-bench.js';
import { ROOT } from '../support/spawn-cli.js';

const DATA = join(ROOT, '../shared/data/febrl');
const present = existsSync(DATA);
if (!present) process.stderr.write('conformance: no FEBRL data beside the checkout, skipped\n');

const SILENT = { read: () => undefined, stage: () => undefined };

(present ? describe : describe.skip)('FEBRL, weights learnt from the files themselves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-febrl-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** FEBRL tells who is who in the names of its records: rec-12-org, rec-12-dup-0. */
  function truthOf(files: readonly string[]): string {
    const ids = files.flatMap((file) =>
      readFileSync(join(DATA, file), 'latin1')
        .split('\n')
        .slice(1)
        .map((line) => line.split(',', 1)[0]?.trim() ?? '')
        .filter((id) => id !== ''),
    );
    const path = join(folder, 'truth.csv');
    writeFileSync(path, ['id,person', ...ids.map((id) => `${id},${id.split('-')[1] ?? ''}`), ''].join('\n'));
    return path;
  }

  function link(config: string, left: string, right: string | null): Promise<BenchResult> {
    const file = join(ROOT, 'test/fixtures/linkage', config);
    const truth = truthOf(right === null ? [left] : [left, right]);
    const files = { left: join(DATA, left), right: right === null ? null : join(DATA, right) };
    return runBench(readBenchConfig(join(ROOT, 'config'), file), files, truth, SILENT, new AbortController().signal);
  }

  const figures = ({ quality }: BenchResult) => ({
    best: quality?.best?.f1 ?? 0,
    precision: quality?.overall.precision ?? 0,
    recall: quality?.overall.recall ?? 0,
  });

  test.each([
    ['FEBRL4, all fields', 'febrl.yml', 'dataset4a.csv', 'dataset4b.csv', 0.998, 0.99],
    ['FEBRL4 without soc_sec_id', 'febrl-without-number.yml', 'dataset4a.csv', 'dataset4b.csv', 0.995, 0.95],
    ['FEBRL3, duplicates in one file', 'febrl.yml', 'dataset3.csv', null, 0.998, 0.97],
  ])('%s', async (name, config, left, right, best, recall) => {
    const reached = figures(await link(config, left, right));
    process.stderr.write(
      `${name}: best F1 ${reached.best.toFixed(5)}, automatic links: precision ${reached.precision.toFixed(5)}, recall ${reached.recall.toFixed(5)}\n`,
    );
    expect(reached.best).toBeGreaterThanOrEqual(best);
    expect(reached.precision).toBe(1);
    expect(reached.recall).toBeGreaterThanOrEqual(recall);
  });
});
