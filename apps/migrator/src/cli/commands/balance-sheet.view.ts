import { formatDuration, formatInteger, type Language, messageFor, type Text } from '#libs/messages';
import type { BalanceSheet, LinkedStep, SheetFile } from '../../imports/balance-sheet.js';
import type { Output } from '../output/output.js';

const TEXTS = {
  title: { en: 'Balance sheet', fr: 'Bilan' },
  dryRun: { en: 'dry run: nothing was kept', fr: "essai à blanc : rien n'a été gardé" },
  file: { en: 'file', fr: 'fichier' },
  table: { en: 'table', fr: 'table' },
  read: { en: 'read', fr: 'lus' },
  created: { en: 'created', fr: 'créés' },
  updated: { en: 'updated', fr: 'modifiés' },
  unchanged: { en: 'unchanged', fr: 'inchangés' },
  quarantined: { en: 'quarantined', fr: 'quarantaine' },
  withheld: { en: 'withheld', fr: 'retenus' },
  waiting: {
    en: 'What waits, and why (passerelle quarantine list):',
    fr: 'Ce qui attend, et pourquoi (passerelle quarantine list) :',
  },
  absent: { en: 'no longer in the export, marked absent:', fr: "plus dans l'export, marqués absents :" },
  replayed: { en: 'waited for their person and landed now:', fr: 'attendaient leur personne et sont entrés :' },
  linked: { en: 'linked with other source persons, pairs:', fr: "rapprochées d'autres personnes d'origine, paires :" },
  toReview: { en: 'pairs that wait for a person:', fr: 'paires qui attendent une personne :' },
  notLinked: {
    en: 'not linked yet (`passerelle link` does it):',
    fr: 'pas encore rapproché (`passerelle link` le fera) :',
  },
  already: { en: 'already imported, nothing to do', fr: 'déjà importé, rien à faire' },
  refused: { en: 'refused, nothing of it was stored', fr: "refusé, rien n'en a été stocké" },
  done: { en: 'done', fr: 'terminé' },
  failed: { en: 'FAILED: the sheet does not close', fr: 'ÉCHEC : le bilan ne tombe pas juste' },
} as const satisfies Record<string, Text>;

/** The balance sheet for people: a line a table, then what waits and why. */
export const printSheet = (out: Output, lang: Language, sheet: BalanceSheet, dryRun: boolean): void => {
  const suffix = dryRun ? ` (${TEXTS.dryRun[lang]})` : '';
  out.line(`${TEXTS.title[lang]} ${sheet.run} · ${sheet.source} · ${sheet.site} · ${sheet.night}${suffix}`);
  const rows = sheet.files.flatMap((file) => fileRows(file, lang));
  const numbers = ['read', 'created', 'updated', 'unchanged', 'quarantined', 'withheld'] as const;
  out.table(
    [
      { title: TEXTS.file[lang] },
      { title: TEXTS.table[lang] },
      ...numbers.map((name) => ({ title: TEXTS[name][lang], align: 'right' as const })),
    ],
    rows,
  );
  for (const file of sheet.files) if (file.status !== 'imported') out.line(fileLine(file, lang));
  printWaiting(out, lang, sheet);
  if (sheet.absent > 0) out.line(`${TEXTS.absent[lang]} ${formatInteger(sheet.absent, lang)}`);
  if (sheet.replayed > 0) out.line(`${TEXTS.replayed[lang]} ${formatInteger(sheet.replayed, lang)}`);
  printLinked(out, lang, sheet.linked);
  const end = sheet.status === 'done' ? TEXTS.done : sheet.status === 'refused' ? TEXTS.refused : TEXTS.failed;
  out.line(`${end[lang]} · ${formatDuration(sheet.durationMs, lang)}`);
};

const printLinked = (out: Output, lang: Language, linked: LinkedStep | undefined): void => {
  if (linked === undefined) return;
  if ('failure' in linked) {
    const why = messageFor(linked.failure, lang)?.what ?? '';
    out.line(`${TEXTS.notLinked[lang]} [${linked.failure}] ${why}`.trimEnd());
    return;
  }
  const { links, reviews, durationMs } = linked;
  const waiting = reviews === 0 ? '' : ` · ${TEXTS.toReview[lang]} ${formatInteger(reviews, lang)}`;
  out.line(`${TEXTS.linked[lang]} ${formatInteger(links, lang)}${waiting} · ${formatDuration(durationMs, lang)}`);
};

const fileRows = (file: SheetFile, lang: Language): (string | number)[][] =>
  Object.entries(file.tables).map(([table, counts]) => [
    file.name,
    table,
    ...[counts.read, counts.created, counts.updated, counts.unchanged, counts.quarantined, counts.withheld].map((n) =>
      formatInteger(n, lang),
    ),
  ]);

const fileLine = ({ name, status, reason, refusal }: SheetFile, lang: Language): string => {
  if (status === 'already-imported') return `${name}: ${TEXTS.already[lang]}`;
  const place = refusal?.line === undefined ? '' : ` ${name}:${String(refusal.line)}:${String(refusal.column ?? 1)}`;
  const why = messageFor(refusal?.detail.key ?? '', lang, refusal?.detail.args ?? {}) ?? messageFor(reason ?? '', lang);
  return `${name}: ${TEXTS.refused[lang]} [${reason ?? ''}]${place}${why === undefined ? '' : `\n  ${why.what}\n  ${why.next}`}`;
};

const printWaiting = (out: Output, lang: Language, { files }: BalanceSheet): void => {
  const reasons = new Map<string, number>();
  for (const { tables } of files) {
    for (const counts of Object.values(tables)) {
      for (const [reason, n] of Object.entries(counts.reasons)) reasons.set(reason, (reasons.get(reason) ?? 0) + n);
    }
  }
  if (reasons.size === 0) return;
  out.line(TEXTS.waiting[lang]);
  for (const [reason, n] of [...reasons].sort((a, b) => b[1] - a[1])) {
    out.line(`  ${formatInteger(n, lang).padStart(9)}  ${reason}  ${messageFor(reason, lang)?.what ?? ''}`);
  }
};
