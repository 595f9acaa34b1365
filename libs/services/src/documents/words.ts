import type { Entity } from '#libs/domain';
import type { Language, Text } from '#libs/messages';
import type { Generalisation, PolicyAction, Precision, RetentionKind, SpecialCategory } from '#libs/minimiser';

/** The words of the policies as people say them. */
export const PRECISION_WORDS: Readonly<Record<Precision, Text>> = {
  none: { en: '–', fr: '–' },
  presence: { en: 'whether known', fr: 'connu ou non' },
  pseudonym: { en: 'pseudonym', fr: 'pseudonyme' },
  generalised: { en: 'generalised', fr: 'généralisé' },
  full: { en: 'whole', fr: 'en clair' },
};

export const GENERALISATION_WORDS: Readonly<Record<Generalisation, Text>> = {
  year: { en: 'year', fr: 'année' },
  month: { en: 'month', fr: 'mois' },
  arrondissement: { en: 'arrondissement', fr: 'arrondissement' },
  department: { en: 'département', fr: 'département' },
  band: { en: 'band', fr: 'tranche' },
};

export const ACTION_WORDS: Readonly<Record<PolicyAction, Text>> = {
  keep: { en: 'kept', fr: 'conservé' },
  pseudonym: { en: 'kept as a keyed hash', fr: 'gardé sous forme d’empreinte' },
  drop: { en: 'not read', fr: 'non lu' },
};

export const ENTITY_WORDS: Readonly<Record<Entity, Text>> = {
  case: { en: 'Case', fr: 'Dossier du foyer' },
  person: { en: 'Person', fr: 'Personne' },
  professionalAct: { en: 'Professional act', fr: 'Acte professionnel' },
  aid: { en: 'Financial aid', fr: 'Aide financière' },
};

export const SPECIAL_WORDS: Readonly<Record<SpecialCategory, Text>> = {
  health: { en: 'health', fr: 'santé' },
  ethnicOrigin: { en: 'ethnic origin', fr: 'origine ethnique' },
  politicalOpinion: { en: 'political opinion', fr: 'opinion politique' },
  religion: { en: 'religion', fr: 'religion' },
  tradeUnion: { en: 'trade union', fr: 'appartenance syndicale' },
  sexLife: { en: 'sex life', fr: 'vie sexuelle' },
  genetic: { en: 'genetic data', fr: 'données génétiques' },
  criminal: { en: 'criminal offences', fr: 'infractions pénales' },
};

export const EVENT_WORDS: Readonly<Record<RetentionKind['from'], Text>> = {
  lastContact: { en: 'the last contact with the person', fr: 'le dernier contact avec la personne' },
  paidOn: { en: 'the payment', fr: 'le versement' },
  entry: { en: 'its entry', fr: 'son inscription' },
  runFinished: { en: 'the end of the run', fr: 'la fin du traitement' },
  recordErased: { en: 'the erasure', fr: 'l’effacement' },
  withdrawn: { en: 'its withdrawal', fr: 'son retrait' },
  written: { en: 'its writing', fr: 'son écriture' },
};

export const THEN_WORDS: Readonly<Record<RetentionKind['then'], Text>> = {
  delete: { en: 'deleted', fr: 'suppression' },
  keepWithoutIdentity: { en: 'kept without identity', fr: 'conservation sans identité' },
  archive: { en: 'archived with a written justification', fr: 'archivage justifié par écrit' },
};

const UNITS: Readonly<Record<string, Text>> = {
  days: { en: 'days', fr: 'jours' },
  months: { en: 'months', fr: 'mois' },
  years: { en: 'years', fr: 'ans' },
};

/** `24 months` as `24 mois`; no time at all as `at once`. */
export const periodWords = (period: string, lang: Language): string => {
  const [count = '', unit = ''] = period.split(' ');
  if (Number(count) === 0) return lang === 'fr' ? 'aussitôt' : 'at once';
  return `${count}\u00a0${UNITS[unit]?.[lang] ?? unit}`;
};

/** What happens in the end, and before if the person is erased. */
export const thenWords = ({ then, onErasure }: RetentionKind, lang: Language): string =>
  onErasure === 'keepWithoutIdentity' ? `${THEN_WORDS[then][lang]}${ONCE_ERASED[lang]}` : THEN_WORDS[then][lang];

const ONCE_ERASED: Text = {
  en: '; without identity if the person is erased before',
  fr: ' ; sans identité si la personne est effacée avant',
};

/** `24 mois après le dernier contact avec la personne`. */
export const periodFromWords = ({ period, from }: RetentionKind, lang: Language): string =>
  `${periodWords(period, lang)} ${lang === 'fr' ? 'après' : 'after'} ${EVENT_WORDS[from][lang]}`;

/** French puts a no-break space before a colon. */
export const colon = (lang: Language): string => (lang === 'fr' ? '\u00a0:' : ':');

/** What people read as yes and no. */
export const YES_NO: Readonly<Record<'true' | 'false', Text>> = {
  true: { en: 'yes', fr: 'oui' },
  false: { en: 'no', fr: 'non' },
};
