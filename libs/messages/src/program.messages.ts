import type { MessagePack } from './teaching.js';

/** What can happen to any command while it runs. */
export const programMessages = {
  'program.fault': {
    en: {
      what: 'This is a fault of the program, not of your command or your data: {fault}.',
      why: 'Something happened that nobody foresaw. Its details are kept out of this message, because they could hold personal data.',
      next: 'Repeat the command with PASSERELLE_LOG_LEVEL=debug; `passerelle runs` lists what became of imports. If it happens again, report the line above with the output of `passerelle --version`. Logs: the lines above on standard error, and postgres.log in PASSERELLE_HOME (by default .passerelle).',
    },
    fr: {
      what: "C'est un défaut du programme, ni de votre commande ni de vos données : {fault}.",
      why: "Il s'est produit quelque chose que personne n'avait prévu. Les détails sont tenus hors de ce message, car ils pourraient contenir des données personnelles.",
      next: "Répétez la commande avec PASSERELLE_LOG_LEVEL=debug ; `passerelle runs` dit où en sont les imports. Si cela se reproduit, signalez la ligne ci-dessus avec ce qu'affiche `passerelle --version`. Journaux : les lignes qui précèdent sur la sortie d'erreur, et postgres.log dans PASSERELLE_HOME (par défaut .passerelle).",
    },
  },
  'program.stopped': {
    en: {
      what: 'The command was stopped before its end, as you asked.',
      why: 'It received a stop signal (Ctrl-C, or a request of the system). What was committed stays; what was under way was undone.',
      next: 'Run the same command again: it goes on where it stopped.',
    },
    fr: {
      what: "La commande a été arrêtée avant la fin, comme vous l'avez demandé.",
      why: "Elle a reçu un signal d'arrêt (Ctrl-C, ou une demande du système). Ce qui était validé reste acquis ; ce qui était en cours a été annulé.",
      next: "Relancez la même commande : elle reprend là où elle s'est arrêtée.",
    },
  },
  'program.input': {
    en: {
      what: 'What came on standard input cannot be taken ({reason}), so nothing was changed.',
      why: 'It must be text in UTF-8, of 64 KiB at most: one value, not a file of records.',
      next: 'Give the value alone, in UTF-8. Exports are read by `passerelle import`.',
    },
    fr: {
      what: "Ce qui est venu sur l'entrée standard ne convient pas ({reason}) : rien n'a été modifié.",
      why: "Ce doit être du texte en UTF-8, de 64 Kio au plus : une valeur, non un fichier d'enregistrements.",
      next: 'Donnez la valeur seule, en UTF-8. Les exports se lisent avec `passerelle import`.',
    },
  },
  'program.output': {
    en: {
      what: 'The output could not be written ({cause}).',
      why: 'The disk that receives it may be full, or the program that reads it may have failed.',
      next: 'Make room or choose another place for the output, then run the same command again.',
    },
    fr: {
      what: "La sortie n'a pas pu être écrite ({cause}).",
      why: 'Le disque qui la reçoit est peut-être plein, ou le programme qui la lit a échoué.',
      next: 'Faites de la place ou choisissez une autre destination, puis relancez la même commande.',
    },
  },
} as const satisfies MessagePack;
