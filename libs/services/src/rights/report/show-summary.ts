import type { Language } from '#libs/messages';
import type { Settings } from '#libs/runtime';
import type { Client } from '#libs/store';
import { recordRead } from '../../audit/record-read.js';
import { LinkRulebook } from '../../linkage/link-rules.js';
import { findStandingModel } from '../../linkage/standing-model.js';
import type { RightsDesk } from '../rights-desk.js';
import { type LinkWords, type ReportContext, reportContext, RIGHTS_PURPOSE } from './report-context.js';
import { findReportedPerson, readAsEntered } from './subject-of.js';
import { readSummary, SUMMARY_FIELDS, type SubjectSummary } from './subject-summary.js';

/** A summary with what it takes to say it in words. */
export interface ToldSummary {
  readonly summary: SubjectSummary;
  readonly context: ReportContext;
}

/**
 * What the store holds of a person, in counts and dates, entered in the audit trail before it is read. Of somebody who is
 * withheld or erased it says so, and what waits.
 * @param named id of the person or of any source person of theirs, or system/site/key
 * @throws TeachingError `person.address` (exit code 2), `person.unknown`, `subject-report.changed`, `audit.head`
 */
export const showSummary = async (
  desk: Pick<RightsDesk, 'database' | 'trail' | 'vault' | 'naming'>,
  { configDir }: Settings,
  named: string,
  lang: Language,
  words: LinkWords,
): Promise<ToldSummary> => {
  const context = reportContext(configDir, lang, words);
  const naming = { catalogue: context.catalogue, key: desk.naming.key };
  const { rules } = new LinkRulebook(configDir);
  const { vault } = desk;
  const find = (client: Client) => findReportedPerson(client, vault, context.book, naming, named);
  const person = await desk.database.session(find);
  await recordRead(desk, {
    action: 'subject.show',
    purpose: RIGHTS_PURPOSE,
    recipient: context.recipient,
    subjectIds: person.ids,
    fields: person.members.length === 0 ? [] : SUMMARY_FIELDS,
    outcome: 'done',
  });
  const summary = await readAsEntered(desk.database, person, find, async (client) => {
    const standing = await findStandingModel(client, rules);
    return readSummary(client, context, person, standing === null ? null : rules);
  });
  return { summary, context };
};
