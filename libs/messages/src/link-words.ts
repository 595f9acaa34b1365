import type { Language } from './teaching.js';
import type { Text } from './text.js';

/** Fields of the shipped linkage, and fields of the unified model, as people say them. */
const FIELDS: Readonly<Record<string, Text>> = {
  given: { en: 'given names', fr: 'prénoms' },
  surname: { en: 'surnames', fr: 'noms' },
  birth: { en: 'birth date', fr: 'date de naissance' },
  sex: { en: 'sex', fr: 'sexe' },
  address: { en: 'address', fr: 'adresse' },
  telephone: { en: 'telephone', fr: 'téléphone' },
  nationalId: { en: 'national id', fr: 'numéro national' },
  title: { en: 'title', fr: 'civilité' },
  birthName: { en: 'birth name', fr: 'nom de naissance' },
  usageName: { en: 'name in use', fr: "nom d'usage" },
  givenNames: { en: 'given names', fr: 'prénoms' },
  birthDate: { en: 'birth date', fr: 'date de naissance' },
  birthPrecision: { en: 'precision of the date', fr: 'précision de la date' },
  birthCenturyKnown: { en: 'century known', fr: 'siècle connu' },
  maritalStatus: { en: 'marital status', fr: 'situation familiale' },
  childrenCount: { en: 'children', fr: 'enfants' },
  housingType: { en: 'housing', fr: 'logement' },
  employmentStatus: { en: 'employment', fr: 'emploi' },
  educationLevel: { en: 'education', fr: 'niveau scolaire' },
  addressLine: { en: 'street', fr: 'voie' },
  postcode: { en: 'postcode', fr: 'code postal' },
  town: { en: 'town', fr: 'ville' },
};

/** Levels of agreement of every kind of field. */
const LEVELS: Readonly<Record<string, Text>> = {
  exact: { en: 'the same', fr: 'identique' },
  same: { en: 'the same', fr: 'identique' },
  shorter: { en: 'the same, one side names fewer', fr: "identique, d'un côté moins complet" },
  close: { en: 'nearly the same', fr: 'presque identique' },
  phonetic: { en: 'sounds alike', fr: 'se prononce de même' },
  initial: { en: 'same initial', fr: 'même initiale' },
  swapped: { en: 'in each other’s place', fr: "l'un à la place de l'autre" },
  near: { en: 'a slip apart', fr: 'à une faute près' },
  twoParts: { en: 'two parts of three agree', fr: 'deux éléments sur trois concordent' },
  yearOnly: { en: 'the year agrees', fr: "l'année concorde" },
  partial: { en: 'partly the same', fr: 'en partie identique' },
  conflict: { en: 'contradicts', fr: 'contradictoire' },
  different: { en: 'different', fr: 'différent' },
};

/** A field in words; its own name where an installation compares something else. */
export const fieldWord = (field: string, lang: Language): string => FIELDS[field]?.[lang] ?? field;

/** A level of agreement in words. */
export const levelWord = (level: string, lang: Language): string => LEVELS[level]?.[lang] ?? level;
