import { EXIT, TeachingError } from '#libs/domain';
import {
  type AccessRequest,
  aggregatesForbidden,
  holdsFamily,
  type PolicyBook,
  type StatisticsPlan,
  type StatisticsTable,
} from '#libs/minimiser';
import {
  type AuditEntry,
  type AuditTrail,
  BARE_ENTRY,
  type Client,
  currentMonth,
  findReleases,
  type Transactor,
} from '#libs/store';
import { type DrawnRelease, drawRelease, hiddenCells } from './draw-release.js';
import { figureMonths } from './figure-months.js';
import { knowsSite, tableView, type TableView } from './table-view.js';

/** What figures are made with. */
export interface StatisticsParts {
  readonly database: Transactor;
  readonly trail: AuditTrail;
  readonly book: PolicyBook;
  readonly plan: StatisticsPlan;
  /** Source systems in the order in which they are believed. */
  readonly systems: readonly string[];
}

/** Which table. */
export interface TableRequest {
  readonly table: string;
  /** Null: the whole City. */
  readonly site: string | null;
  /** YYYY-MM; null: the newest figures. */
  readonly month: string | null;
}

/** How figures came about, without any of them. */
export interface ReleaseReport {
  readonly table: string;
  readonly how: DrawnRelease['how'];
  readonly asOf: string;
  readonly period: string | null;
  readonly cells: number;
  readonly hidden: number;
}

/** Figures, and nothing but figures: with small cells hidden, in the ledger and in the audit trail before they are answered. */
export class StatisticsService {
  constructor(private readonly parts: StatisticsParts) {}

  get tables(): readonly StatisticsTable[] {
    return this.parts.plan.tables;
  }

  /**
   * A table for whoever may have it.
   * @param recipient as the trail keeps it: the SIRET of the body, where one asks
   * @throws TeachingError `statistics.table`, `statistics.not-by-site`, `statistics.site-unknown`, `statistics.month`,
   * `statistics.month-open`, `statistics.not-drawn` (exit code 2), `statistics.forbidden`, `statistics.too-small`,
   * `statistics.unfit` (4)
   */
  async show(
    request: TableRequest,
    access: AccessRequest,
    recipient: string | null = access.recipient,
  ): Promise<TableView> {
    const table = this.tableOf(request);
    const told = { ...access, recipient };
    await this.checkAccess(table, request, access, 'statistics.show', told);
    const drawn = await this.draw(table, request, told, 'statistics.show');
    return tableView(table, request.site, drawn);
  }

  /** Draws a table up, with those that hang on it, and tells no figure. @throws like `show` */
  async release(request: TableRequest, access: AccessRequest): Promise<ReleaseReport> {
    const table = this.tableOf(request);
    await this.checkAccess(table, request, access, 'statistics.release');
    const { release, how } = await this.draw(table, request, access, 'statistics.release');
    const { asOf, period, cells } = release;
    return { table: table.name, how, asOf, period, cells: Object.keys(cells).length, hidden: hiddenCells(release) };
  }

  private tableOf({ table: name, site }: TableRequest): StatisticsTable {
    const table = this.tables.find((one) => one.name === name);
    if (table === undefined) {
      throw usage('statistics.table', { known: this.tables.map((one) => one.name).join(', ') });
    }
    if (site !== null && !table.bySite) throw usage('statistics.not-by-site', { table: name });
    return table;
  }

  /** Refusals are entered too. */
  private async checkAccess(
    table: StatisticsTable,
    { site }: TableRequest,
    access: AccessRequest,
    action: string,
    told: AccessRequest = access,
  ): Promise<void> {
    const reason = aggregatesForbidden(this.parts.book, access, table.by, site);
    if (reason === null) return;
    await this.parts.trail.enter([{ ...entryOf(action, table, told), outcome: 'refused', detail: [reason] }]);
    throw new TeachingError('statistics.forbidden', { reason }, { exitCode: EXIT.refused });
  }

  /** Figures, their place in the ledger and the entry are in one transaction: none is answered without the others. */
  private draw(
    table: StatisticsTable,
    request: TableRequest,
    access: AccessRequest,
    action: string,
  ): Promise<DrawnRelease> {
    return this.parts.database.transaction(async (client) => {
      const drawn = await this.find(client, table, request);
      if (!knowsSite(drawn, request.site)) throw usage('statistics.site-unknown', {});
      await this.parts.trail.record(client, [{ ...entryOf(action, table, access), detail: [drawn.how] }]);
      return drawn;
    });
  }

  private async find(client: Client, table: StatisticsTable, { month }: TableRequest): Promise<DrawnRelease> {
    const { plan, systems } = this.parts;
    const { period, drawnIn } = figureMonths(table.population, month, await currentMonth(client));
    const family = plan.familyOf(table);
    if (drawnIn === null) return drawRelease(client, plan, family, period, systems);
    const releases = await findReleases(client, family.population, period, null);
    const release = releases.find((one) => one.month === drawnIn && holdsFamily(one.cells, family, []));
    if (release === undefined) throw usage('statistics.not-drawn', { month: drawnIn });
    return { release, how: 'known' };
  }
}

const usage = (code: string, args: Readonly<Record<string, string>>): TeachingError =>
  new TeachingError(code, args, { exitCode: EXIT.usage });

/** No subject: nobody's data are told. The table stands where others name a run. */
const entryOf = (
  action: string,
  { name, by }: StatisticsTable,
  { purpose, recipient, grant }: AccessRequest,
): AuditEntry => ({
  ...BARE_ENTRY,
  action,
  purpose,
  recipient,
  grant: grant?.id ?? BARE_ENTRY.grant,
  incident: name,
  fields: by.map((dimension) => dimension.name),
});
