import { type MapResult, TeachingError } from '#libs/domain';
import {
  clearRefusedHouseholds,
  type Client,
  closeEntry,
  hasExpired,
  insertQuarantine,
  listQuarantine,
  type LoadTarget,
  type QuarantineFilter,
  type ReplayEntry,
  ResultLoader,
  type RowHasher,
  type Run,
  type Transactor,
} from '#libs/store';
import { type ChunkWork, mapStretch } from '../imports/load-chunk.js';
import type { RunContexts } from '../imports/run-contexts.js';

/** What a replay made of the entries. `unreadable`: the export is gone or was changed; the next export will tell. */
export interface ReplayReport {
  landed: number;
  withheld: number;
  waiting: number;
  unreadable: number;
}

const PAGE = 500;

/** An entry with its record as it reads today. */
interface Reread {
  readonly entry: ReplayEntry;
  readonly result: MapResult;
}

/**
 * Reads quarantined records again at their recorded addresses, with today's profile and policy, and lands what is sound by
 * now. Each page is one transaction: an entry is closed in the same one that lands its record.
 */
export class QuarantineReplay {
  constructor(
    private readonly database: Pick<Transactor, 'transaction'>,
    private readonly contexts: RunContexts,
    private readonly hash: RowHasher,
  ) {}

  /** @param run what lands is booked on this run, so that a rollback of it takes it back */
  async replay(filter: QuarantineFilter, run: Run, signal: AbortSignal): Promise<ReplayReport> {
    const report: ReplayReport = { landed: 0, withheld: 0, waiting: 0, unreadable: 0 };
    let after = '0';
    for (;;) {
      signal.throwIfAborted();
      const page = await this.database.transaction(async (client) => {
        const entries = await listQuarantine(client, filter, after, PAGE);
        for (const entriesOfFile of groupBy(entries, ({ fileId }) => fileId)) {
          await this.replayFile(client, entriesOfFile, run, report, signal);
        }
        return entries;
      });
      const last = page.at(-1);
      if (last === undefined) return report;
      after = last.id;
    }
  }

  private async replayFile(
    client: Client,
    entries: readonly ReplayEntry[],
    run: Run,
    report: ReplayReport,
    signal: AbortSignal,
  ): Promise<void> {
    const [first] = entries;
    if (first === undefined) return;
    const work = await this.contexts.of(client, first.runId, first.fileId);
    const reread: Reread[] = [];
    for (const unit of groupBy(entries, ({ unit }) => unit.byteOffset)) {
      const found = await readUnit(work, unit, signal);
      report.unreadable += unit.length - found.length;
      reread.push(...found);
    }
    await this.land(client, work, reread, run, report);
  }

  private async land(
    client: Client,
    work: ChunkWork,
    reread: readonly Reread[],
    run: Run,
    report: ReplayReport,
  ): Promise<void> {
    const { id: runId, siteId } = run;
    const { file, tableIds, minimiser } = work;
    const returns = (await hasExpired(client, siteId)) ? work.source.returns() : null;
    const target: LoadTarget = {
      ...{ runId, fileId: file.id, siteId, tableIds, returns },
      ...{ firstLoad: false, seenRelation: null },
    };
    const loader = await ResultLoader.open(client, target, this.hash, work.vault);
    for (const { result } of reread) loader.add(minimiser.minimise(result));
    const { fates, quarantined } = await loader.land();
    // A case that waited may be one of which nobody is left.
    await clearRefusedHouseholds(client, siteId);
    for (const [at, { entry }] of reread.entries()) {
      const outcome = quarantined.get(at);
      if (outcome === undefined) {
        const fate = fates[at] === 'row' ? 'landed' : 'withheld';
        await closeEntry(client, entry.id, fate, runId);
        report[fate] += 1;
        continue;
      }
      report.waiting += 1;
      const [issue] = outcome.issues;
      if (issue?.code === entry.reason && (issue.field ?? null) === entry.field) continue;
      // It waits for another reason now: the old entry ends, the new one says what is wrong today.
      await closeEntry(client, entry.id, 'superseded', runId);
      await insertQuarantine(client, target, [outcome]);
    }
  }
}

/** The records of one outermost record that the entries are about. Empty when the export is gone or was changed. */
const readUnit = async (work: ChunkWork, entries: readonly ReplayEntry[], signal: AbortSignal): Promise<Reread[]> => {
  const [first] = entries;
  if (first === undefined) return [];
  const { byteOffset, byteLength, record } = first.unit;
  const byOffset = new Map(entries.map((entry) => [`${entry.table} ${String(entry.byteOffset)}`, entry]));
  const duplicates = entries.some(({ issues }) => issues.some(({ code }) => code === 'key.duplicate'));
  const stretch = {
    start: byteOffset,
    end: byteOffset + byteLength,
    // Numbers of nested records depend on what lies before; the entry knows its own.
    firstRecord: Object.fromEntries([...work.source.profile.tables.keys()].map((table) => [table, record])),
    // Only another export can say which of two records with one key holds.
    sharedKey: () => (duplicates ? ('duplicate' as const) : undefined),
  };
  const found: Reread[] = [];
  try {
    for await (const mapped of mapStretch(work, stretch, signal)) {
      for (const result of mapped) {
        const entry = byOffset.get(`${result.record.table} ${String(result.record.byteOffset)}`);
        if (entry !== undefined)
          found.push({ entry, result: { ...result, record: { ...result.record, record: entry.record } } });
      }
    }
  } catch (error) {
    if (error instanceof TeachingError && (error.code === 'export.gone' || error.code === 'export.changed')) return [];
    throw error;
  }
  return found;
};

const groupBy = <T>(items: readonly T[], key: (item: T) => number): T[][] => {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
};
