import type { PersonsBySite, RowsBySite } from '#libs/store';
import type { StoreKind } from './retention-rules.js';

/** What the gateway stores: aid requests of nobody in the store, events that were told, answers and reads of days before. */
export type GatewayKind = 'aidRequests' | 'outbox' | 'passing';

/** What a run of retention did: counts by kind and site, no person. */
export interface RetentionReport {
  readonly run: number | null;
  readonly asOf: string;
  readonly dryRun: boolean;
  /** Version of retention.yml. */
  readonly policy: number;
  /** Files of persons; whoever has records at two sites counts at each. */
  readonly files: {
    /** Announced by this run: their period is over within the time that is announced ahead. */
    readonly announced: PersonsBySite;
    readonly purged: PersonsBySite;
    /** Beyond their period and archived with a justification. */
    readonly kept: PersonsBySite;
    /** Beyond their period and under restriction (article 18): for a person to decide. */
    readonly restricted: PersonsBySite;
    /** Beyond their period: announced too lately to go, or with a contact planned. */
    readonly waiting: PersonsBySite;
    /** No day of contact is known: for a person to decide. */
    readonly undated: PersonsBySite;
    /** Source records that went. */
    readonly records: number;
    /** Accounting lines that were kept of them without identity. */
    readonly accountingLines: number;
    /** Rows of households of which nobody is left and which no export holds any more. */
    readonly households: number;
  };
  /** Rows, files or tables that went, by kind and site; `*` where they are no site's. */
  readonly kinds: Readonly<
    Record<StoreKind | 'subjectReport' | 'auditTrail' | 'staleTables' | GatewayKind, RowsBySite>
  >;
}

/** Whether somebody must decide: about persons without a date, or about restricted ones whose period is over. */
export const needsDecision = ({ files }: Pick<RetentionReport, 'files'>): boolean =>
  Object.keys({ ...files.undated, ...files.restricted }).length > 0;

/** Counts for the trail: `purged=12`; sites and what is nothing are left out. */
export const reportWords = ({ files, kinds }: RetentionReport): readonly string[] =>
  [
    ...(['announced', 'purged', 'kept', 'restricted', 'waiting', 'undated'] as const).map(
      (name) => [name, sum(files[name])] as const,
    ),
    ...Object.entries(kinds).map(([name, rows]) => [name, sum(rows)] as const),
  ].flatMap(([name, count]) => (count === 0 ? [] : [`${name}=${String(count)}`]));

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, n) => all + n, 0);
