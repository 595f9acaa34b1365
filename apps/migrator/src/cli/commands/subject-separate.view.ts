import { fillText, formatInteger, type Language, type Text } from '#libs/messages';
import type { residuesView, separatedView } from '#libs/services';
import type { Output } from '../output/output.js';
import { subjectAddress } from './subject-words.js';

type ResiduesView = ReturnType<typeof residuesView>;

const TEXTS = {
  separated: {
    en: 'Separated under {incident}: {records} records, {cases} former cases.',
    fr: 'Séparation {incident} : {records} enregistrements, {cases} anciens dossiers.',
  },
  rehearsed: { en: 'Nothing was kept: a rehearsal.', fr: "Rien n'a été conservé : simulation." },
  noPlace: {
    en: 'No new site is known: until one is told, no site may read where they are.',
    fr: "Aucun nouveau site n'est connu : tant qu'il n'est pas indiqué, aucun site ne peut lire leur lieu.",
  },
  clean: { en: 'Nothing ties them any more.', fr: 'Plus rien ne les relie.' },
  remaining: {
    en: 'Still ties them, for somebody to clean: {count}',
    fr: 'Ce qui les relie encore, à nettoyer : {count}',
  },
  beyond: { en: 'Look yourself, too:', fr: 'À vérifier aussi par vous-même :' },
} as const satisfies Record<string, Text>;

/** What each kind is, and what to do about it. */
const KINDS: Readonly<Record<keyof ResiduesView['residues'], Text>> = {
  sharedAddress: {
    en: 'the same address in a record of the former household: have it corrected there',
    fr: 'la même adresse dans un enregistrement de l’ancien foyer : à faire corriger dans le logiciel',
  },
  sharedTelephone: {
    en: 'the same telephone in a record of the former household: have it removed there',
    fr: 'le même téléphone dans un enregistrement de l’ancien foyer : à faire retirer dans le logiciel',
  },
  standTogether: {
    en: 'still in a common case in the application: take the record out of it there',
    fr: 'encore dans un dossier commun dans le logiciel : en retirer l’enregistrement',
  },
  commonActs: {
    en: 'an act of the former household that was noted for the person too: look at its text in the application',
    fr: 'un acte de l’ancien foyer noté aussi pour la personne : vérifier son texte dans le logiciel',
  },
  commonAids: {
    en: 'an aid of the former household that was asked for the person too: look at it in the application',
    fr: 'une aide de l’ancien foyer demandée aussi pour la personne : la vérifier dans le logiciel',
  },
  waiting: {
    en: 'waits in quarantine (number of the entry): mend it in the application',
    fr: 'en attente en quarantaine (numéro de l’entrée) : à corriger dans le logiciel',
  },
  pendingPairs: { en: 'a pair under review: reject it', fr: 'une paire en relecture : à refuser' },
  exportFiles: {
    en: 'an export file that holds them: delete it where it is no longer needed',
    fr: 'un fichier d’export qui les contient : à supprimer dès qu’il n’est plus utile',
  },
};

const BEYOND: Readonly<Record<ResiduesView['beyondReach'][number], Text>> = {
  freeText: {
    en: 'free text in the applications, which is never taken over: notes that name the person or the new address',
    fr: 'les textes libres des logiciels, jamais repris : notes qui citent la personne ou sa nouvelle adresse',
  },
  paper: { en: 'paper files and calendars of the services', fr: 'les dossiers papier et agendas des services' },
  backups: {
    en: 'backups from before: when one is restored, the separation is applied before anything is read',
    fr: 'les sauvegardes antérieures : si l’une est restaurée, la séparation est appliquée avant toute lecture',
  },
};

/** Prints what a separation came to, then what remains. */
export const printSeparated = (out: Output, lang: Language, view: ReturnType<typeof separatedView>): void => {
  const { incident, records, formerCases, told, dryRun } = view;
  const counts = { records: formatInteger(records.length, lang), cases: formatInteger(formerCases.length, lang) };
  out.line(fillText(TEXTS.separated[lang], { incident, ...counts }));
  for (const record of records) out.line(`  ${subjectAddress(record)}`);
  if (dryRun) out.line(TEXTS.rehearsed[lang]);
  if (!told.includes('site')) out.line(TEXTS.noPlace[lang]);
  out.line();
  printResidues(out, lang, view);
};

/** Prints the report of residues: where to look, what to do there; no value of anybody. */
export const printResidues = (
  out: Output,
  lang: Language,
  { remaining, residues, beyondReach }: ResiduesView,
): void => {
  if (remaining === 0) out.line(TEXTS.clean[lang]);
  else out.line(fillText(TEXTS.remaining[lang], { count: formatInteger(remaining, lang) }));
  for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
    const places = residues[kind];
    if (places.length === 0) continue;
    out.line(`${KINDS[kind][lang]} (${formatInteger(places.length, lang)})`);
    for (const place of places) out.line(`  ${typeof place === 'string' ? place : placeWords(place)}`);
  }
  out.line(TEXTS.beyond[lang]);
  for (const what of beyondReach) out.line(`  ${BEYOND[what][lang]}`);
};

const placeWords = ({
  system,
  site,
  table,
  sourceId,
}: Readonly<Record<'system' | 'site' | 'table' | 'sourceId', string>>): string =>
  `${system}/${site}/${sourceId} (${table})`;
