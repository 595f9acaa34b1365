import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '#libs/runtime';
import { type QuarantineFilter, type RunMode, storeDigest } from '#libs/store';
import { type Engine, openEngine } from '../../apps/migrator/src/engine/open-engine.js';
import type { BalanceSheet } from '../../apps/migrator/src/imports/balance-sheet.js';
import { importInto } from '../../apps/migrator/src/imports/import-exports.js';
import type { ReplayReport } from '../../apps/migrator/src/quarantine/replay.js';
import { replayQuarantine } from '../../apps/migrator/src/quarantine/replay-quarantine.js';
import { RunsService } from '../../apps/migrator/src/runs/runs.service.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { SCHEMA } from './schema-template.js';

/** One key for all installations of the tests, so that equal exports get equal ids, and digests can be compared. */
const KEY = '7a'.repeat(32);

/** What an import may be given beside source, site and paths. */
export interface ImportChoices {
  readonly mode?: RunMode;
  readonly night?: string;
  /** Told how many records have landed; may do mischief to the exports. */
  readonly onLoading?: (records: number) => void;
}

/** An engine with its worker in this process, on a database and a temporary folder of its own. */
export class Installation {
  private constructor(
    /** A temporary folder for whatever a test writes; goes with the installation. */
    readonly folder: string,
    private readonly database: TestDatabase,
    /** The environment of a process that works on the same installation. */
    readonly environment: Readonly<Record<string, string>>,
    private opened: Engine,
  ) {}

  static async open(settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), 'passerelle-import-'));
    const [database] = await Promise.all([
      createTestDatabase(SCHEMA),
      writeFile(join(folder, 'key'), `${KEY}\n`, { mode: 0o600 }),
    ]);
    const environment = {
      PASSERELLE_HOME: join(folder, 'home'),
      PASSERELLE_KEY_FILE: join(folder, 'key'),
      DATABASE_URL: database.url,
      REDIS_URL: '',
      ...settings,
    };
    return new Installation(
      folder,
      database,
      environment,
      await openEngine(loadSettings(environment), { queue: true }),
    );
  }

  get engine(): Engine {
    return this.opened;
  }

  /** The same store under other settings, as after a change of the configuration. */
  async reopen(settings: Readonly<Record<string, string>>): Promise<void> {
    await this.opened.close();
    this.opened = await openEngine(loadSettings({ ...this.environment, ...settings }), { queue: true });
  }

  import(
    source: string,
    site: string,
    paths: readonly string[],
    { mode = 'full', night, onLoading }: ImportChoices = {},
  ): Promise<BalanceSheet> {
    const observer = {
      surveying: () => undefined,
      loading: (records: number) => onLoading?.(records),
      resuming: () => undefined,
    };
    const request = { source, site, night: night ?? null, mode, paths };
    return importInto(this.opened, request, 1, observer, new AbortController().signal);
  }

  replay(filter: QuarantineFilter = {}, dryRun = false): Promise<ReplayReport> {
    return replayQuarantine(this.opened, filter, dryRun, new AbortController().signal);
  }

  rollback(run: string, dryRun = false): Promise<Record<string, number>> {
    return this.opened.get(RunsService).rollback(run, dryRun);
  }

  rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.opened.database.query<T & Record<string, unknown>>(text, values);
  }

  /** Rows and digest of each relation, by its name. */
  async digest(): Promise<Record<string, string>> {
    const relations = await this.opened.database.session(storeDigest);
    return Object.fromEntries(relations.map(({ relation, rows, digest }) => [relation, `${rows} rows, ${digest}`]));
  }

  /** Empties the store, as if nothing had ever been imported; the audit trail lets nobody. */
  async clear(): Promise<void> {
    const tables = await this.rows<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables
       WHERE table_schema = 'passerelle' AND table_type = 'BASE TABLE' AND table_name <> 'schema_migration' AND table_name !~ '^audit_'`,
    );
    await this.rows(`TRUNCATE ${tables.map(({ name }) => `passerelle.${name}`).join(', ')}`);
  }

  /** What waits, without the numbers that depend on when it came. */
  waiting(): Promise<object[]> {
    return this.rows(
      `SELECT source_table.name AS "table", record_no AS record, byte_offset::float8 AS "byteOffset", reason, field, issues
       FROM passerelle.quarantine JOIN passerelle.source_table ON source_table.id = table_id
       WHERE status = 'open' ORDER BY source_table.system_id, 1, 3, 2`,
    );
  }

  async close(): Promise<void> {
    await this.opened.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A copy without one of its properties. */
export const without = <T extends object>(whole: T, name: keyof T & string): Partial<T> =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)) as Partial<T>;

/** The digest without the entries of quarantine, whose history depends on the order in which the files came. */
export const landedOf = (digest: Readonly<Record<string, string>>): object => without(digest, 'quarantine');
