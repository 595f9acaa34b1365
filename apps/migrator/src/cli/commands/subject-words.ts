import type { Language, Text } from '#libs/messages';
import { argument, option } from '../definition/index.js';

/** Whom a right is about, in every subcommand of `subject` that takes one person. */
export const PERSON = {
  metavar: 'PERSON',
  text: {
    en: 'id of a person or of any of its source persons, or system/site/key',
    fr: "identifiant d'une personne ou de l'une de ses personnes d'origine, ou système/site/clé",
  },
} as const;

export const subjectArguments = { person: argument.text(PERSON) };

export const onlyThisRecord = option.flag({
  text: {
    en: 'the named record alone, not those that linkage says are the same person',
    fr: "l'enregistrement nommé seulement, non ceux que le rapprochement dit être de la même personne",
  },
});

export const incident = option.text({
  metavar: 'REF',
  text: {
    en: 'reference of the request, for the audit trail; no name',
    fr: 'référence de la demande, pour le journal ; jamais un nom',
  },
});

/** A source person by its address; by place and id where nothing knows its key any more. */
export const subjectAddress = ({
  id,
  system,
  site,
  sourceId,
}: Readonly<Record<'id' | 'system' | 'site', string>> & { readonly sourceId?: string | null }): string =>
  `${system}/${site}/${sourceId ?? `(${id})`}`;

const ERASED: Readonly<Record<string, Text>> = {
  records: { en: 'source records', fr: "enregistrements d'origine" },
  memberships: { en: 'memberships of cases', fr: 'appartenances à un dossier' },
  acts: { en: 'professional acts', fr: 'actes professionnels' },
  aids: { en: 'aids', fr: 'aides' },
  decisions: { en: 'decisions about aids', fr: 'décisions sur des aides' },
  payments: { en: 'payments of aids', fr: 'versements d’aides' },
  quarantine: { en: 'entries of the quarantine', fr: 'entrées de quarantaine' },
  copies: { en: 'copies for taking imports back', fr: 'copies pour annuler des imports' },
  pairs: { en: 'compared pairs', fr: 'paires comparées' },
  verdicts: { en: 'decisions of people about links', fr: 'décisions humaines sur des liens' },
  places: { en: 'protected places', fr: 'lieux protégés' },
  restrictions: { en: 'restrictions', fr: 'limitations' },
  aidRequests: { en: 'aid requests of the gateway', fr: 'demandes d’aide de la passerelle' },
  rectifications: { en: 'rectified fields', fr: 'champs rectifiés' },
  addresses: {
    en: 'addresses of households of which nobody is left',
    fr: 'adresses de foyers dont il ne reste personne',
  },
};

/** What went, in words. */
export const erasedWord = (kind: string, lang: Language): string => ERASED[kind]?.[lang] ?? kind;
