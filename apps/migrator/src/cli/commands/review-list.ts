import { EXIT, type ExitCode } from '#libs/domain';
import { fillText, formatDecimal, formatInteger, type Language, messageFor, type Text } from '#libs/messages';
import type { ReviewGroup } from '../../linkage/review/group-reviews.js';
import type { CommandContext } from '../definition/index.js';
import type { Output } from '../output/output.js';
import { sourceAddress } from './review-address.js';

const TEXTS = {
  none: { en: 'Nothing waits for a decision.', fr: "Rien n'attend de décision." },
  waiting: { en: 'Questions: {questions} · groups: {groups}', fr: 'Questions : {questions} · groupes : {groups}' },
  group: {
    en: 'Group {number} · questions: {questions} · persons: {persons}',
    fr: 'Groupe {number} · questions : {questions} · personnes : {persons}',
  },
  settles: { en: 'settles {count}', fr: 'en tranche {count}' },
  more: {
    en: 'Groups not shown: {groups} (give --limit, or --json for all).',
    fr: 'Groupes non montrés : {groups} (donnez --limit, ou --json pour tout).',
  },
} as const satisfies Record<string, Text>;

/** Groups that fit on a screen or two. */
const SHOWN = 20;

type Context = CommandContext<object, object> & { readonly options: { readonly limit: number | undefined } };

/** Open questions, group by group. Exit code 3 while any waits. */
export const list = async ({ options, out, lang, signal, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { LinkRulebook } = await import('#libs/services');
  const { listOpenReviews } = await import('../../linkage/review/list-open-reviews.js');
  const { groupReviews } = await import('../../linkage/review/group-reviews.js');
  const { findStandingModel } = await import('#libs/services');
  const { reviewLine } = await import('../../linkage/review/review-line.js');
  const given = await settings();
  const { rules } = new LinkRulebook(given.configDir);
  const { groups, named } = await withEngine(given, { queue: false }, async ({ database }) => ({
    groups: groupReviews(await listOpenReviews(database, signal)),
    named: (await database.session((client) => findStandingModel(client, rules))) !== null,
  }));
  const shown = groups.slice(0, options.limit ?? (out.isJson ? groups.length : SHOWN));
  printHead(out, lang, groups);
  for (const [place, group] of shown.entries()) {
    const number = place + 1;
    for (const review of out.isJson ? group.reviews : []) {
      await out.ndjson(reviewLine(review, number, named ? rules.plan : null));
    }
    printGroup(out, lang, number, group);
  }
  printTail(out, lang, groups, shown);
  return groups.length === 0 ? EXIT.done : EXIT.waiting;
};

/** One line for all questions between the same two persons: the likeliest of them, which settles the others. */
const printGroup = (out: Output, lang: Language, number: number, { reviews, persons }: ReviewGroup): void => {
  const questions = formatInteger(reviews.length, lang);
  out.line(`\n${fillText(TEXTS.group[lang], { number, questions, persons: formatInteger(persons, lang) })}`);
  const asked = new Set<string>();
  for (const { reviewId, left, right, bits, rule, settles } of reviews) {
    const between = [left.personId, right.personId].sort().join();
    if (asked.has(between)) continue;
    asked.add(between);
    const more = settles > 1 ? `  (${fillText(TEXTS.settles[lang], { count: settles })})` : '';
    const score = `${formatDecimal(bits, 1, lang).padStart(6)} bits`;
    out.line(`  ${reviewId} ${score}  ${rule}  ${sourceAddress(left)}  ${sourceAddress(right)}${more}`);
  }
};

const printHead = (out: Output, lang: Language, groups: readonly ReviewGroup[]): void => {
  if (groups.length === 0) {
    out.line(TEXTS.none[lang]);
    return;
  }
  const questions = groups.reduce((sum, { reviews }) => sum + reviews.length, 0);
  const counts = { questions: formatInteger(questions, lang), groups: formatInteger(groups.length, lang) };
  out.line(fillText(TEXTS.waiting[lang], counts));
};

/** What the codes of the rules mean, once each. */
const printTail = (
  out: Output,
  lang: Language,
  groups: readonly ReviewGroup[],
  shown: readonly ReviewGroup[],
): void => {
  if (groups.length === 0) return;
  const more = groups.length - shown.length;
  if (more > 0) out.line(`\n${fillText(TEXTS.more[lang], { groups: formatInteger(more, lang) })}`);
  out.line();
  const rules = new Set(shown.flatMap(({ reviews }) => reviews.map(({ rule }) => rule)));
  for (const rule of rules) out.line(`${rule}: ${messageFor(rule, lang)?.what ?? ''}`);
};
