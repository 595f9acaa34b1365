import type { MessagePack } from './teaching.js';

/** Profiles and policies that their schema accepts and that still make no sense. `{at}` is the place in the document. */
export const profileMessages = {
  'profile.other-name': {
    en: {
      what: 'The file {name}.yml holds a profile named {profile}.',
      why: 'A profile is found by the name of its file.',
      next: 'Rename the file, or correct `profile:` in it.',
    },
    fr: {
      what: 'Le fichier {name}.yml contient un profil nommé {profile}.',
      why: 'Un profil se trouve par le nom de son fichier.',
      next: 'Renommez le fichier, ou corrigez `profile:` dans celui-ci.',
    },
  },
  'profile.unknown-field': {
    en: {
      what: 'The unified model has no field {field} for {entity} (at {at}).',
      why: 'A profile can only fill fields that the unified case model may hold; the list is closed on purpose.',
      next: 'Use a field of the model (docs/guide/profiles.md), or write `drop`.',
    },
    fr: {
      what: "Le modèle unifié n'a pas de champ {field} pour {entity} (à {at}).",
      why: 'Un profil ne peut remplir que les champs que le modèle unifié a le droit de contenir ; la liste est volontairement fermée.',
      next: 'Utilisez un champ du modèle (docs/guide/profiles.md), ou écrivez `drop`.',
    },
  },
  'profile.unknown-reader': {
    en: {
      what: 'There is no value reader {name} (at {at}).',
      why: 'A column names one of the readers under `readers:`, or a code map.',
      next: 'Add the reader to the profile, or correct the name.',
    },
    fr: {
      what: "Il n'y a pas de lecteur de valeurs {name} (à {at}).",
      why: "Une colonne désigne l'un des lecteurs de `readers:`, ou une table de correspondance.",
      next: 'Ajoutez le lecteur au profil, ou corrigez le nom.',
    },
  },
  'profile.reader-does-not-fit': {
    en: {
      what: 'A reader of kind {kind} cannot fill the field {field} (at {at}).',
      why: 'Dates need a date reader, amounts an amount reader, births a birthDate reader.',
      next: 'Name a reader of the right kind.',
    },
    fr: {
      what: 'Un lecteur de type {kind} ne peut pas remplir le champ {field} (à {at}).',
      why: 'Les dates demandent un lecteur de dates, les montants un lecteur de montants, les naissances un lecteur birthDate.',
      next: 'Désignez un lecteur du bon type.',
    },
  },
  'profile.unknown-codes': {
    en: {
      what: 'There is no code map {name} (at {at}).',
      why: 'A column names one of the maps under `codes:`.',
      next: 'Add the map to the profile, or correct the name.',
    },
    fr: {
      what: "Il n'y a pas de table de correspondance {name} (à {at}).",
      why: "Une colonne désigne l'une des tables de `codes:`.",
      next: 'Ajoutez la table au profil, ou corrigez le nom.',
    },
  },
  'profile.not-a-code': {
    en: {
      what: 'The field {field} does not hold codes (at {at}).',
      why: 'Only fields with a unified code list can be filled through a code map.',
      next: 'Use `read:` with a value reader instead of `codes:`.',
    },
    fr: {
      what: 'Le champ {field} ne contient pas de codes (à {at}).',
      why: 'Seuls les champs dotés d’une nomenclature unifiée se remplissent par une table de correspondance.',
      next: 'Utilisez `read:` avec un lecteur de valeurs au lieu de `codes:`.',
    },
  },
  'profile.unknown-unified-code': {
    en: {
      what: 'The unified list {list} has no code {code} (at {at}).',
      why: 'Legacy codes map to codes of config/codes/lists.yml, never to new words.',
      next: 'Correct the code, or add it to the unified list.',
    },
    fr: {
      what: "La nomenclature unifiée {list} n'a pas de code {code} (à {at}).",
      why: 'Les codes anciens correspondent à des codes de config/codes/lists.yml, jamais à des mots nouveaux.',
      next: 'Corrigez le code, ou ajoutez-le à la nomenclature unifiée.',
    },
  },
  'profile.unknown-table': {
    en: {
      what: 'The profile has no table {name} (at {at}).',
      why: 'A reference leads to another table of the same profile.',
      next: 'Correct the name of the table.',
    },
    fr: {
      what: "Le profil n'a pas de table {name} (à {at}).",
      why: 'Une référence mène à une autre table du même profil.',
      next: 'Corrigez le nom de la table.',
    },
  },
  'profile.no-key': {
    en: {
      what: 'The table {table} has no `makes` or no `key` (at {at}).',
      why: 'Without a key a record could not be recognised the next night.',
      next: 'Say what the table makes and which column is its key.',
    },
    fr: {
      what: "La table {table} n'a pas de `makes` ou pas de `key` (à {at}).",
      why: 'Sans clé, un enregistrement ne serait pas reconnu la nuit suivante.',
      next: 'Dites ce que produit la table et quelle colonne est sa clé.',
    },
  },
  'profile.no-person': {
    en: {
      what: 'The table {table} does not say whom its records belong to (at {at}).',
      why: 'Acts and aids hang on a person.',
      next: 'Add `person:` with the column of the reference.',
    },
    fr: {
      what: 'La table {table} ne dit pas à qui appartiennent ses enregistrements (à {at}).',
      why: 'Les actes et les aides dépendent d’une personne.',
      next: 'Ajoutez `person:` avec la colonne de la référence.',
    },
  },
  'profile.read-only': {
    en: {
      what: 'The table {table} takes all columns as they come (at {at}).',
      why: '`columns: all` is for profiles that only serve `passerelle read`; every table of such a profile must say so.',
      next: 'List the columns of the table and what each means.',
    },
    fr: {
      what: 'La table {table} prend toutes les colonnes telles quelles (à {at}).',
      why: '`columns: all` est réservé aux profils qui ne servent qu’à `passerelle read` ; toutes leurs tables doivent alors le dire.',
      next: 'Énumérez les colonnes de la table et le sens de chacune.',
    },
  },
  'overlay.unknown-name': {
    en: {
      what: 'The profile has nothing named {name} for this overlay to change (at {at}).',
      why: 'A site overlay extends what is there: code maps, readers, shapes of the profile.',
      next: 'Correct the name, or add it to the profile first.',
    },
    fr: {
      what: "Le profil n'a rien nommé {name} que cette surcharge puisse changer (à {at}).",
      why: 'La surcharge d’un site complète ce qui existe : tables de correspondance, lecteurs, formes du profil.',
      next: "Corrigez le nom, ou ajoutez-le d'abord au profil.",
    },
  },
  'policy.unknown-field': {
    en: {
      what: 'The policy names a field {field} of {entity} that the unified model does not have (at {at}).',
      why: 'A policy that protects nothing would look as if it did.',
      next: 'Correct the name of the field.',
    },
    fr: {
      what: "La règle nomme un champ {field} de {entity} que le modèle unifié n'a pas (à {at}).",
      why: 'Une règle qui ne protège rien en donnerait l’illusion.',
      next: 'Corrigez le nom du champ.',
    },
  },
  'policy.pseudonym-only': {
    en: {
      what: 'The field {field} can be kept as a pseudonym only (at {at}).',
      why: 'The store has no column for its value.',
      next: 'Write `pseudonym` or `drop`.',
    },
    fr: {
      what: 'Le champ {field} ne peut être gardé que sous pseudonyme (à {at}).',
      why: "La base n'a pas de colonne pour sa valeur.",
      next: 'Écrivez `pseudonym` ou `drop`.',
    },
  },
  'policy.no-pseudonym': {
    en: {
      what: 'The field {field} cannot be kept as a pseudonym (at {at}).',
      why: 'Only the national id and the telephone have a column for a keyed hash.',
      next: 'Write `keep` or `drop`.',
    },
    fr: {
      what: 'Le champ {field} ne peut pas être gardé sous pseudonyme (à {at}).',
      why: 'Seuls le numéro national et le téléphone ont une colonne pour une empreinte à clé.',
      next: 'Écrivez `keep` ou `drop`.',
    },
  },
} as const satisfies MessagePack;
