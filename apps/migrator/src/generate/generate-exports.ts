import { mkdir } from 'node:fs/promises';
import { unwritable } from './block-writer.js';
import { planOf } from './options.js';
import type { GenerateOptions, Plan } from './options.js';
import { SiteExports } from './site-exports.js';
import { SiteGeneration } from './site-generation.js';
import type { GeneratedHousehold } from './site-generation.js';
import { recordsOf } from './table-truth.js';
import type { FileTruth } from './table-truth.js';
import { TruthFile } from './truth-file.js';

export type { Evolution, GenerateOptions } from './options.js';
export { DEFAULT_DIRT, DEFAULT_NOISE, NO_DIRT, NO_NOISE } from './rates.js';
export type { DirtRates, NoiseRates } from './rates.js';
export { FOURD_SHAPES } from './fourd-shape.js';
export type { FourdShapeName } from './fourd-shape.js';
export type { FileTruth } from './table-truth.js';

export interface GenerateProgress {
  readonly households: number;
  readonly of: number;
  readonly records: number;
}

export interface GenerateSummary {
  readonly out: string;
  /** Path of `truth.json`. */
  readonly truth: string;
  readonly households: number;
  readonly persons: number;
  /** Records of all tables of all files. */
  readonly records: number;
  readonly bytes: number;
  /** Planted tokens in the files. */
  readonly canaries: number;
  readonly files: readonly FileTruth[];
}

/** Records of all tables for one household at the default rates, as measured over 100,000 households. */
const RECORDS_A_HOUSEHOLD = 17;

/** How many households make about so many records. */
export const householdsFor = (records: number): number => Math.max(1, Math.round(records / RECORDS_A_HOUSEHOLD));

const PROGRESS_EVERY = 500;

interface Tally {
  households: number;
  persons: number;
  records: number;
  bytes: number;
  canaries: number;
  readonly files: FileTruth[];
}

/**
 * Writes synthetic exports of COORDIN, 4D and TIPI for each site, with their truth. The same options give the same bytes on
 * every machine; memory stays flat whatever the number of households.
 *
 * Throws `TeachingError` `generate.*` for options that cannot be followed (exit code 2) and for a folder that cannot be
 * written (exit code 1), and the reason of `options.signal` when that is aborted; then no truth file is left.
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
  const truth = await TruthFile.open(out, { seed, night: options.night, sites });
  const tally: Tally = { households: 0, persons: 0, records: 0, bytes: 0, canaries: 0, files: [] };
  try {
    for (const [index, site] of sites.entries()) {
      await generateSite(plan, new SiteGeneration(plan, site, index), site, truth, tally, {
        onProgress,
        signal: options.signal,
      });
    }
    return { out, truth: await truth.finish(tally), ...tally };
  } catch (error) {
    await truth.discard();
    throw error;
  }
}

interface Hooks {
  readonly onProgress: ((progress: GenerateProgress) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

async function generateSite(
  plan: Plan,
  generation: SiteGeneration,
  site: string,
  truth: TruthFile,
  tally: Tally,
  { onProgress, signal }: Hooks,
): Promise<void> {
  const exports = await SiteExports.open(site, plan, generation.shape);
  try {
    for (const made of generation.households()) {
      exports.add(made.rows, made.phase);
      if (made.phase !== 'removed') tell(truth, site, made, tally);
      await exports.flushFull();
      await truth.flushFull();
      if (tally.households % PROGRESS_EVERY === 0) {
        signal?.throwIfAborted();
        onProgress?.({ households: tally.households, of: plan.households + plan.added, records: tally.records });
      }
    }
    const { files, bytes, tokens } = await exports.finish();
    tally.files.push(...files);
    tally.bytes += bytes;
    tally.canaries += tokens;
  } catch (error) {
    await exports.discard();
    throw error;
  }
}

/** Tells the truth about one household: what must land, and who is who. */
function tell(truth: TruthFile, site: string, { household, rows, namesake }: GeneratedHousehold, tally: Tally): void {
  tally.households += 1;
  tally.persons += household.persons.length;
  tally.records += rows.fates.length;
  const linked = new Set(rows.links.map((link) => link.person));
  for (const link of rows.links) truth.link(site, link);
  for (const person of household.persons) {
    if (!linked.has(person.id)) continue;
    truth.person(person);
    if (person.kind !== null) truth.kind(person.id, person.kind);
    if (person.kind === 'namesake' && namesake !== null) truth.kind(namesake, 'namesake');
  }
  for (const act of rows.acts) truth.act(act);
  for (const { requestedCents, grantedCents } of rows.aids) truth.aid(requestedCents, grantedCents);
}

export { recordsOf };
