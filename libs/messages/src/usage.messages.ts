import type { MessagePack } from './teaching.js';

/** Mistakes on the command line, and what can happen to any command. `{help}` is the command that shows the way. */
export const usageMessages = {
  'usage.command': {
    en: {
      what: 'There is no command "{word}".',
      why: 'The first words after `passerelle` name what to do; they are always English words.',
      next: 'Run `{help}` to see the commands.',
    },
    fr: {
      what: "La commande « {word} » n'existe pas.",
      why: 'Les premiers mots après `passerelle` disent quoi faire ; ce sont toujours des mots anglais.',
      next: 'Lancez `{help}` pour voir les commandes.',
    },
  },
  'usage.subcommand': {
    en: {
      what: '`{command}` needs one more word: {choices}.',
      why: 'Several things can be done here, and none of them is meant by itself.',
      next: 'Run `{help}` to see what each of them does.',
    },
    fr: {
      what: 'Il manque un mot après `{command}` : {choices}.',
      why: 'Plusieurs actions sont possibles ici, et aucune ne va de soi.',
      next: 'Lancez `{help}` pour voir ce que fait chacune.',
    },
  },
  'usage.option': {
    en: {
      what: '`{command}` has no option "{word}".',
      why: 'An option that is not understood is refused rather than ignored: it may have been the one that mattered.',
      next: 'Run `{help}` to see the options.',
    },
    fr: {
      what: "`{command}` n'a pas d'option « {word} ».",
      why: "Une option incomprise est refusée plutôt qu'ignorée : c'était peut-être celle qui comptait.",
      next: 'Lancez `{help}` pour voir les options.',
    },
  },
  'usage.option.value': {
    en: {
      what: 'The option `{option}` was given without its value.',
      why: 'The word after the option is its value, and there was none.',
      next: 'Give the value after the option; `{help}` shows an example.',
    },
    fr: {
      what: "L'option `{option}` est donnée sans sa valeur.",
      why: "Le mot qui suit l'option est sa valeur, et il n'y en a pas.",
      next: "Donnez la valeur après l'option ; `{help}` montre un exemple.",
    },
  },
  'usage.option.missing': {
    en: {
      what: '`{command}` cannot do without the option `{option}`.',
      why: 'There is no default that would be right for everybody.',
      next: 'Add `{option}`; `{help}` shows an example.',
    },
    fr: {
      what: "`{command}` ne peut pas se passer de l'option `{option}`.",
      why: 'Aucune valeur par défaut ne conviendrait à tout le monde.',
      next: 'Ajoutez `{option}` ; `{help}` montre un exemple.',
    },
  },
  'usage.option.conflict': {
    en: {
      what: 'The options `{option}` and `{other}` exclude each other.',
      why: 'Each of them says the opposite of the other.',
      next: 'Keep one of the two; `{help}` says what each does.',
    },
    fr: {
      what: "Les options `{option}` et `{other}` s'excluent.",
      why: "Chacune dit le contraire de l'autre.",
      next: "Gardez l'une des deux ; `{help}` dit ce que fait chacune.",
    },
  },
  'usage.argument.missing': {
    en: {
      what: '`{command}` needs {argument}, which was not given.',
      why: 'Without it there is nothing to work on.',
      next: 'Add {argument} at the end of the command; `{help}` shows an example.',
    },
    fr: {
      what: "`{command}` attend {argument}, qui n'a pas été donné.",
      why: "Sans lui, il n'y a rien à traiter.",
      next: 'Ajoutez {argument} à la fin de la commande ; `{help}` montre un exemple.',
    },
  },
  'usage.argument.extra': {
    en: {
      what: '`{command}` was given more words than it takes.',
      why: 'A path or a value with spaces must stand in quotes, or it counts as several words.',
      next: 'Put quotes around what belongs together; `{help}` shows an example.',
    },
    fr: {
      what: "`{command}` a reçu plus de mots qu'elle n'en attend.",
      why: 'Un chemin ou une valeur qui contient des espaces doit être entre guillemets, sinon il compte pour plusieurs mots.',
      next: 'Mettez entre guillemets ce qui va ensemble ; `{help}` montre un exemple.',
    },
  },
  'usage.value': {
    en: {
      what: 'The value of `{option}` is not one that it takes. Expected: {expected}.',
      why: 'A value that is not understood is never replaced by another one.',
      next: 'Correct the value; `{help}` shows an example.',
    },
    fr: {
      what: "La valeur de `{option}` n'est pas de celles qui conviennent. Attendu : {expected}.",
      why: "Une valeur incomprise n'est jamais remplacée par une autre.",
      next: 'Corrigez la valeur ; `{help}` montre un exemple.',
    },
  },
  'usage.code': {
    en: {
      what: 'There is no code "{word}" to explain.',
      why: 'Codes stand in balance sheets, in the quarantine and at the end of each error message.',
      next: 'Run `passerelle explain` to see all of them.',
    },
    fr: {
      what: 'Aucun code « {word} » à expliquer.',
      why: "Les codes figurent dans les bilans, dans la quarantaine et à la fin de chaque message d'erreur.",
      next: 'Lancez `passerelle explain` pour les voir tous.',
    },
  },
} as const satisfies MessagePack;
