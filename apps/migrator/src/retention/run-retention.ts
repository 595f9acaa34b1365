import { EXIT, isTransient, TeachingError } from '#libs/domain';
import type { Settings } from '#libs/runtime';
import {
  AuditTrail,
  BARE_ENTRY,
  beginRetentionRun,
  type Client,
  countOverdue,
  deleteEmptyHouseholds,
  dropStaleTables,
  endRetentionRun,
  type FileSurvey,
  type KindPurge,
  forgetPassing,
  purgeAccounting,
  purgeCopies,
  purgeLoneAidRequests,
  purgeOutbox,
  purgeQuarantine,
  purgeReports,
  type RowsBySite,
  surveyFiles,
  today,
  type Transactor,
  tryLockRetention,
  unlockRetention,
} from '#libs/store';
import { pruneAudit } from '../audit/prune-audit.js';
import type { Engine } from '../engine/open-engine.js';
import { openDesk } from '../engine/open-desk.js';
import { DEFAULT_WEBHOOK_RULES, endOfPeriod, readGatewayRules, readPolicies, rightEntries } from '#libs/services';
import { countPurgeable, type PurgedFiles, purgeFiles } from './purge-files.js';
import { type GatewayKind, needsDecision, type RetentionReport, reportWords } from './retention-report.js';
import { readRetentionRules, type RetentionRules, type StoreKind } from './retention-rules.js';
import { sweepReports } from './sweep-home.js';

const PURGES: Readonly<Record<StoreKind, KindPurge>> = {
  quarantine: purgeQuarantine,
  undoLog: purgeCopies,
  runReports: purgeReports,
  aidAccounting: purgeAccounting,
};

/** What is asked for. */
export interface RetentionRequest {
  readonly dryRun: boolean;
  /** YYYY-MM-DD to look from; null: today by the database's clock. */
  readonly asOf: string | null;
  readonly signal: AbortSignal;
  /** Told of source persons who went. */
  readonly onPurged: (records: number) => void;
}

/**
 * Retention for each kind of data (invariant 18): announces whose period will be over, deletes whose end was announced, archives
 * who is kept, and removes what of the other kinds has had its time.
 * @throws TeachingError `retention.busy`, `rights.linking`, `rights.busy` (exit code 3), `audit.broken`, `retention.kind` (2)
 */
export const runRetention = async (
  engine: Engine,
  settings: Settings,
  request: RetentionRequest,
): Promise<RetentionReport> => {
  const rules = readRetentionRules(settings.configDir);
  return engine.database.session(async (lock) => {
    if (!(await tryLockRetention(lock))) throw new TeachingError('retention.busy', {}, { exitCode: EXIT.waiting });
    try {
      const day = request.asOf ?? (await today(lock));
      return await (request.dryRun
        ? rehearse(engine, settings, rules, day)
        : carryOut(engine, settings, rules, day, request));
    } finally {
      // A connection that broke has lost the lock already.
      await unlockRetention(lock).catch((error: unknown) => {
        if (!isTransient(error)) throw error;
      });
    }
  });
};

/** Nothing is kept of it. The files that would go are counted and not deleted: nobody waits for a rehearsal. */
const rehearse = (engine: Engine, settings: Settings, rules: RetentionRules, day: string): Promise<RetentionReport> =>
  engine.database.rehearse((rehearsal) =>
    rehearsal.transaction(async (client) => {
      const survey = await surveyFiles(client, rules.file, day);
      const purged = await countPurgeable(client, rules.file, day);
      const kinds = await purgeKinds(rehearsal, engine, settings, rules, day, true);
      const rest = await finishFiles(client, rules, day);
      // Nobody has gone, so those who would still stand among those who wait.
      const waiting = Object.fromEntries(
        Object.entries(rest.waiting).flatMap(([site, persons]) => {
          const left = persons - (purged.persons[site] ?? 0);
          return left > 0 ? [[site, left]] : [];
        }),
      );
      return reportOf(rules, day, { run: null, survey, purged, kinds, ...rest, waiting });
    }),
  );

const carryOut = async (
  engine: Engine,
  settings: Settings,
  rules: RetentionRules,
  day: string,
  { signal, onPurged }: RetentionRequest,
): Promise<RetentionReport> => {
  const { database } = engine;
  const trail = engine.get(AuditTrail);
  const run = await database.transaction((client) => beginRetentionRun(client, day));
  try {
    const survey = await database.transaction(async (client) => {
      const found = await surveyFiles(client, rules.file, day);
      await trail.record(client, [
        ...rightEntries('retention.archive', found.archived, null, []),
        ...rightEntries('retention.reopen', found.reopened, null, []),
      ]);
      return found;
    });
    const purged = await purgeFiles(openDesk(engine, settings), rules.file, day, signal, onPurged);
    const kinds = await purgeKinds(database, engine, settings, rules, day, false);
    return await database.transaction(async (client) => {
      const rest = await finishFiles(client, rules, day);
      const report = reportOf(rules, day, { run, survey, purged, kinds, ...rest });
      const status = needsDecision(report) ? 'waiting' : 'done';
      await endRetentionRun(client, run, { status, failure: null, report });
      await trail.record(client, [runEntry(report, status)]);
      return report;
    });
  } catch (error) {
    const failure = error instanceof TeachingError ? error.code : 'retention.interrupted';
    // Where the database is away, the next run finds this one unfinished and says the same.
    await database
      .transaction((client) => endRetentionRun(client, run, { status: 'failed', failure, report: null }))
      .catch((other: unknown) => engine.logger.warn({ err: other }, 'the end of a retention run could not be noted'));
    throw error;
  }
};

/** The other kinds, each in a transaction of its own; the trail last, since it may refuse. */
const purgeKinds = async (
  transactor: Transactor,
  engine: Engine,
  settings: Settings,
  { periods, file }: RetentionRules,
  day: string,
  dryRun: boolean,
): Promise<RetentionReport['kinds']> => {
  const purge = (kind: StoreKind): Promise<RowsBySite> =>
    transactor.transaction((client) => PURGES[kind](client, day, periods[kind]));
  const found = {
    quarantine: await purge('quarantine'),
    undoLog: await purge('undoLog'),
    runReports: await purge('runReports'),
    aidAccounting: await purge('aidAccounting'),
    staleTables: await transactor.transaction(dropStaleTables),
    ...(await purgeGateway(transactor, settings, file.period, day)),
    subjectReport: inAll(await sweepReports(settings, beginOf(day, periods.subjectReport), dryRun)),
  };
  return { ...found, auditTrail: inAll((await pruneAudit(engine, settings, dryRun)).removed) };
};

/** What the gateway stores and no person's file takes along. */
const purgeGateway = async (
  transactor: Transactor,
  { configDir }: Settings,
  period: string,
  day: string,
): Promise<Pick<RetentionReport['kinds'], GatewayKind>> => {
  const { webhooks } = readGatewayRules(configDir, readPolicies(configDir));
  const { keepDays } = { ...DEFAULT_WEBHOOK_RULES, ...webhooks };
  const within = async (work: (client: Client) => Promise<number>): Promise<RowsBySite> =>
    inAll(await transactor.transaction(work));
  return {
    aidRequests: await within((client) => purgeLoneAidRequests(client, day, period)),
    outbox: await within((client) => purgeOutbox(client, keepDays)),
    passing: await within(forgetPassing),
  };
};

/** Written before this instant, a report of the home has had its period by a day. */
const beginOf = (day: string, period: string): number => {
  const end = Date.parse(endOfPeriod(day, period)) - Date.parse(day);
  return Date.parse(day) - end;
};

const finishFiles = async (
  client: Client,
  { file }: RetentionRules,
  day: string,
): Promise<{ readonly waiting: Readonly<Record<string, number>>; readonly households: number }> => ({
  waiting: await countOverdue(client, day),
  households: await deleteEmptyHouseholds(client, file, day),
});

const inAll = (count: number): RowsBySite => (count === 0 ? {} : { '*': count });

interface Parts {
  readonly run: number | null;
  readonly survey: FileSurvey;
  readonly purged: PurgedFiles;
  readonly kinds: RetentionReport['kinds'];
  readonly waiting: Readonly<Record<string, number>>;
  readonly households: number;
}

const reportOf = (rules: RetentionRules, asOf: string, parts: Parts): RetentionReport => {
  const { run, survey, purged, kinds, waiting, households } = parts;
  const { announced, kept, restricted, undated } = survey;
  const { persons, records, accountingLines } = purged;
  return {
    ...{ run, asOf, dryRun: run === null, policy: rules.version, kinds },
    files: { announced, purged: persons, kept, restricted, waiting, undated, records, accountingLines, households },
  };
};

const runEntry = (report: RetentionReport, outcome: string) => ({
  ...BARE_ENTRY,
  action: 'retention.run',
  purpose: 'data_protection',
  incident: `P${String(report.run)}`,
  outcome,
  detail: reportWords(report),
});
