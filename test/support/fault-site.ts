import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { storeDigest } from '../../libs/store/src/index.js';
import {
  type FileTruth,
  generateExports,
  type TableCounts,
} from '../../apps/migrator/src/generate/generate-exports.js';
import { createTestDatabase } from './database.js';
import { type Ending, passerelle } from './spawn-cli.js';

export const SITE = 'ssdp-19';
const NIGHT = '2026-11-20';

/** A balance sheet, as far as these tests look into it. */
export interface Sheet {
  readonly run: string;
  readonly status: string;
  readonly files: readonly {
    readonly name: string;
    readonly status: string;
    readonly tables: Readonly<Record<string, { readonly read: number } & Readonly<Record<string, unknown>>>>;
  }[];
}

/** Exports of one site with their truth, and a home whose key gives every database of a test the same ids. */
export class FaultSite {
  private readonly folder = mkdtempSync(join(tmpdir(), 'passerelle-faults-'));
  readonly exports = join(this.folder, 'exports', SITE);
  readonly home = join(this.folder, 'home');
  private readonly digests = new Map<string, Promise<string>>();

  private constructor() {}

  static async generate(households: number): Promise<FaultSite> {
    const site = new FaultSite();
    const out = join(site.folder, 'exports');
    await generateExports({ out, households, seed: 7, sites: [SITE], night: NIGHT, fourd: 'txt' });
    return site;
  }

  /** The words of an import with so many worker processes; null: those that are there. */
  words(source: string, workers: number | null): string[] {
    const run = ['import', '--source', source, '--site', SITE, '--json'];
    return [...run, ...(workers === null ? [] : ['--workers', String(workers)]), this.exports];
  }

  environment(more: Readonly<Record<string, string>>): Record<string, string> {
    return { PASSERELLE_HOME: this.home, DATABASE_URL: '', REDIS_URL: '', PASSERELLE_LOG_LEVEL: 'error', ...more };
  }

  /** The digest of an import of the sources that nothing disturbed, on a database of its own. */
  undisturbed(...sources: readonly string[]): Promise<string> {
    const name = sources.join('+');
    const known = this.digests.get(name) ?? this.importInPeace(sources);
    this.digests.set(name, known);
    return known;
  }

  /** Whether every record of a sheet ended as the generator's truth says. */
  expectTrue(sheet: Sheet): void {
    const truths = this.truths();
    expect(sheet.status).toBe('done');
    for (const { name, status, tables } of sheet.files) {
      expect({ name, status }).toEqual({ name, status: 'imported' });
      const truth = truths.find((file) => file.name === name);
      if (truth === undefined) throw new Error(`the truth does not know ${name}`);
      const expected = [truth, truth.persons, truth.aids].filter((counts) => counts !== undefined).map(ends);
      const found = Object.values(tables).map((counts) => [counts.read, counts['quarantined'], counts['withheld']]);
      expect(found.sort()).toEqual(expected.sort());
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private truths(): readonly FileTruth[] {
    return (JSON.parse(readFileSync(join(this.folder, 'exports/truth.json'), 'utf8')) as { files: FileTruth[] }).files;
  }

  private async importInPeace(sources: readonly string[]): Promise<string> {
    const database = await createTestDatabase();
    try {
      for (const source of sources) {
        const environment = this.environment({ DATABASE_URL: database.url });
        this.expectTrue(sheetOf(await passerelle(this.words(source, 1).join(' '), environment)));
      }
      return await digestOf(database.url);
    } finally {
      await database.drop();
    }
  }
}

const ends = ({ read, quarantined, withheld }: TableCounts): number[] => [
  read,
  Object.values(quarantined).reduce((sum, records) => sum + records, 0),
  withheld,
];

/** The sheet that a command printed; says what the command complained of when there is none. */
export const sheetOf = ({ code, stdout, stderr }: Ending): Sheet => {
  if (code !== 0 && code !== 3) throw new Error(`the import left with ${String(code)}: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Sheet;
};

/** A digest of all that a database holds. */
export const digestOf = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const parts = await storeDigest(client);
    return parts.map(({ relation, rows, digest }) => `${relation} ${String(rows)} ${digest}`).join('\n');
  } finally {
    await client.end();
  }
};
