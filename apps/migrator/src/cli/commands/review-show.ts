import { EXIT, type ExitCode } from '#libs/domain';
import {
  fillText,
  formatDecimal,
  formatInteger,
  formatPercent,
  type Language,
  messageFor,
  printable,
  type Text,
} from '#libs/messages';
import type { ReviewSheet } from '../../linkage/review/review-sheet.js';
import type { CommandContext } from '../definition/index.js';
import type { Output } from '../output/output.js';
import { sourceAddress } from './review-address.js';
import { fieldWord, levelWord } from './review-words.js';

const TEXTS = {
  field: { en: 'field', fr: 'champ' },
  agreement: { en: 'agreement', fr: 'accord' },
  unknown: { en: 'not known on both sides', fr: 'inconnu d’un côté ou des deux' },
  prior: { en: 'any two records', fr: 'deux enregistrements quelconques' },
  rare: { en: 'how rare the names are', fr: 'rareté des noms' },
  sum: { en: 'all together', fr: 'en tout' },
  household: { en: 'others of the household are the same', fr: "d'autres du foyer sont les mêmes" },
  withHousehold: { en: 'with the household', fr: 'avec le foyer' },
  others: {
    en: 'Other members of both households who are the same persons: {others}.',
    fr: 'Autres membres des deux foyers qui sont les mêmes personnes : {others}.',
  },
  taken: {
    en: 'One of the two is already linked with somebody else of the other household.',
    fr: "L'un des deux est déjà rapproché d'une autre personne du foyer de l'autre.",
  },
  probability: { en: 'probability {share}', fr: 'probabilité {share}' },
  rivals: {
    en: 'Next best for the left record: {left}; for the right one: {right}.',
    fr: "Second pour l'enregistrement de gauche : {left} ; pour celui de droite : {right}.",
  },
  noRival: { en: 'none', fr: 'aucun' },
  decided: { en: 'Decided: {verdict}, by {by}: {reason}', fr: 'Décidé : {verdict}, par {by} : {reason}' },
  same: { en: 'one person', fr: 'une même personne' },
  never: { en: 'never one person', fr: 'jamais une même personne' },
} as const satisfies Record<string, Text>;

type Context = CommandContext<object, object> & { readonly args: { readonly review: string } };

/** One pair side by side. Values of the allowed fields only. */
export const show = async ({ args, out, lang, settings }: Context): Promise<ExitCode> => {
  const { withEngine } = await import('../../engine/open-engine.js');
  const { LinkRulebook } = await import('#libs/services');
  const { consoleReader } = await import('../../policies/console-reader.js');
  const { readPolicies } = await import('#libs/services');
  const { readReviewSheet } = await import('../../linkage/review/review-sheet.js');
  const { recordRead, viewRead } = await import('#libs/services');
  const { AuditTrail, Vault } = await import('#libs/store');
  const { sheetView } = await import('../../linkage/review/review-views.js');
  const given = await settings();
  const { rules } = new LinkRulebook(given.configDir);
  const policies = readPolicies(given.configDir);
  const sheet = await withEngine(given, { queue: false }, async (engine) => {
    const reader = consoleReader(engine, policies, 'link_review');
    const read = await engine.database.session((client) =>
      readReviewSheet(client, engine.get(Vault), rules, reader, args.review),
    );
    const { view, review } = read;
    await recordRead(
      { database: engine.database, trail: engine.get(AuditTrail) },
      {
        ...viewRead('review.show', view, view.show, [review.left, review.right]),
        incident: review.reviewId,
      },
    );
    return read;
  });
  if (out.isJson) out.json(sheetView(sheet));
  printSides(out, lang, sheet);
  printReasons(out, lang, sheet);
  return EXIT.done;
};

const printSides = (out: Output, lang: Language, { review, fields }: ReviewSheet): void => {
  const { left, right } = review;
  out.table(
    [{ title: TEXTS.field[lang] }, { title: sourceAddress(left) }, { title: sourceAddress(right) }],
    fields.map((one) => [fieldWord(one.field, lang), one.left ?? '–', one.right ?? '–']),
  );
  out.line();
};

const printReasons = (out: Output, lang: Language, sheet: ReviewSheet): void => {
  const { review, explanation, householdBits, decided } = sheet;
  const bits = (value: number | null): string =>
    value === null ? TEXTS.noRival[lang] : `${formatDecimal(value, 1, lang)} bits`;
  const { prior, contributions, namesBits } = explanation;
  out.table(
    [{ title: TEXTS.field[lang] }, { title: TEXTS.agreement[lang] }, { title: 'bits', align: 'right' }],
    [
      ['', TEXTS.prior[lang], formatDecimal(prior, 1, lang)],
      ...contributions.map((one) => [
        fieldWord(one.field, lang),
        one.level === null ? TEXTS.unknown[lang] : levelWord(one.level, lang),
        formatDecimal(one.bits + one.frequencyBits, 1, lang),
      ]),
      ...(Math.abs(namesBits) < 0.05 ? [] : [['', TEXTS.rare[lang], formatDecimal(namesBits, 1, lang)]]),
      ['', TEXTS.sum[lang], formatDecimal(explanation.bits, 1, lang)],
      ...(householdBits === 0
        ? []
        : [
            ['', TEXTS.household[lang], formatDecimal(householdBits, 1, lang)],
            ['', TEXTS.withHousehold[lang], formatDecimal(explanation.bits + householdBits, 1, lang)],
          ]),
    ],
  );
  out.line();
  out.line(fillText(TEXTS.probability[lang], { share: formatPercent(explanation.probability, lang) }));
  out.line(fillText(TEXTS.rivals[lang], { left: bits(review.leftRunnerUp), right: bits(review.rightRunnerUp) }));
  printHousehold(out, lang, review.household);
  const teaching = messageFor(review.rule, lang);
  out.line(`${review.rule}: ${teaching?.what ?? ''} ${teaching?.next ?? ''}`);
  if (decided === null) return;
  const { verdict, decidedBy, reason } = decided;
  out.line(
    fillText(TEXTS.decided[lang], {
      verdict: TEXTS[verdict][lang],
      by: printable(decidedBy),
      reason: printable(reason),
    }),
  );
};

/** What a reviewer cannot see in the two records themselves. Who the others are is not told. */
const printHousehold = (out: Output, lang: Language, household: ReviewSheet['review']['household']): void => {
  if (household === null) return;
  if (household.taken) out.line(TEXTS.taken[lang]);
  else if (household.others > 0) {
    out.line(fillText(TEXTS.others[lang], { others: formatInteger(household.others, lang) }));
  }
};
