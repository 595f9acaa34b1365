import type { MessagePack } from './teaching.js';

/** Policies that name what is not there, reads without a purpose, and what `policy check` finds. `{at}` is the place in the policy. */
export const policyMessages = {
  'policy.undeclared': {
    en: {
      what: 'The policies name {name} (at {at}), which {list} does not declare.',
      why: 'Declared there: {known}. A name that stands for nothing would protect nothing.',
      next: 'Correct the name, or declare it there first.',
    },
    fr: {
      what: 'Les règles nomment {name} (à {at}), que {list} ne déclare pas.',
      why: 'Sont déclarés : {known}. Un nom qui ne désigne rien ne protégerait rien.',
      next: "Corrigez le nom, ou déclarez-le d'abord à cet endroit.",
    },
  },
  'policy.unsuited-generalisation': {
    en: {
      what: 'The field {field} cannot be generalised by `{generalise}` (at {at}).',
      why: '`year` and `month` are for dates, `arrondissement` and `department` for postcodes, `band` for numbers and amounts.',
      next: 'Choose the one that suits the field, or let the purpose see `presence` or nothing.',
    },
    fr: {
      what: 'Le champ {field} ne peut pas être généralisé par `{generalise}` (à {at}).',
      why: '`year` et `month` valent pour les dates, `arrondissement` et `department` pour les codes postaux, `band` pour les nombres et les montants.',
      next: 'Choisissez celle qui convient au champ, ou ne montrez à la finalité que `presence`, ou rien.',
    },
  },
  'policy.no-generalisation': {
    en: {
      what: 'The purpose {purpose} may see the field {field} generalised, but nothing says how (at {at}).',
      why: 'Without `generalise`, nobody could know what is shown.',
      next: 'Give the field `generalise`, or another precision for this purpose.',
    },
    fr: {
      what: 'La finalité {purpose} peut voir le champ {field} sous forme généralisée, mais rien ne dit comment (à {at}).',
      why: 'Sans `generalise`, nul ne saurait ce qui est montré.',
      next: 'Ajoutez `generalise` au champ, ou donnez-lui une autre précision pour cette finalité.',
    },
  },
  'policy.no-date': {
    en: {
      what: '{name} is no date of the unified model (at {at}).',
      why: 'A retention period can only run from a day; `aid.payment` is the field that holds when an aid was paid.',
      next: 'Name the field of a date, as `entity.field`.',
    },
    fr: {
      what: "{name} n'est pas une date du modèle unifié (à {at}).",
      why: 'Une durée de conservation ne peut courir que depuis un jour ; `aid.payment` est le champ qui dit quand une aide a été versée.',
      next: "Nommez le champ d'une date, sous la forme `entité.champ`.",
    },
  },
  'purpose.missing': {
    en: {
      what: 'Data of a person are read for a purpose, and none was given.',
      why: 'The purpose decides what is shown, and stands in the audit trail. Purposes: {known}.',
      next: 'Add `--purpose` with one of them; docs/guide/policies.md says which sees what.',
    },
    fr: {
      what: "Les données d'une personne se lisent pour une finalité, et aucune n'a été donnée.",
      why: 'La finalité décide de ce qui est montré et figure au journal des accès. Finalités : {known}.',
      next: "Ajoutez `--purpose` avec l'une d'elles ; docs/guide/fr/regles.md dit laquelle voit quoi.",
    },
  },
  'purpose.unknown': {
    en: {
      what: 'There is no purpose {purpose}.',
      why: 'Purposes are declared in policies/purposes.yml: {known}.',
      next: 'Give one of them with `--purpose`.',
    },
    fr: {
      what: "La finalité {purpose} n'existe pas.",
      why: 'Les finalités sont déclarées dans policies/purposes.yml : {known}.',
      next: "Donnez l'une d'elles avec `--purpose`.",
    },
  },
  'purpose.aggregates': {
    en: {
      what: 'The purpose {purpose} sees counts, and never a single person.',
      why: 'Its policy says `aggregatesOnly`.',
      next: 'Read for another purpose, if there is one that you serve.',
    },
    fr: {
      what: 'La finalité {purpose} ne voit que des comptages, jamais une personne.',
      why: 'Sa règle porte `aggregatesOnly`.',
      next: "Lisez pour une autre finalité, s'il en est une que vous servez.",
    },
  },
  'policy.column-uncovered': {
    en: {
      what: 'The store has a column {column} that no policy covers.',
      why: 'What no policy names has no category, no period and no reader that could be told to a person.',
      next: 'Name it in {file} at {place}, with its category and why it is there.',
    },
    fr: {
      what: "La base a une colonne {column} qu'aucune règle ne couvre.",
      why: "Ce qu'aucune règle ne nomme n'a ni catégorie, ni durée, ni lecteur que l'on puisse indiquer à une personne.",
      next: 'Nommez-la dans {file} à {place}, avec sa catégorie et sa raison d’être.',
    },
  },
  'policy.column-gone': {
    en: {
      what: 'The policies name a column {column} that the store does not have.',
      why: 'A rule for what is not there looks like protection.',
      next: 'Remove it from {file} at {place}, or correct its name.',
    },
    fr: {
      what: "Les règles nomment une colonne {column} que la base n'a pas.",
      why: "Une règle pour ce qui n'existe pas donne l'illusion d'une protection.",
      next: 'Retirez-la de {file} à {place}, ou corrigez son nom.',
    },
  },
  'policy.field-uncovered': {
    en: {
      what: 'The profile {profile} maps {column} to a field {field} that no policy names.',
      why: 'It is dropped, as all that is not named; but nobody has said so.',
      next: 'Name it in {file} at {place}: `import: keep`, `pseudonym` or `drop`, and its category.',
    },
    fr: {
      what: "Le profil {profile} rapporte {column} au champ {field}, qu'aucune règle ne nomme.",
      why: "Il est écarté, comme tout ce qui n'est pas nommé ; mais personne ne l'a dit.",
      next: 'Nommez-le dans {file} à {place} : `import: keep`, `pseudonym` ou `drop`, et sa catégorie.',
    },
  },
  'policy.answer-uncovered': {
    en: {
      what: 'The answer {answer} of the gateway can hold a field {field} that no policy names.',
      why: 'Nobody sees it, as all that is not named; but nobody has decided who may.',
      next: 'Name it in {file} at {place}, with its category, or take it out of config/golden.yml.',
    },
    fr: {
      what: "La réponse {answer} de la passerelle peut contenir un champ {field} qu'aucune règle ne nomme.",
      why: "Nul ne le voit, comme tout ce qui n'est pas nommé ; mais personne n'a décidé qui le peut.",
      next: 'Nommez-le dans {file} à {place}, avec sa catégorie, ou retirez-le de config/golden.yml.',
    },
  },
  'policy.other-config': {
    en: {
      what: 'There are no policies to compare with in {folder}.',
      why: 'A version of the policies is a configuration folder: `policies/fields.yml`, `purposes.yml`, `retention.yml` and `store.yml`.',
      next: 'Copy the configuration folder, change the copy, and give it with `--with`.',
    },
    fr: {
      what: "Il n'y a pas de règles à comparer dans {folder}.",
      why: 'Une version des règles est un dossier de configuration : `policies/fields.yml`, `purposes.yml`, `retention.yml` et `store.yml`.',
      next: 'Copiez le dossier de configuration, modifiez la copie et donnez-la avec `--with`.',
    },
  },
} as const satisfies MessagePack;
