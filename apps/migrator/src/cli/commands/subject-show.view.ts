import { fillText, formatInteger, type Language, messageFor, type Text } from '#libs/messages';
import { periodFromWords } from '#libs/services';
import { CONTACT_WORDS } from '#libs/services';
import type { ToldSummary } from '#libs/services';
import type { SubjectSummary } from '#libs/services';
import type { Output } from '../output/output.js';
import { sourceAddress } from './review-address.js';
import { fieldWord } from './review-words.js';

const TEXTS = {
  records: { en: 'source persons', fr: "personnes d'origine" },
  state: { en: 'State: {state}', fr: 'État : {state}' },
  rectified: {
    en: 'Rectified: {field}, since {day}, under {incident} ({n} records)',
    fr: 'Rectifié : {field}, depuis le {day}, sous {incident} ({n} enregistrements)',
  },
  joins: { en: 'Why they are one person:', fr: 'Pourquoi elles sont une même personne :' },
  cases: { en: 'Cases:', fr: 'Dossiers :' },
  opened: { en: 'opened {opened}, closed {closed}', fr: 'ouvert le {opened}, fermé le {closed}' },
  acts: { en: 'Professional acts: {list}', fr: 'Actes professionnels : {list}' },
  aids: { en: 'Financial aids: {list}', fr: 'Aides financières : {list}' },
  aidRequests: { en: 'Aid requests of the gateway: {list}', fr: 'Demandes d’aide de la passerelle : {list}' },
  contact: {
    en: 'Last contact: {day} ({name}, {system}/{site})',
    fr: 'Dernier contact : {day} ({name}, {system}/{site})',
  },
  household: { en: 'Last contact with the household: {day}', fr: 'Dernier contact avec le foyer : {day}' },
  noContact: { en: 'No contact is known.', fr: 'Aucun contact connu.' },
  kind: { en: 'kept', fr: 'conservé' },
  until: { en: 'until', fr: "jusqu'au" },
  rule: { en: 'rule', fr: 'règle' },
  waiting: { en: 'Records that wait: {list}', fr: 'Enregistrements en attente : {list}' },
  copies: { en: 'Copies for taking imports back: {count}', fr: 'Copies pour annuler des imports : {count}' },
  separated: {
    en: 'Separated from a household on {day}, reference {incident}: {records} records protected',
    fr: 'Séparée d’un foyer le {day}, référence {incident} : {records} enregistrements protégés',
  },
  reviews: { en: 'Open reviews: {list}', fr: 'Relectures ouvertes : {list}' },
  reads: { en: 'Reads in the audit trail: {list}', fr: 'Lectures au journal : {list}' },
} as const satisfies Record<string, Text>;

const STATES: Readonly<Record<SubjectSummary['state'] | 'refused' | 'refusal' | 'expired', Text>> = {
  present: { en: 'present', fr: 'présente' },
  restricted: { en: 'restricted (article 18)', fr: 'limitée (article 18)' },
  withheld: { en: 'withheld', fr: 'écartée' },
  erased: { en: 'erased', fr: 'effacée' },
  refused: { en: 'refused digital filing', fr: "a refusé l'informatisation" },
  archived: { en: 'archived, out of active use', fr: "archivée, hors d'usage courant" },
  'archived-restricted': {
    en: 'archived, out of active use, and restricted (article 18)',
    fr: "archivée, hors d'usage courant, et limitée (article 18)",
  },
  expired: { en: 'deleted at the end of its period', fr: 'supprimée au terme de sa durée de conservation' },
  refusal: { en: 'refused digital filing, by an export', fr: "a refusé l'informatisation, selon un export" },
};

/** Prints a summary for the data-protection officer: names of records, codes in words, dates and counts. */
export const printSummary = (out: Output, { summary, context }: ToldSummary): void => {
  const { lang, codes, book } = context;
  const say = (text: Text, args: Readonly<Record<string, string>>): void => out.line(fillText(text[lang], args));
  const { personId, state, records, withheld, contacts, beside } = summary;
  out.line(`${personId} · ${formatInteger(records.length, lang)} ${TEXTS.records[lang]}`);
  for (const record of records) out.line(`  ${sourceAddress(record)}`);
  say(TEXTS.state, { state: STATES[state][lang] });
  for (const { kind, at } of withheld) out.line(`  ${STATES[kind][lang]} (${at.slice(0, 10)})`);
  for (const { field, at, incident, records: n } of summary.rectified) {
    say(TEXTS.rectified, { field: fieldWord(field, lang), day: at.slice(0, 10), incident, n: formatInteger(n, lang) });
  }
  for (const { at, incident, records: count } of summary.separated) {
    say(TEXTS.separated, { day: at.slice(0, 10), incident, records: formatInteger(count, lang) });
  }
  printJoins(out, lang, summary);
  printCases(out, lang, summary);
  const list = (counts: Readonly<Record<string, number>>, word: (code: string) => string | undefined): string =>
    Object.entries(counts)
      .map(([code, count]) => `${word(code) ?? code} ${formatInteger(count, lang)}`)
      .join(', ') || '–';
  say(TEXTS.acts, { list: list(summary.acts, (code) => codes['actKind']?.[code]?.[lang]) });
  say(TEXTS.aids, { list: list(summary.aids, (code) => codes['aidNature']?.[code]?.[lang]) });
  say(TEXTS.aidRequests, { list: list(summary.aidRequests, () => undefined) });
  if (contacts.own === null) out.line(TEXTS.noContact[lang]);
  else say(TEXTS.contact, { ...contacts.own, name: CONTACT_WORDS[contacts.own.name]?.[lang] ?? contacts.own.name });
  if (contacts.household !== null) say(TEXTS.household, { day: contacts.household.day });
  const waiting = Object.fromEntries(beside.waiting.map(({ reason, records: count }) => [reason, count]));
  say(TEXTS.waiting, { list: list(waiting, () => undefined) });
  say(TEXTS.copies, { count: formatInteger(beside.undoCopies, lang) });
  say(TEXTS.reviews, { list: summary.reviews.join(', ') || '–' });
  say(TEXTS.reads, { list: list(summary.reads, (purpose) => book.purpose(purpose)?.title[lang]) });
  out.line();
  printKept(out, { summary, context });
};

const printJoins = (out: Output, lang: Language, { joins }: SubjectSummary): void => {
  if (joins.length === 0) return;
  out.line(TEXTS.joins[lang]);
  for (const { left, right, rule, grounds, decidedOn } of joins) {
    const why = [decidedOn ?? '', messageFor(rule, lang)?.what ?? rule, grounds.join(', ')];
    out.line(`  ${left} = ${right}: ${why.filter((word) => word !== '').join(' · ')}`);
  }
};

const printCases = (out: Output, lang: Language, { cases }: SubjectSummary): void => {
  out.line(`${TEXTS.cases[lang]}${cases.length === 0 ? ' –' : ''}`);
  for (const { id, system, site, openedOn, closedOn } of cases) {
    const life = fillText(TEXTS.opened[lang], { opened: openedOn ?? '–', closed: closedOn ?? '–' });
    out.line(`  ${id} (${system}/${site}): ${life}`);
  }
};

const printKept = (out: Output, { summary, context }: ToldSummary): void => {
  const { book, lang } = context;
  const { kinds } = book.documents.retention;
  out.table(
    [{ title: TEXTS.kind[lang] }, { title: TEXTS.until[lang] }, { title: TEXTS.rule[lang] }],
    summary.kept.flatMap(({ kind, until }) => {
      const rule = kinds[kind];
      return rule === undefined ? [] : [[rule.title[lang], until ?? '–', periodFromWords(rule, lang)]];
    }),
  );
};
