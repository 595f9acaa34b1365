import { fillText, formatInteger, type Language, type Text } from '#libs/messages';
import type { PolicyBook } from '#libs/minimiser';
import { ACTION_WORDS, colon, ENTITY_WORDS, periodFromWords, PRECISION_WORDS, YES_NO } from '#libs/services';
import type { Due, Simulation } from '../../policies/simulate/simulate.js';
import type { Output } from '../output/output.js';

const TEXTS = {
  none: { en: 'Nothing would change.', fr: 'Rien ne changerait.' },
  versions: {
    en: 'From version {before} of the fields to version {after}.',
    fr: 'De la version {before} des champs à la version {after}.',
  },
  fields: { en: 'What an import would keep', fr: 'Ce qu’un import conserverait' },
  access: { en: 'What purposes would see', fr: 'Ce que verraient les finalités' },
  purposes: { en: 'Who would read, and what else', fr: 'Qui lirait, et autres permissions' },
  retention: { en: 'How long data would be kept', fr: 'Combien de temps les données seraient gardées' },
  moved: { en: 'Fields that would be kept like another kind', fr: 'Champs qui changeraient de durée' },
  contacts: { en: 'Other dates would count as a contact.', fr: 'D’autres dates compteraient comme un contact.' },
  field: { en: 'field', fr: 'champ' },
  purpose: { en: 'purpose', fr: 'finalité' },
  before: { en: 'today', fr: 'aujourd’hui' },
  after: { en: 'then', fr: 'ensuite' },
  persons: { en: 'persons with a value', fr: 'personnes concernées' },
  recipients: { en: 'recipients', fr: 'destinataires' },
  gains: { en: '{purpose}: {recipient} would read', fr: '{purpose} : {recipient} pourrait lire' },
  loses: { en: '{purpose}: {recipient} would no longer read', fr: '{purpose} : {recipient} ne pourrait plus lire' },
  turned: { en: '{purpose}: {name} {before} → {after}', fr: '{purpose} : {name} {before} → {after}' },
  due: {
    en: 'due today: {before}; then: {after}',
    fr: 'personnes à échéance aujourd’hui : {before} ; ensuite : {after}',
  },
  undated: { en: '({count} without any date)', fr: '({count} sans aucune date)' },
  nothing: { en: 'nothing', fr: 'rien' },
} as const satisfies Record<string, Text>;

type Recipients = PolicyBook['documents']['purposes']['recipients'];

/** A simulation as a data-protection officer reads it. */
export const printSimulation = (out: Output, lang: Language, change: Simulation, recipients: Recipients): void => {
  const { before, after } = change.versions;
  out.line(fillText(TEXTS.versions[lang], { before: before.fields, after: after.fields }));
  const parts = [change.fields, change.access, change.purposes, change.retention, change.moved];
  if (!change.contacts && parts.every((part) => part.length === 0)) out.line(TEXTS.none[lang]);
  printFields(out, lang, change);
  printAccess(out, lang, change, recipients);
  printPurposes(out, lang, change, recipients);
  printRetention(out, lang, change);
};

const title = (out: Output, text: string): void => out.line(`\n${text}\n`);

const fieldName = (
  lang: Language,
  entity: keyof typeof ENTITY_WORDS,
  words: Readonly<Record<Language, string>>,
): string => `${ENTITY_WORDS[entity][lang]}${colon(lang)} ${words[lang]}`;

const printFields = (out: Output, lang: Language, { fields }: Simulation): void => {
  if (fields.length === 0) return;
  title(out, TEXTS.fields[lang]);
  out.table(
    [TEXTS.field, TEXTS.before, TEXTS.after, TEXTS.persons].map((text) => ({ title: text[lang] })),
    fields.map((one) => [
      fieldName(lang, one.entity, one.title),
      ACTION_WORDS[one.before][lang],
      ACTION_WORDS[one.after][lang],
      one.persons,
    ]),
  );
};

const printAccess = (out: Output, lang: Language, { access }: Simulation, recipients: Recipients): void => {
  if (access.length === 0) return;
  title(out, TEXTS.access[lang]);
  out.table(
    [TEXTS.purpose, TEXTS.field, TEXTS.before, TEXTS.after, TEXTS.persons, TEXTS.recipients].map((text) => ({
      title: text[lang],
    })),
    access.map((one) => [
      one.title[lang],
      fieldName(lang, one.entity, one.fieldTitle),
      PRECISION_WORDS[one.before][lang],
      PRECISION_WORDS[one.after][lang],
      one.persons,
      one.recipients.map((name) => recipients[name]?.title[lang] ?? name).join(', '),
    ]),
  );
};

const printPurposes = (out: Output, lang: Language, { purposes }: Simulation, recipients: Recipients): void => {
  if (purposes.length === 0) return;
  title(out, TEXTS.purposes[lang]);
  for (const one of purposes) {
    const purpose = one.title[lang];
    for (const key of ['gains', 'loses'] as const) {
      for (const name of one[key]) {
        out.line(fillText(TEXTS[key][lang], { purpose, recipient: recipients[name]?.title[lang] ?? name }));
      }
    }
    for (const { name, before, after } of one.switches) {
      const words = { before: YES_NO[`${before}`][lang], after: YES_NO[`${after}`][lang] };
      out.line(fillText(TEXTS.turned[lang], { purpose, name, ...words }));
    }
  }
};

const printRetention = (out: Output, lang: Language, { retention, moved, contacts }: Simulation): void => {
  if (contacts || retention.length > 0) title(out, TEXTS.retention[lang]);
  if (contacts) out.line(TEXTS.contacts[lang]);
  for (const { title: kind, before, after, dueBefore, dueAfter } of retention) {
    const words = (one: typeof before): string => (one === null ? TEXTS.nothing[lang] : periodFromWords(one, lang));
    out.line(`${kind[lang]}${colon(lang)} ${words(before)} → ${words(after)}`);
    if (dueBefore === null && dueAfter === null) continue;
    out.line(`  ${fillText(TEXTS.due[lang], { before: dueWords(dueBefore, lang), after: dueWords(dueAfter, lang) })}`);
  }
  if (moved.length === 0) return;
  title(out, TEXTS.moved[lang]);
  for (const one of moved) {
    out.line(`${fieldName(lang, one.entity, one.title)}${colon(lang)} ${one.before ?? '–'} → ${one.after ?? '–'}`);
  }
};

const dueWords = (one: Due | null, lang: Language): string => {
  if (one === null) return '–';
  const undated =
    one.undated === 0 ? '' : ` ${fillText(TEXTS.undated[lang], { count: formatInteger(one.undated, lang) })}`;
  return `${formatInteger(one.due, lang)}${undated}`;
};
