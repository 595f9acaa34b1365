import type { MessagePack } from './teaching.js';

/** What can stand in the way of a link run. */
export const linkRunMessages = {
  'link.busy': {
    en: {
      what: 'Another link run is under way on this installation.',
      why: 'Two runs at once would decide from different halves of the same pairs. Imports link too, once their sheet is settled.',
      next: 'Wait for it to end, then run `passerelle link`: it takes up whatever is still new.',
    },
    fr: {
      what: 'Un autre rapprochement est en cours sur cette installation.',
      why: "Deux rapprochements simultanés décideraient chacun d'après une moitié des mêmes paires. Les imports rapprochent eux aussi, une fois leur bilan arrêté.",
      next: "Attendez qu'il se termine, puis lancez `passerelle link` : il reprend tout ce qui reste nouveau.",
    },
  },
  'link.job-failed': {
    en: {
      what: 'The link run failed: {failed} of its jobs were given up, the reason being {failure}.',
      why: 'A job is tried three times before it is given up. The links are as they were before the run; nothing was decided from half of the pairs.',
      next: 'See `passerelle explain {failure}`, mend the cause, then run `passerelle link` again.',
    },
    fr: {
      what: 'Le rapprochement a échoué : {failed} de ses travaux ont été abandonnés, pour la raison {failure}.',
      why: "Un travail est tenté trois fois avant d'être abandonné. Les liens sont tels qu'avant ; rien n'a été décidé sur la moitié des paires.",
      next: 'Voyez `passerelle explain {failure}`, réparez la cause, puis relancez `passerelle link`.',
    },
  },
  'link.job-dies': {
    en: {
      what: 'A job of the link run ended its worker again and again.',
      why: 'Its workers went without a word each time, most likely for want of memory.',
      next: 'Give the machine more memory or stop other programs, then run `passerelle link` again.',
    },
    fr: {
      what: 'Un travail du rapprochement a mis fin à son ouvrier à plusieurs reprises.',
      why: 'Ses ouvriers ont disparu chaque fois sans un mot, sans doute faute de mémoire.',
      next: "Donnez plus de mémoire à la machine ou arrêtez d'autres programmes, puis relancez `passerelle link`.",
    },
  },
  'link.rules-changed': {
    en: {
      what: 'A worker has read another linkage file than the link run was begun with.',
      why: 'A worker reads its configuration once, when it starts. Persons compared by two sets of rules would make links that nobody could explain.',
      next: 'Restart the workers of this installation, then run `passerelle link` again.',
    },
    fr: {
      what: 'Un ouvrier a lu un autre fichier de rapprochement que celui du rapprochement en cours.',
      why: 'Un ouvrier lit sa configuration une fois, à son démarrage. Des personnes comparées selon deux jeux de règles donneraient des liens que nul ne saurait expliquer.',
      next: 'Redémarrez les ouvriers de cette installation, puis relancez `passerelle link`.',
    },
  },
  'link.overtaken': {
    en: {
      what: 'An unfinished link run was dropped for a newer one.',
      why: 'The rules or the model have changed since, or everything was to be linked anew: going on with it would have been in vain.',
      next: 'Nothing to do: the newer run does its work.',
    },
    fr: {
      what: 'Un rapprochement inachevé a laissé place à un plus récent.',
      why: "Les règles ou le modèle ont changé entre-temps, ou tout devait être rapproché à nouveau : le poursuivre n'aurait servi à rien.",
      next: 'Rien à faire : le plus récent accomplit son travail.',
    },
  },
  'link.ended-elsewhere': {
    en: {
      what: 'The link run was ended by another process.',
      why: 'The connection that held its lock broke, and another command took the run over.',
      next: 'Run `passerelle link`: it says that nothing is new, or does what is left.',
    },
    fr: {
      what: 'Le rapprochement a été terminé par un autre processus.',
      why: 'La connexion qui tenait son verrou a été coupée, et une autre commande a pris la suite.',
      next: "Lancez `passerelle link` : il dit qu'il n'y a rien de nouveau, ou fait ce qui reste.",
    },
  },
  'link.stopped': {
    en: {
      what: 'The link run was asked to stop before its end.',
      why: 'Somebody pressed Ctrl-C or stopped the service. What was imported stays; the links are as they were before.',
      next: 'Run `passerelle link`: it goes on where this one stopped.',
    },
    fr: {
      what: 'Le rapprochement a été arrêté avant sa fin.',
      why: "Quelqu'un a appuyé sur Ctrl-C ou arrêté le service. Ce qui est importé reste ; les liens sont tels qu'avant.",
      next: 'Lancez `passerelle link` : il reprend où celui-ci s’est arrêté.',
    },
  },
  'linkage-model.unreadable': {
    en: {
      what: 'The linkage model {file} cannot be read.',
      why: 'It comes with the configuration and holds the weights that are used until `passerelle link --train` makes others. The file is missing, or it is no JSON.',
      next: 'Put the shipped file back into the configuration folder.',
    },
    fr: {
      what: 'Le modèle de rapprochement {file} est illisible.',
      why: "Il accompagne la configuration et contient les poids employés tant que `passerelle link --train` n'en a pas calculé d'autres. Le fichier manque, ou n'est pas du JSON.",
      next: "Remettez le fichier d'origine dans le dossier de configuration.",
    },
  },
} as const satisfies MessagePack;
