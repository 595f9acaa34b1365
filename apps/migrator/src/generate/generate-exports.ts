import { mkdir } from 'node:fs/promises';
import { unwritable } from './block-writer.js';
import { NightGeneration } from './night-generation.js';
import type { GenerateOptions } from './options.js';
import { planOf } from './plan.js';
import type { GenerateProgress, GenerateSummary } from './summary.js';
import { TruthFile } from './truth-file.js';

export { FOURD_SHAPES } from './fourd-shape.js';
export type { FourdShapeName } from './fourd-shape.js';
export type { Evolution, GenerateOptions } from './options.js';
export { DEFAULT_DIRT, DEFAULT_NOISE, NO_DIRT, NO_NOISE } from './rates.js';
export type { DirtRates, NoiseRates } from './rates.js';
export { householdsFor } from './summary.js';
export type { GenerateProgress, GenerateSummary } from './summary.js';
export { recordsOf } from './table-truth.js';
export type { FileTruth, TableCounts } from './table-truth.js';

/**
 * Writes synthetic exports of COORDIN, 4D and TIPI for each site, with their truth. The same options give the same bytes on
 * every machine; memory stays flat whatever the number of households. `onProgress` is called every few hundred households.
 *
 * Throws `TeachingError` `generate.*` for options that cannot be followed (exit code 2) and for a folder that cannot be
 * written (exit code 1), and the reason of `options.signal` when that is aborted. After an error no truth file is there.
 */
export async function generateExports(
  options: GenerateOptions,
  onProgress?: (progress: GenerateProgress) => void,
): Promise<GenerateSummary> {
  const plan = planOf(options);
  const { out, seed, sites } = plan;
  await mkdir(out, { recursive: true }).catch((error: unknown) => {
    throw unwritable(out, error);
  });
  const night = new NightGeneration(plan, onProgress, options.signal);
  await night.prepare();
  const truth = await TruthFile.open(out, { seed, night: options.night, sites });
  try {
    const totals = await night.run(truth);
    return { out, truth: await truth.finish(totals), ...totals };
  } catch (error) {
    await truth.discard();
    throw error;
  }
}
