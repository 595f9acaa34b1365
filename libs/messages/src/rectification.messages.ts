import type { MessagePack } from './teaching.js';

/** Rectification: what a person has mended (article 16). */
export const rectificationMessages = {
  'rectification.field': {
    en: {
      what: 'There is no field `{field}` to rectify.',
      why: 'One field of the person is rectified at a time; an address is one field of three lines (street, postcode, town). Keyed fingerprints (telephone, national number) hold no value, and facts of a case, an act or an aid are mended where they are recorded.',
      next: 'Name one of: {known}.',
    },
    fr: {
      what: "Il n'y a pas de champ `{field}` à rectifier.",
      why: "On rectifie un champ de la personne à la fois ; une adresse est un seul champ de trois lignes (rue, code postal, ville). Les empreintes à clé (téléphone, numéro national) ne contiennent aucune valeur, et les faits d'un dossier, d'un acte ou d'une aide se corrigent là où ils sont enregistrés.",
      next: "Nommez l'un de ceux-ci : {known}.",
    },
  },
  'rectification.not-kept': {
    en: {
      what: 'The policies do not let the field `{field}` be kept, so nothing was changed.',
      why: 'What an import may not bring in, a rectification may not either (`config/policies/fields.yml`).',
      next: 'Have the data-protection officer decide whether the field is to be kept, change the policy, and run the command again.',
    },
    fr: {
      what: "Les règles n'autorisent pas à conserver le champ `{field}` : rien n'a été modifié.",
      why: "Ce qu'un import ne peut pas apporter, une rectification ne le peut pas non plus (`config/policies/fields.yml`).",
      next: 'Faites décider par le délégué à la protection des données si ce champ doit être conservé, modifiez la règle, puis relancez la commande.',
    },
  },
  'rectification.empty': {
    en: {
      what: 'No value was given, so nothing was changed.',
      why: 'The value is read from standard input, so that it shows in no list of processes and in no history of the shell. An empty one would hide what the records say and put nothing in its place.',
      next: 'Give it on standard input, for example `passerelle subject rectify PERSON --field birthDate --incident REF < value.txt`, or type it and end with Ctrl-D. To take a rectification back, use `--withdraw`.',
    },
    fr: {
      what: "Aucune valeur n'a été donnée : rien n'a été modifié.",
      why: "La valeur est lue sur l'entrée standard, pour n'apparaître ni dans la liste des processus ni dans l'historique du shell. Une valeur vide cacherait ce que disent les enregistrements sans rien mettre à la place.",
      next: "Donnez-la sur l'entrée standard, par exemple `passerelle subject rectify PERSON --field birthDate --incident REF < valeur.txt`, ou tapez-la et terminez par Ctrl-D. Pour retirer une rectification, utilisez `--withdraw`.",
    },
  },
  'rectification.value': {
    en: {
      what: 'This value cannot be taken for the field `{field}` ({reason}), so nothing was changed.',
      why: 'It is held against the rules of imports: a date that exists and is not to come (`YYYY-MM-DD`, `DD/MM/YYYY`, `YYYY-MM`, `YYYY`), a whole number, `true` or `false`, a text that is not too long. An address has three lines at most: street, postcode, town; a line may be empty.',
      next: 'See `passerelle explain {reason}`, and give the value again.',
    },
    fr: {
      what: "Cette valeur ne convient pas au champ `{field}` ({reason}) : rien n'a été modifié.",
      why: "Elle est soumise aux règles des imports : une date qui existe et n'est pas à venir (`AAAA-MM-JJ`, `JJ/MM/AAAA`, `AAAA-MM`, `AAAA`), un nombre entier, `oui` ou `non`, un texte qui n'est pas trop long. Une adresse a trois lignes au plus : rue, code postal, ville ; une ligne peut être vide.",
      next: 'Voyez `passerelle explain {reason}`, puis donnez de nouveau la valeur.',
    },
  },
  'rectification.code': {
    en: {
      what: 'This is no code of the field `{field}`, so nothing was changed.',
      why: 'A code that the unified list does not know is never forced into another.',
      next: 'Give one of: {known}.',
    },
    fr: {
      what: "Ce n'est pas un code du champ `{field}` : rien n'a été modifié.",
      why: "Un code que la nomenclature unifiée ne connaît pas n'est jamais forcé dans un autre.",
      next: "Donnez l'un de ceux-ci : {known}.",
    },
  },
  'rectification.none': {
    en: {
      what: 'The field `{field}` of this person is not rectified, so there is nothing to take back.',
      why: 'A rectification belongs to the source records that it was set for; after a split, it stays with them.',
      next: '`passerelle subject show PERSON` lists what is rectified.',
    },
    fr: {
      what: "Le champ `{field}` de cette personne n'est pas rectifié : il n'y a rien à retirer.",
      why: "Une rectification appartient aux enregistrements d'origine pour lesquels elle a été posée ; après une séparation de lien, elle reste avec eux.",
      next: '`passerelle subject show PERSON` liste ce qui est rectifié.',
    },
  },
  'rectification.file': {
    en: {
      what: "The home's file of rectifications cannot be read, so nothing was done.",
      why: 'A line of `{file}` was changed, or belongs to another installation. It keeps rectifications through the restore of an older database: going on without it could show wrong values as right ones, and nobody would notice.',
      next: 'Put back the copy of this file that belongs to the home. Where there is none, move the file away: the rectifications that the database holds are written anew, and those that it lacks must be entered again (`passerelle audit list` names them by reference).',
    },
    fr: {
      what: "Le fichier des rectifications de l'installation est illisible : rien n'a été fait.",
      why: "Une ligne de `{file}` a été modifiée, ou vient d'une autre installation. Ce fichier garde les rectifications quand une base plus ancienne est restaurée : continuer sans lui pourrait montrer des valeurs fausses pour justes, sans que personne s'en aperçoive.",
      next: "Remettez la copie de ce fichier qui appartient à l'installation. S'il n'y en a pas, mettez le fichier de côté : les rectifications que la base contient y sont réécrites, et celles qui lui manquent sont à saisir de nouveau (`passerelle audit list` les nomme par leur référence).",
    },
  },
} as const satisfies MessagePack;
