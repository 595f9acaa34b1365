import type { Language } from '#libs/messages';
import type { Settings } from '#libs/runtime';
import type { Client } from '#libs/store';
import { recordRead } from '../../audit/record-read.js';
import type { Engine } from '../../engine/open-engine.js';
import { INSTALLATION_KEY } from '../../engine/tokens.js';
import { LinkRulebook } from '../../linkage/link-rules.js';
import { findStandingModel } from '../../linkage/review/standing-model.js';
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
  engine: Pick<Engine, 'app' | 'database' | 'get'>,
  { configDir }: Settings,
  named: string,
  lang: Language,
  words: LinkWords,
): Promise<ToldSummary> => {
  const context = reportContext(configDir, lang, words);
  const naming = { catalogue: context.catalogue, key: engine.app.get<Uint8Array>(INSTALLATION_KEY, { strict: false }) };
  const { rules } = new LinkRulebook(configDir);
  const find = (client: Client) => findReportedPerson(client, context.book, naming, named);
  const person = await engine.database.session(find);
  await recordRead(engine, {
    action: 'subject.show',
    purpose: RIGHTS_PURPOSE,
    recipient: context.recipient,
    subjectIds: person.ids,
    fields: person.members.length === 0 ? [] : SUMMARY_FIELDS,
    outcome: 'done',
  });
  const summary = await readAsEntered(engine.database, person, find, async (client) => {
    const standing = await findStandingModel(client, rules);
    return readSummary(client, context, person, standing === null ? null : rules);
  });
  return { summary, context };
};
