import type { Language, Text } from '#libs/messages';
import type { PolicyBook } from '#libs/minimiser';
import type { DictionaryData } from './dictionary-data.js';
import { type Block, heading, list, paragraph, table } from '#libs/services';
import { colon } from '#libs/services';

const TEXTS = {
  codes: { en: 'Code lists and correspondences', fr: 'Nomenclatures et correspondances' },
  codesIntro: {
    en: 'A legacy code that stands nowhere here is not forced into another: its record waits until the table is extended.',
    fr: 'Un ancien code qui ne figure pas ici n’est pas forcé dans un autre : l’enregistrement attend que la table soit complétée.',
  },
  code: { en: 'Code', fr: 'Code' },
  label: { en: 'Label', fr: 'Libellé' },
  sensitive: { en: 'sensitive', fr: 'sensible' },
  store: { en: 'What the store holds besides', fr: 'Ce que la base contient par ailleurs' },
  table: { en: 'Table', fr: 'Table' },
  what: { en: 'What it holds', fr: 'Contenu' },
} as const satisfies Record<string, Text>;

/** Code lists with their correspondences, and the columns of the store that are no unified field. */
export const dictionaryAppendix = (data: DictionaryData, book: PolicyBook, lang: Language): Block[] => [
  ...codeBlocks(data, lang),
  ...storeBlocks(book, lang),
];

const codeBlocks = ({ codes }: DictionaryData, lang: Language): Block[] => {
  const profiles = [...new Set(codes.flatMap(({ legacy }) => Object.keys(legacy)))];
  const lists = [...new Set(codes.map((code) => code.list))];
  return [
    heading(TEXTS.codes[lang]),
    paragraph(TEXTS.codesIntro[lang]),
    ...lists.map((name) =>
      table(
        name,
        [TEXTS.code[lang], TEXTS.label[lang], ...profiles],
        codes
          .filter((code) => code.list === name)
          .map(({ code, title, sensitive, legacy }) => [
            code,
            sensitive ? `${title[lang]} (${TEXTS.sensitive[lang]})` : title[lang],
            ...profiles.map((profile) => (legacy[profile] ?? []).join(', ')),
          ]),
      ),
    ),
  ];
};

const storeBlocks = ({ documents: { store } }: PolicyBook, lang: Language): Block[] => [
  heading(TEXTS.store[lang]),
  list(Object.entries(store.shared).map(([column, { why }]) => `${column}${colon(lang)} ${why[lang]}`)),
  table(
    TEXTS.store[lang],
    [TEXTS.table, TEXTS.what].map((text) => text[lang]),
    Object.entries(store.tables).map(([name, { what, shared = [], columns = {} }]) => [
      name,
      [
        what[lang],
        ...(shared.length === 0 ? [] : [shared.join(', ')]),
        ...Object.entries(columns).map(([column, { why }]) => `${column}${colon(lang)} ${why[lang]}`),
      ].join('\n'),
    ]),
  ),
];
