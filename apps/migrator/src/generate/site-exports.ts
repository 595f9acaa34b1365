import { join } from 'node:path';
import { csvLine } from './csv-line.js';
import type { ExportFile } from './export-file.js';
import type { FourdShape } from './fourd-shape.js';
import type { Phase } from './household-maker.js';
import type { HouseholdRows } from './household-rows.js';
import type { Plan } from './plan.js';
import { siteCode } from './plan.js';
import { openSiteFile, siteFiles } from './site-files.js';
import type { SiteFile } from './site-files.js';
import { prepareSiteFolder } from './site-folder.js';
import { TableTruth } from './table-truth.js';
import type { FileTruth } from './table-truth.js';
import { COORDIN_FILES, FOURD_TABLES, TIPI_TABLES } from './tables.js';
import type { CoordinFile, FourdTable, Table } from './tables.js';

export interface SiteSummary {
  readonly files: readonly FileTruth[];
  readonly bytes: number;
  readonly tokens: number;
}

/** The export files of one site, open for the households to come, with the counts of what they hold. */
export class SiteExports {
  private readonly files = new Map<CoordinFile | FourdTable | 'TIPI', ExportFile>();
  private readonly truths: ReadonlyMap<Table, TableTruth>;
  private readonly described: readonly SiteFile[];

  constructor(
    private readonly site: string,
    private readonly plan: Plan,
    private readonly shape: FourdShape,
  ) {
    const tables: readonly Table[] = [...COORDIN_FILES, ...FOURD_TABLES, ...TIPI_TABLES];
    this.truths = new Map(tables.map((table) => [table, new TableTruth(table, plan.evolve !== null)]));
    this.described = siteFiles(siteCode(site), plan.night, shape, (table) => this.truth(table).counts.read);
  }

  /** Makes the site's folder and throws `TeachingError` where it holds other files; writes none itself. */
  async prepare(): Promise<void> {
    const names = this.described.map(({ name }) => name);
    await prepareSiteFolder(this.folder, names);
  }

  async open(): Promise<void> {
    for (const file of this.described) this.files.set(file.table, await openSiteFile(this.folder, file));
  }

  /** Adds what a household puts in; a removed one is only counted. */
  add(rows: HouseholdRows, phase: Phase): void {
    for (const [table, fate] of rows.fates) this.truth(table).count(fate, phase);
    if (phase === 'removed') return;
    for (const [table, fields] of rows.coordin) this.file(table).add(csvLine(fields));
    for (const [table, cells] of rows.fourd) {
      const file = this.file(table);
      file.add(this.shape.row(table, cells, file.records));
    }
    for (const dossier of rows.tipi) this.file('TIPI').add(dossier);
  }

  async flushFull(): Promise<void> {
    for (const file of this.files.values()) if (file.full) await file.flush();
  }

  async finish(): Promise<SiteSummary> {
    let bytes = 0;
    let tokens = 0;
    for (const file of this.files.values()) {
      const written = await file.finish();
      bytes += written.bytes;
      tokens += written.tokens;
    }
    return { files: this.described.map((file) => this.fileTruth(file)), bytes, tokens };
  }

  async discard(): Promise<void> {
    for (const file of this.files.values()) await file.discard();
  }

  private fileTruth({ name, system, table }: SiteFile): FileTruth {
    const of = { name, system, site: this.site, table };
    if (table !== 'TIPI') return { ...of, ...this.truth(table).counts };
    const { counts: persons } = this.truth('PERSONNE');
    return { ...of, ...this.truth('DOSSIER').counts, persons, aids: this.truth('AIDE').counts };
  }

  private get folder(): string {
    return join(this.plan.out, this.site);
  }

  private truth(table: Table): TableTruth {
    const truth = this.truths.get(table);
    if (truth === undefined) throw new RangeError(`no truth is kept of table ${table}`);
    return truth;
  }

  private file(table: CoordinFile | FourdTable | 'TIPI'): ExportFile {
    const file = this.files.get(table);
    if (file === undefined) throw new RangeError(`no file is open for table ${table}`);
    return file;
  }
}
