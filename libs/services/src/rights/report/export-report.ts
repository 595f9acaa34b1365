import type { Settings } from '#libs/runtime';
import type { Language } from '#libs/messages';
import { LinkRulebook } from '../../linkage/link-rules.js';
import type { RightsDesk } from '../rights-desk.js';
import { type LinkWords, reportContext } from './report-context.js';
import type { SubjectReport } from './report-data.js';
import { reportHtml } from './report-html.js';
import { readReport } from './read-report.js';
import { prepareFolder, type ReportFile, writeReport } from './write-report.js';

export const REPORT_FORMATS = ['html', 'json', 'both'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a person's report is to be. */
export interface ReportRequest {
  /** An id of the person or of any source person of theirs, or system/site/key. */
  readonly person: string;
  readonly folder: string;
  readonly format: ReportFormat;
  readonly lang: Language;
  readonly words: LinkWords;
}

/** What was written, and of which records; no value of anybody. */
export interface ExportedReport {
  readonly personId: string;
  readonly sourcePersons: number;
  readonly files: readonly string[];
}

/**
 * Writes a person's own report. Refused before anything is read where it could not be written; entered in the audit trail
 * before anything is read, so that no file exists without its entry, and so that the report tells of itself.
 * @throws TeachingError `subject-report.*` (`subject-report.changed` where a link was undone meanwhile), `person.address` (exit code 2), `person.unknown`, `audit.head`
 */
export const exportReport = async (
  desk: Pick<RightsDesk, 'database' | 'trail' | 'vault' | 'naming'>,
  { configDir }: Settings,
  request: ReportRequest,
): Promise<ExportedReport> => {
  const names = fileNames(request);
  await prepareFolder(request.folder, names);
  const context = reportContext(configDir, request.lang, request.words);
  const { rules } = new LinkRulebook(configDir);
  const { subject, report } = await readReport(desk, context, rules, {
    person: request.person,
    action: 'subject.export',
    recipient: context.recipient,
  });
  const files = await writeReport(request.folder, filesOf(names, report));
  return { personId: subject.personId, sourcePersons: subject.ids.length, files };
};

/** No name, key or id of the person: names of files show in lists, backups and logs. */
const fileNames = ({ format, lang }: ReportRequest): readonly string[] =>
  (format === 'both' ? (['html', 'json'] as const) : [format]).map((kind) => `subject-report.${lang}.${kind}`);

const filesOf = (names: readonly string[], report: SubjectReport): readonly ReportFile[] =>
  names.map((name) => ({
    name,
    text: name.endsWith('.json') ? `${JSON.stringify(report, null, 2)}\n` : reportHtml(report),
  }));
