import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createTestDatabase, type TestDatabase } from './database.js';
import { digestOf, type FaultSite, type Sheet } from './fault-site.js';
import { Watch } from './fault-watch.js';
import { ending, type Ending, startPasserelle } from './spawn-cli.js';

/** A command under way. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ending>;
}

/** Imports of a site into one database, which a test may disturb. */
export class FaultImport {
  readonly watch: Watch;
  private readonly started: ChildProcessWithoutNullStreams[] = [];

  constructor(
    readonly site: FaultSite,
    readonly url: string,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly database?: TestDatabase,
  ) {
    this.watch = new Watch(url);
  }

  /** On a fresh database of the suite's server; a short lease and chunks of one record unless told otherwise. */
  static async prepare(site: FaultSite, settings: Readonly<Record<string, string>> = {}): Promise<FaultImport> {
    const database = await createTestDatabase();
    return new FaultImport(site, database.url, { DATABASE_URL: database.url, ...settings }, database);
  }

  start(words: readonly string[], more: Readonly<Record<string, string>> = {}): Running {
    const short = { PASSERELLE_CHUNK_RECORDS: '1', PASSERELLE_LEASE_SECONDS: '2' };
    const child = startPasserelle(words, this.site.environment({ ...short, ...this.settings, ...more }));
    this.started.push(child);
    return { child, ended: ending(child) };
  }

  import(source: string, workers: number | null, more: Readonly<Record<string, string>> = {}): Running {
    return this.start(this.site.words(source, workers), more);
  }

  /**
   * Every record ended exactly once, as the truth says, and the store is as after imports that nothing disturbed. The sheets
   * are those that the runs left: a command that was killed after its run had ended printed none.
   */
  async expectWhole(ending: Ending, ...sources: readonly string[]): Promise<void> {
    this.expectDone(ending);
    const runs = await this.watch.rows<{ sheet: Sheet }>(
      `SELECT sheet FROM passerelle.import_run WHERE kind = 'import'`,
    );
    expect(runs).toHaveLength(sources.length);
    for (const { sheet } of runs ?? []) this.site.expectTrue(sheet);
    expect(await digestOf(this.url)).toBe(await this.site.undisturbed(...sources));
  }

  /** An import that ended well, or left something for a person; else what it said. */
  expectDone({ code, stdout, stderr }: Ending): void {
    if (code !== 0 && code !== 3) throw new Error(`the import left with ${String(code)}: ${stdout}${stderr}`);
  }

  /** Also ends what a failed test left running. */
  async remove(): Promise<void> {
    for (const child of this.started) child.kill('SIGKILL');
    await this.database?.drop();
  }
}
