import { fillText, formatInteger, type Language, type Text } from '#libs/messages';
import type { PolicyBook } from '#libs/minimiser';
import type { LinkedAnew } from '../../linkage/link-after-rectification.js';
import type { rectificationView } from '#libs/services';
import type { Output } from '../output/output.js';
import { fieldWord } from './review-words.js';
import { subjectAddress } from './subject-words.js';

const TEXTS = {
  rectified: { en: 'Rectified: {field}, under {incident}, for', fr: 'Rectifié : {field}, sous {incident}, pour' },
  withdrawn: {
    en: 'Rectification of {field} taken back; what the records say stands again for',
    fr: 'Rectification de {field} retirée ; ce que disent les enregistrements vaut de nouveau pour',
  },
  differing: {
    en: 'Legacy records that still say otherwise, to be mended there (they stay as they are here):',
    fr: "Enregistrements d'origine qui disent encore autre chose, à corriger dans leur logiciel (ils restent tels quels ici) :",
  },
  empty: { en: 'says nothing', fr: 'ne dit rien' },
  recipients: {
    en: 'Who read this field so far, to be told of it (GDPR, article 19):',
    fr: "Qui a lu ce champ jusqu'ici, à prévenir (RGPD, article 19) :",
  },
  reads: { en: '{reads} reads, the last on {day}', fr: '{reads} lectures, la dernière le {day}' },
  nobody: { en: 'Nobody read this field so far.', fr: "Personne n'a lu ce champ jusqu'ici." },
  linked: { en: 'Links were compared anew.', fr: 'Les liens ont été réexaminés.' },
  waiting: {
    en: 'Links will be compared with it by the next link run ({failure}): run `passerelle link`.',
    fr: 'Les liens seront réexaminés au prochain rapprochement ({failure}) : lancez `passerelle link`.',
  },
  dryRun: { en: 'Dry run: nothing was kept of this.', fr: "Essai à blanc : rien n'en a été conservé." },
} as const satisfies Record<string, Text>;

type View = ReturnType<typeof rectificationView> & { readonly links: LinkedAnew };

/** What a rectification came to, in words: no value is repeated. */
export const printRectification = (out: Output, lang: Language, book: PolicyBook, view: View): void => {
  const { outcome, incident, records, differing, links } = view;
  out.line(fillText(TEXTS[outcome][lang], { field: fieldWord(view.field, lang), incident }));
  for (const record of records) out.line(`  ${subjectAddress(record)}`);
  if (differing.length > 0) out.line(TEXTS.differing[lang]);
  for (const { system, site, table, sourceId, empty } of differing) {
    out.line(`  ${system}/${site} ${table} ${sourceId}${empty ? ` (${TEXTS.empty[lang]})` : ''}`);
  }
  if (outcome === 'rectified') printRecipients(out, lang, book, view);
  if ('failure' in links) out.line(fillText(TEXTS.waiting[lang], { failure: links.failure }));
  else if (links.linked) out.line(TEXTS.linked[lang]);
  if (view.dryRun) out.line(TEXTS.dryRun[lang]);
};

const printRecipients = (out: Output, lang: Language, book: PolicyBook, { recipients }: View): void => {
  out.line(recipients.length === 0 ? TEXTS.nobody[lang] : TEXTS.recipients[lang]);
  for (const { recipient, purpose, reads, lastAt } of recipients) {
    const who = book.documents.purposes.recipients[recipient ?? '']?.title[lang] ?? recipient ?? '–';
    const why = book.purpose(purpose ?? '')?.title[lang] ?? purpose ?? '–';
    const read = fillText(TEXTS.reads[lang], { reads: formatInteger(reads, lang), day: lastAt.slice(0, 10) });
    out.line(`  ${who} · ${why} · ${read}`);
  }
};
