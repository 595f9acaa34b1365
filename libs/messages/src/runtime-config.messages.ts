import type { MessagePack } from './teaching.js';

/** What can be wrong in a YAML configuration file: the file as a whole, then one entry for each kind of mistake. */
export const runtimeConfigMessages = {
  'config.invalid': {
    en: {
      what: 'The configuration file {file} has mistakes: {count}.',
      why: 'The configuration decides what is read, kept and shown, so a file that is not understood whole is not used at all. Every mistake is listed with its line.',
      next: 'Correct the lines that are listed and run the command again.',
    },
    fr: {
      what: 'Le fichier de configuration {file} contient des erreurs : {count}.',
      why: "La configuration décide de ce qui est lu, gardé et montré : un fichier qui n'est pas compris en entier n'est pas utilisé du tout. Chaque erreur est listée avec sa ligne.",
      next: 'Corrigez les lignes listées et relancez la commande.',
    },
  },
  'config.unreadable': {
    en: {
      what: 'The configuration file {file} cannot be read ({reason}).',
      why: 'It is missing, this account may not read it, or it is not UTF-8.',
      next: 'Put the file back, or save it as UTF-8 from your editor.',
    },
    fr: {
      what: 'Le fichier de configuration {file} est illisible ({reason}).',
      why: "Il manque, ce compte n'a pas le droit de le lire, ou il n'est pas en UTF-8.",
      next: 'Remettez le fichier en place, ou enregistrez-le en UTF-8 depuis votre éditeur.',
    },
  },
  'config.syntax': {
    en: {
      what: 'This is not YAML here: {detail}.',
      why: 'Most often an indent, a quote or a colon is wrong on this line or the one before.',
      next: 'Correct the line; texts with a colon, a hash or a leading sign belong in quotes.',
    },
    fr: {
      what: "Ceci n'est pas du YAML : {detail}.",
      why: 'Le plus souvent, un retrait, un guillemet ou un deux-points est fautif sur cette ligne ou la précédente.',
      next: 'Corrigez la ligne ; les textes qui contiennent un deux-points, un dièse ou un signe au début se mettent entre guillemets.',
    },
  },
  'config.tab': {
    en: {
      what: 'A tab indents this line.',
      why: 'YAML allows blanks only, because tabs have no agreed width.',
      next: 'Replace the tab with blanks.',
    },
    fr: {
      what: 'Une tabulation sert de retrait à cette ligne.',
      why: "YAML n'admet que des espaces, car une tabulation n'a pas de largeur convenue.",
      next: 'Remplacez la tabulation par des espaces.',
    },
  },
  'config.duplicate-key': {
    en: {
      what: 'This key is given twice.',
      why: 'Only one of them could count, and nobody could say which was meant.',
      next: 'Keep one of the two.',
    },
    fr: {
      what: 'Cette clé est donnée deux fois.',
      why: 'Une seule pourrait compter, et nul ne saurait dire laquelle était voulue.',
      next: "Gardez l'une des deux.",
    },
  },
  'config.unknown-key': {
    en: {
      what: 'The key {key} means nothing here; known keys: {known}.',
      why: 'A misspelt key would otherwise be ignored in silence, and what it should forbid would be allowed.',
      next: 'Correct the spelling or remove the line.',
    },
    fr: {
      what: "La clé {key} n'a pas de sens ici ; clés connues : {known}.",
      why: "Sinon, une clé mal orthographiée serait ignorée en silence, et ce qu'elle devait interdire serait permis.",
      next: "Corrigez l'orthographe ou retirez la ligne.",
    },
  },
  'config.missing-key': {
    en: {
      what: 'The key {key} is missing here.',
      why: 'There is no safe default for it.',
      next: 'Add {key}.',
    },
    fr: {
      what: 'La clé {key} manque ici.',
      why: "Il n'existe pas de valeur par défaut sûre pour elle.",
      next: 'Ajoutez {key}.',
    },
  },
  'config.type': {
    en: {
      what: 'A value of another kind is expected here: {expected}.',
      why: 'The schema of the file says so. A number without quotes is not a text in YAML.',
      next: 'Correct the line; your editor completes the keys when the file names its schema.',
    },
    fr: {
      what: "Une valeur d'un autre genre est attendue ici : {expected}.",
      why: "Le schéma du fichier le veut ainsi. En YAML, un nombre sans guillemets n'est pas un texte.",
      next: 'Corrigez la ligne ; votre éditeur complète les clés quand le fichier désigne son schéma.',
    },
  },
  'config.value': {
    en: {
      what: 'This value is not one of: {expected}.',
      why: 'Only these have a meaning here.',
      next: 'Correct the line; your editor completes the keys when the file names its schema.',
    },
    fr: {
      what: 'Cette valeur ne figure pas parmi : {expected}.',
      why: 'Seules celles-ci ont un sens ici.',
      next: 'Corrigez la ligne ; votre éditeur complète les clés quand le fichier désigne son schéma.',
    },
  },
  'config.pattern': {
    en: {
      what: 'This text does not have the form {expected}.',
      why: 'Other parts of the configuration refer to it by that form.',
      next: 'Correct the line; your editor completes the keys when the file names its schema.',
    },
    fr: {
      what: "Ce texte n'a pas la forme {expected}.",
      why: "D'autres parties de la configuration s'y réfèrent sous cette forme.",
      next: 'Corrigez la ligne ; votre éditeur complète les clés quand le fichier désigne son schéma.',
    },
  },
  'config.rule': {
    en: {
      what: 'This value breaks a rule of the schema: {expected}.',
      why: 'The schema of the file says so.',
      next: 'Correct the line; your editor completes the keys when the file names its schema.',
    },
    fr: {
      what: 'Cette valeur enfreint une règle du schéma : {expected}.',
      why: 'Le schéma du fichier le veut ainsi.',
      next: 'Corrigez la ligne ; votre éditeur complète les clés quand le fichier désigne son schéma.',
    },
  },
} as const satisfies MessagePack;
