import { fillText, formatInteger, type Language, type Text } from '#libs/messages';
import type { removalView } from '#libs/services';
import type { Output } from '../output/output.js';
import { erasedWord, subjectAddress } from './subject-words.js';

const TEXTS = {
  erased: { en: 'Erased, {records} of one person:', fr: 'Effacé, {records} d’une même personne :' },
  refused: {
    en: 'Refusal noted for {records} of one person:',
    fr: 'Refus enregistré pour {records} d’une même personne :',
  },
  already: { en: 'Had been done before:', fr: 'Avait déjà été fait :' },
  dryRun: { en: 'Dry run: nothing was kept of this.', fr: "Essai à blanc : rien n'en a été conservé." },
  record: { en: '1 record', fr: '1 enregistrement' },
  recordsMany: { en: '{n} records', fr: '{n} enregistrements' },
  went: { en: 'What went:', fr: 'Ce qui a disparu :' },
  nothing: { en: 'The store held nothing of it.', fr: "La base n'en contenait rien." },
  kept: { en: 'What is kept, and why:', fr: 'Ce qui est conservé, et pourquoi :' },
  lines: {
    en: '{n} accounting lines of paid aids: nature, amount, date and mode, without identity (vouchers of public accounting)',
    fr: "{n} lignes comptables d'aides versées : nature, montant, date et mode, sans identité (pièces comptables publiques)",
  },
  tombstone: {
    en: '{n} keyed fingerprints, so that no later import and no older backup brings the person back',
    fr: "{n} empreintes à clé, pour qu'aucun import ultérieur ni aucune sauvegarde plus ancienne ne ramène la personne",
  },
  trail: {
    en: 'the audit trail, by keyed id and names of fields, until its own period is over',
    fr: "le journal des accès, par identifiant à clé et noms de champs, jusqu'à sa propre échéance",
  },
  beyond: { en: 'What no command of ours reaches:', fr: "Ce qu'aucune de nos commandes n'atteint :" },
  legacySystem: {
    en: 'the legacy application: have the person erased there too',
    fr: "le logiciel d'origine : y faire aussi effacer la personne",
  },
  exports: {
    en: 'export files kept at the site or sent elsewhere',
    fr: "les fichiers d'export gardés sur le site ou transmis ailleurs",
  },
  backups: {
    en: 'backups made before today: once restored, they are cleaned before the first read',
    fr: "les sauvegardes faites avant aujourd'hui : une fois restaurées, elles sont nettoyées avant la première lecture",
  },
  serverFiles: {
    en: "the database server's own files and write-ahead log, until it reuses their space",
    fr: "les fichiers internes et le journal de transactions du serveur de base de données, jusqu'à leur réemploi",
  },
} as const satisfies Record<string, Text>;

/** What a removal came to: in words, or as JSON. */
export const tellRemoval = (out: Output, lang: Language, view: ReturnType<typeof removalView>): void => {
  if (out.isJson) out.json(view);
  const count = (n: number, text: Text): string => `  ${fillText(text[lang], { n: formatInteger(n, lang) })}`;
  if (view.records.length > 0) {
    const n = view.records.length;
    const records = n === 1 ? TEXTS.record[lang] : fillText(TEXTS.recordsMany[lang], { n: formatInteger(n, lang) });
    out.line(fillText(TEXTS[view.outcome][lang], { records }));
    for (const record of view.records) out.line(`  ${subjectAddress(record)}`);
  }
  if (view.already.length > 0) out.line(TEXTS.already[lang]);
  for (const record of view.already) out.line(`  ${subjectAddress(record)}`);
  const went = Object.entries(view.erased).filter(([, n]) => n > 0);
  out.line(went.length === 0 ? TEXTS.nothing[lang] : TEXTS.went[lang]);
  for (const [kind, n] of went) out.line(`  ${formatInteger(n, lang)} ${erasedWord(kind, lang)}`);
  out.line(TEXTS.kept[lang]);
  if (view.kept.accountingLines > 0) out.line(count(view.kept.accountingLines, TEXTS.lines));
  out.line(count(view.kept.tombstones, TEXTS.tombstone));
  out.line(`  ${TEXTS.trail[lang]}`);
  out.line(TEXTS.beyond[lang]);
  for (const place of view.outOfReach) out.line(`  ${TEXTS[place][lang]}`);
  if (view.dryRun) out.line(TEXTS.dryRun[lang]);
};
