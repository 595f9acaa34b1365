import { TeachingError } from '#libs/domain';
import type { AccessRequest } from '#libs/minimiser';
import type { Client } from '#libs/store';
import { recordRead } from '../../audit/record-read.js';
import type { LinkRules } from '../../linkage/link-rules.js';
import { findStandingModel } from '../../linkage/standing-model.js';
import type { RightsDesk } from '../rights-desk.js';
import { type ReportContext, RIGHTS_PURPOSE, seenFields } from './report-context.js';
import type { SubjectReport } from './report-data.js';
import { readSubjectReport } from './read-subject-report.js';
import { findReportedPerson, readAsEntered, type ReportedPerson } from './subject-of.js';

/** Whose report, and who asks for it. */
export interface AskedReport {
  /** An id of the person or of any source person of theirs, or system/site/key. */
  readonly person: string;
  /** The command or call, as the trail names it. */
  readonly action: string;
  /** A key of the policies' recipients, or a SIRET. */
  readonly recipient: string;
  /** A client of the gateway, as the trail names it; the console where there is none. */
  readonly grant?: string;
  /** What it may see; all that the console may, where there is none. */
  readonly request?: AccessRequest;
}

/** A report with whom it is about. */
export interface ReadReport {
  readonly subject: ReportedPerson;
  readonly report: SubjectReport;
}

/**
 * Reads a person's own report, entered in the audit trail before anything is read, so that the report tells of itself.
 * @param rules of linkage as they are configured
 * @throws TeachingError `subject-report.nothing-held`, `subject-report.changed` where a link was undone meanwhile,
 * `person.address` (exit code 2), `person.unknown`, `audit.head`
 */
export const readReport = async (
  desk: Pick<RightsDesk, 'trail' | 'vault' | 'naming'> & {
    readonly database: Pick<RightsDesk['database'], 'session' | 'transaction'>;
  },
  context: ReportContext,
  rules: LinkRules,
  { person, action, recipient, grant, request }: AskedReport,
): Promise<ReadReport> => {
  const { vault } = desk;
  const naming = { catalogue: context.catalogue, key: desk.naming.key };
  const find = (client: Client) => findReportedPerson(client, vault, context.book, naming, person, request);
  const subject = await desk.database.session(find);
  if (subject.members.length === 0) throw new TeachingError('subject-report.nothing-held');
  await recordRead(desk, {
    action,
    purpose: request?.purpose ?? RIGHTS_PURPOSE,
    recipient,
    subjectIds: subject.ids,
    fields: seenFields(context.book, subject.seen),
    outcome: 'done',
    ...(grant === undefined ? {} : { grant }),
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
  return { subject, report };
};
