import { TeachingError } from '#libs/domain';
import type { Settings } from '#libs/runtime';
import type { Language } from '#libs/messages';
import type { Client } from '#libs/store';
import { recordRead } from '../../audit/record-read.js';
import { LinkRulebook } from '../../linkage/link-rules.js';
import { findStandingModel } from '../../linkage/standing-model.js';
import type { RightsDesk } from '../rights-desk.js';
import { type LinkWords, reportContext, RIGHTS_PURPOSE, seenFields } from './report-context.js';
import type { SubjectReport } from './report-data.js';
import { reportHtml } from './report-html.js';
import { readSubjectReport } from './read-subject-report.js';
import { findReportedPerson, readAsEntered } from './subject-of.js';
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
  const naming = { catalogue: context.catalogue, key: desk.naming.key };
  const { vault } = desk;
  const find = (client: Client) => findReportedPerson(client, vault, context.book, naming, request.person);
  const subject = await desk.database.session(find);
  if (subject.members.length === 0) throw new TeachingError('subject-report.nothing-held');
  await recordRead(desk, {
    action: 'subject.export',
    purpose: RIGHTS_PURPOSE,
    recipient: context.recipient,
    subjectIds: subject.ids,
    fields: seenFields(context.book, subject.seen),
    outcome: 'done',
  });
  const report = await readAsEntered(desk.database, subject, find, async (client) => {
    const standing = await findStandingModel(client, rules);
    const restricted = ['restricted', 'archived-restricted'].includes(subject.state);
    return readSubjectReport(client, context, {
      ...subject,
      vault,
      restricted,
      rules: standing === null ? null : rules,
    });
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
