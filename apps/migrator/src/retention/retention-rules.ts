import { EXIT, TeachingError } from '#libs/domain';
import type { RetentionDocument } from '#libs/minimiser';
import type { FileRule } from '#libs/store';
import { readPolicies } from '#libs/services';

/** Kinds of retention.yml that the nightly run acts on, beside the file of a person and the audit trail. */
export const STORE_KINDS = ['quarantine', 'undoLog', 'runReports', 'aidAccounting'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

/** What a run of retention obeys: retention.yml, nothing else. */
export interface RetentionRules {
  readonly version: number;
  /** The kind whose period runs from the last contact. */
  readonly fileKind: string;
  readonly file: FileRule;
  /** Periods by kind: `6 months`. */
  readonly periods: Readonly<Record<StoreKind | 'subjectReport', string>>;
}

/** @throws TeachingError `retention.kind` (exit code 2) where retention.yml lacks a kind; those of `readPolicies` */
export const readRetentionRules = (configDir: string): RetentionRules =>
  rulesOf(readPolicies(configDir).documents.retention);

const rulesOf = ({ version, kinds, announce, lastContact }: RetentionDocument): RetentionRules => {
  const [fileKind, file] = Object.entries(kinds).find(([, { from }]) => from === 'lastContact') ?? [];
  if (fileKind === undefined || file === undefined) throw lacks('socialFile');
  const period = (kind: string): string => kinds[kind]?.period ?? raise(lacks(kind));
  return {
    version,
    fileKind,
    file: { contacts: lastContact, period: file.period, announce },
    periods: {
      quarantine: period('quarantine'),
      undoLog: period('undoLog'),
      runReports: period('runReports'),
      aidAccounting: period('aidAccounting'),
      subjectReport: period('subjectReport'),
    },
  };
};

const lacks = (kind: string): TeachingError => new TeachingError('retention.kind', { kind }, { exitCode: EXIT.usage });

const raise = (error: TeachingError): never => {
  throw error;
};
