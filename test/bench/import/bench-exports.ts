import { join } from 'node:path';
import { generateExports, householdsFor } from '../../../apps/migrator/src/generate/generate-exports.js';

export const SITE = 'ssdp-19';

/** One night of one site. */
export interface Night {
  readonly night: string;
  /** Folder that holds the files of all systems. */
  readonly folder: string;
  /** As the generator counted them. */
  readonly records: number;
  /** The TIPI file in it. */
  readonly xml: string;
}

/** What is imported. Names are composed from syllables: a file with twenty surnames would measure caches. */
export interface BenchExports {
  readonly large: Night;
  /** The night after: other bytes in every file, for all free text differs, and nothing else changed. */
  readonly unchanged: Night;
  /** A tenth of the large one. */
  readonly small: Night;
  /** Next to nothing: what its import takes, every import takes before and after its work. */
  readonly tiny: Night;
}

const FIRST = '2026-11-20';
const NEXT = '2026-11-21';
const SEED = 11;
/** Enough for a record in every table. */
const TINY = 200;

export const writeExports = async (folder: string, records: number, signal: AbortSignal): Promise<BenchExports> => {
  const common = { seed: SEED, sites: [SITE], fourd: 'txt', signal } as const;
  const write = async (name: string, size: number, next: boolean): Promise<Night> => {
    const night = next ? NEXT : FIRST;
    const change = next ? { textSeed: SEED + 1, evolve: { since: FIRST, changed: 0, removed: 0, added: 0 } } : {};
    const out = join(folder, name);
    const written = await generateExports({ ...common, out, households: householdsFor(size), night, ...change });
    const siteFolder = join(out, SITE);
    const xml = written.files.find(({ system }) => system === 'tipi')?.name;
    if (xml === undefined) throw new Error('the generator wrote no TIPI file');
    return { night, folder: siteFolder, records: written.records, xml: join(siteFolder, xml) };
  };
  return {
    large: await write('large', records, false),
    unchanged: await write('unchanged', records, true),
    small: await write('small', Math.round(records / 10), false),
    tiny: await write('tiny', TINY, false),
  };
};
