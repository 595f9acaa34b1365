import type { Language, Text } from '#libs/messages';
import { type Block, type Document, heading, list, paragraph, table } from '#libs/services';
import type { RegisterCategory, RegisterData } from './register-data.js';
import { colon, EVENT_WORDS, periodWords, SPECIAL_WORDS, thenWords } from '#libs/services';

const TEXTS = {
  title: { en: 'Record of processing', fr: 'Registre des traitements' },
  intro: {
    en: 'Entry of the record of processing activities (GDPR, article 30) for: {title}. Written from the configuration that runs.',
    fr: 'Fiche du registre des activités de traitement (RGPD, article 30) : {title}. Ce document est tiré de la configuration en service.',
  },
  versions: {
    en: 'Versions of the policies: fields {fields}, purposes {purposes}, retention {retention}, store {store}; fingerprint {fingerprint}.',
    fr: 'Versions des règles : champs {fields}, finalités {purposes}, conservation {retention}, base {store} ; empreinte {fingerprint}.',
  },
  responsible: { en: 'Controller', fr: 'Responsable du traitement' },
  contact: { en: 'Contact', fr: 'Contact' },
  officer: { en: 'Data-protection officer', fr: 'Délégation à la protection des données' },
  purposes: { en: 'Purposes', fr: 'Finalités' },
  purpose: { en: 'Purpose', fr: 'Finalité' },
  basis: { en: 'Legal basis', fr: 'Base légale' },
  recipients: { en: 'Recipients', fr: 'Destinataires' },
  recipient: { en: 'Recipient', fr: 'Destinataire' },
  role: { en: 'Who they are', fr: 'Qui ils sont' },
  persons: { en: 'Categories of persons', fr: 'Catégories de personnes' },
  data: { en: 'Categories of data', fr: 'Catégories de données' },
  category: { en: 'Category', fr: 'Catégorie' },
  special: { en: 'Special category', fr: 'Donnée sensible' },
  seenFor: { en: 'Seen for', fr: 'Vue pour' },
  retention: { en: 'Retention', fr: 'Durées de conservation' },
  kind: { en: 'Kind', fr: 'Nature' },
  period: { en: 'Period', fr: 'Durée' },
  from: { en: 'Counted from', fr: 'Point de départ' },
  then: { en: 'Then', fr: 'Ensuite' },
  source: { en: 'Source of the rule', fr: 'Origine de la règle' },
  transfers: { en: 'Transfers outside the European Union', fr: 'Transferts hors de l’Union européenne' },
  security: { en: 'Security measures', fr: 'Mesures de sécurité' },
  none: { en: 'no', fr: 'non' },
  nobody: { en: 'nobody', fr: 'personne' },
} as const satisfies Record<string, Text>;

/** The record of processing for people. */
export const register = (data: RegisterData, lang: Language): Document => ({
  lang,
  title: TEXTS.title[lang],
  blocks: [
    paragraph(TEXTS.intro[lang].replace('{title}', () => data.title[lang])),
    paragraph(versionsText(data, lang)),
    heading(TEXTS.responsible[lang]),
    list([
      `${data.controller[lang]} (${data.contact})`,
      `${TEXTS.officer[lang]}${colon(lang)} ${data.dataProtectionOfficer[lang]} (${data.dataProtectionContact})`,
    ]),
    ...purposeBlocks(data, lang),
    heading(TEXTS.persons[lang]),
    list(data.persons.map((persons) => persons[lang])),
    ...dataBlocks(data, lang),
    ...recipientBlocks(data, lang),
    ...retentionBlocks(data, lang),
    heading(TEXTS.transfers[lang]),
    paragraph(data.transfers[lang]),
    heading(TEXTS.security[lang]),
    list(data.security.map((measure) => measure[lang])),
  ],
});

const versionsText = ({ versions, fingerprint }: RegisterData, lang: Language): string =>
  TEXTS.versions[lang].replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'fingerprint' ? fingerprint.slice(0, 16) : String(versions[name as keyof typeof versions]),
  );

const purposeBlocks = ({ purposes, legalBases, recipients }: RegisterData, lang: Language): Block[] => [
  heading(TEXTS.purposes[lang]),
  table(
    TEXTS.purposes[lang],
    [TEXTS.purpose, TEXTS.basis, TEXTS.recipients].map((text) => text[lang]),
    Object.values(purposes).map((purpose) => [
      `${purpose.title[lang]}\n${purpose.description[lang]}`,
      `${legalBases[purpose.legalBasis]?.title[lang] ?? ''}\n${legalBases[purpose.legalBasis]?.text[lang] ?? ''}`,
      purpose.recipients.map((recipient) => recipients[recipient]?.title[lang] ?? '').join('\n'),
    ]),
  ),
];

const dataBlocks = (data: RegisterData, lang: Language): Block[] => [
  heading(TEXTS.data[lang]),
  table(
    TEXTS.data[lang],
    [TEXTS.category, TEXTS.special, TEXTS.basis, TEXTS.seenFor, TEXTS.retention].map((text) => text[lang]),
    data.categories.map((category) => [
      category.title[lang],
      category.special === false
        ? TEXTS.none[lang]
        : SPECIAL_WORDS[category.special as keyof typeof SPECIAL_WORDS][lang],
      data.legalBases[category.legalBasis]?.text[lang] ?? '',
      seenFor(data, category, lang),
      data.retention[category.retention]?.title[lang] ?? '',
    ]),
  ),
];

const seenFor = ({ purposes }: RegisterData, category: RegisterCategory, lang: Language): string => {
  const titles = Object.keys(category.purposes).map((purpose) => purposes[purpose]?.title[lang] ?? '');
  return titles.length === 0 ? TEXTS.nobody[lang] : titles.join('\n');
};

const recipientBlocks = ({ recipients }: RegisterData, lang: Language): Block[] => [
  heading(TEXTS.recipients[lang]),
  table(
    TEXTS.recipients[lang],
    [TEXTS.recipient[lang], TEXTS.role[lang]],
    Object.values(recipients).map(({ title, what }) => [title[lang], what[lang]]),
  ),
];

const retentionBlocks = ({ retention }: RegisterData, lang: Language): Block[] => [
  heading(TEXTS.retention[lang]),
  table(
    TEXTS.retention[lang],
    [TEXTS.kind, TEXTS.period, TEXTS.from, TEXTS.then, TEXTS.source].map((text) => text[lang]),
    Object.values(retention).map((kind) => [
      kind.title[lang],
      periodWords(kind.period, lang),
      EVENT_WORDS[kind.from][lang],
      thenWords(kind, lang),
      kind.source[lang],
    ]),
  ),
];
