import { ENTITIES } from '#libs/domain';
import type { Language, Text } from '#libs/messages';
import type { PolicyBook } from '#libs/minimiser';
import type { DictionaryData, DictionaryField } from './dictionary-data.js';
import { dictionaryAppendix } from './dictionary-appendix.js';
import { type Block, type Document, heading, paragraph, table } from '#libs/services';
import {
  ACTION_WORDS,
  colon,
  ENTITY_WORDS,
  GENERALISATION_WORDS,
  periodFromWords,
  PRECISION_WORDS,
  SPECIAL_WORDS,
  thenWords,
} from '#libs/services';

const TEXTS = {
  title: { en: 'Data dictionary', fr: 'Dictionnaire des données' },
  intro: {
    en: 'Every field that the engine can hold, where it comes from, what becomes of it, who sees how much of it for which purpose, and how long it is kept. Written from the configuration that runs; what is not in it is not read.',
    fr: 'Chaque champ que le moteur peut contenir : d’où il vient, ce qu’il devient, qui en voit quoi pour quelle finalité, et combien de temps il est gardé. Ce document est tiré de la configuration en service ; ce qui n’y figure pas n’est pas lu.',
  },
  fields: { en: 'fields', fr: 'champs' },
  seen: { en: 'who sees what', fr: 'qui voit quoi' },
  field: { en: 'Field', fr: 'Champ' },
  import: { en: 'Import', fr: 'À l’import' },
  category: { en: 'Category', fr: 'Catégorie' },
  sources: { en: 'Read from', fr: 'Lu dans' },
  retention: { en: 'Kept', fr: 'Conservation' },
  none: { en: 'no export', fr: 'aucun export' },
  then: { en: 'then', fr: 'puis' },
  purposes: { en: 'Purposes and recipients', fr: 'Finalités et destinataires' },
  purpose: { en: 'Purpose', fr: 'Finalité' },
  basis: { en: 'Legal basis', fr: 'Base légale' },
  recipients: { en: 'Recipients', fr: 'Destinataires' },
  counts: { en: 'Counts only, never a person.', fr: 'Comptages seulement, jamais une personne.' },
} as const satisfies Record<string, Text>;

/** The dictionary for people. */
export const dictionary = (data: DictionaryData, book: PolicyBook, lang: Language): Document => ({
  lang,
  title: TEXTS.title[lang],
  blocks: [
    paragraph(TEXTS.intro[lang]),
    ...ENTITIES.flatMap((entity) => entityBlocks(data, book, lang, entity)),
    ...purposeBlocks(book, lang),
    ...dictionaryAppendix(data, book, lang),
  ],
});

const entityBlocks = (
  data: DictionaryData,
  book: PolicyBook,
  lang: Language,
  entity: DictionaryField['entity'],
): Block[] => {
  const fields = data.fields.filter((one) => one.entity === entity);
  const purposes = Object.entries(book.documents.purposes.purposes);
  const title = ENTITY_WORDS[entity][lang];
  return [
    heading(title),
    table(
      `${title}${colon(lang)} ${TEXTS.fields[lang]}`,
      [TEXTS.field, TEXTS.import, TEXTS.category, TEXTS.sources, TEXTS.retention].map((text) => text[lang]),
      fields.map((field) => fieldRow(book, lang, field)),
    ),
    table(
      `${title}${colon(lang)} ${TEXTS.seen[lang]}`,
      [TEXTS.field[lang], ...purposes.map(([, purpose]) => purpose.title[lang])],
      fields.map((field) => [field.title[lang], ...purposes.map(([purpose]) => seenBy(field, purpose, lang))]),
    ),
  ];
};

const fieldRow = (book: PolicyBook, lang: Language, field: DictionaryField): string[] => {
  const kind = book.retentionOf(field.entity, field.field);
  const special =
    field.special === false ? '' : ` (${SPECIAL_WORDS[field.special as keyof typeof SPECIAL_WORDS][lang]})`;
  const why = field.why === null ? '' : `${colon(lang)} ${field.why[lang]}`;
  const sources = field.sources.map(({ profile, table: from, column }) => `${profile} ${from}.${column}`);
  return [
    `${field.title[lang]}\n${field.field}`,
    `${ACTION_WORDS[field.import as keyof typeof ACTION_WORDS][lang]}${why}`,
    `${book.documents.fields.categories[field.category]?.title[lang] ?? ''}${special}`,
    sources.length === 0 ? TEXTS.none[lang] : sources.join('\n'),
    kind === null || field.import === 'drop'
      ? '–'
      : `${periodFromWords(kind, lang)}, ${TEXTS.then[lang]} ${thenWords(kind, lang)}`,
  ];
};

const seenBy = ({ purposes, generalise }: DictionaryField, purpose: string, lang: Language): string => {
  const precision = purposes[purpose] ?? 'none';
  const how = precision === 'generalised' && generalise !== null ? generalise : null;
  return how === null
    ? PRECISION_WORDS[precision][lang]
    : GENERALISATION_WORDS[how as keyof typeof GENERALISATION_WORDS][lang];
};

const purposeBlocks = ({ documents: { purposes } }: PolicyBook, lang: Language): Block[] => [
  heading(TEXTS.purposes[lang]),
  table(
    TEXTS.purposes[lang],
    [TEXTS.purpose, TEXTS.basis, TEXTS.recipients].map((text) => text[lang]),
    Object.entries(purposes.purposes).map(([name, purpose]) => [
      `${purpose.title[lang]}\n${name}`,
      purposes.legalBases[purpose.legalBasis]?.title[lang] ?? '',
      [
        ...purpose.recipients.map((recipient) => purposes.recipients[recipient]?.title[lang] ?? ''),
        ...(purpose.aggregatesOnly ? [TEXTS.counts[lang]] : []),
      ].join('\n'),
    ]),
  ),
];
