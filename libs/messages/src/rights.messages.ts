import type { MessagePack } from './teaching.js';

/** Rights of persons: erasure, refusal, restriction. */
export const rightsMessages = {
  'rights.incident': {
    en: {
      what: 'This reference cannot be kept.',
      why: 'It stays in the audit trail for as long as that is kept, so it is a reference of letters, digits and `_ . : / -`, of 80 characters at most, and never a sentence or a name.',
      next: 'Give the number under which the request is filed, for example `--incident DPO-2026-017`, or leave it out.',
    },
    fr: {
      what: 'Cette référence ne peut pas être conservée.',
      why: "Elle reste au journal aussi longtemps que celui-ci : c'est donc une référence faite de lettres, de chiffres et de `_ . : / -`, de 80 caractères au plus, jamais une phrase ni un nom.",
      next: 'Donnez le numéro sous lequel la demande est classée, par exemple `--incident DPO-2026-017`, ou n’en donnez pas.',
    },
  },
  'rights.whom': {
    en: {
      what: 'Name one person: either PERSON or --key, and not both.',
      why: 'PERSON is somebody whom the store knows; --key also takes the key of a record that no export has held yet.',
      next: 'Run `passerelle subject refuse PERSON`, or `passerelle subject refuse --key system/site/key`.',
    },
    fr: {
      what: 'Désignez une seule personne : par PERSON ou par --key, pas les deux.',
      why: "PERSON est quelqu'un que la base connaît ; --key accepte aussi la clé d'un enregistrement qu'aucun export n'a encore contenu.",
      next: 'Lancez `passerelle subject refuse PERSON`, ou `passerelle subject refuse --key système/site/clé`.',
    },
  },
  'rights.not-refused': {
    en: {
      what: 'No refusal was noted here for this record, so there is none to withdraw.',
      why: 'A refusal that an export brought is taken back by the next export in which it no longer stands.',
      next: 'Have it corrected in the legacy application. `passerelle audit list --person PERSON` shows what was done here.',
    },
    fr: {
      what: "Aucun refus n'a été enregistré ici pour cet enregistrement : il n'y a rien à retirer.",
      why: 'Un refus apporté par un export est levé par le prochain export où il ne figure plus.',
      next: "Faites-le corriger dans le logiciel d'origine. `passerelle audit list --person PERSON` montre ce qui a été fait ici.",
    },
  },
  'rights.erased': {
    en: {
      what: 'This person was erased, and an erasure is not taken back.',
      why: 'It was promised to the person for good; a later refusal, or its withdrawal, changes nothing about it.',
      next: 'If the person wants to be followed again, their service opens a new record, under a new key.',
    },
    fr: {
      what: 'Cette personne a été effacée, et un effacement ne se retire pas.',
      why: "Il a été promis pour de bon à la personne ; un refus ultérieur, ou son retrait, n'y change rien.",
      next: 'Si la personne souhaite de nouveau être suivie, son service ouvre un nouvel enregistrement, sous une nouvelle clé.',
    },
  },
  'rights.linking': {
    en: {
      what: 'A link run is under way, so nothing was changed.',
      why: 'It holds what persons are compared by, and could write some of it back after an erasure.',
      next: 'Run the same command again once `passerelle link` has ended.',
    },
    fr: {
      what: "Un rapprochement est en cours : rien n'a été modifié.",
      why: 'Il tient en mémoire ce qui sert à comparer les personnes, et pourrait en réécrire une partie après un effacement.',
      next: 'Relancez la même commande quand `passerelle link` sera terminé.',
    },
  },
  'rights.busy': {
    en: {
      what: 'Records are being brought into the store and did not pause in time, so nothing was changed.',
      why: 'An erasure waits until no record of the person can be on its way; a dry run of a large import holds it up longest.',
      next: 'Run the same command again, after the import if need be. `passerelle runs` shows which one runs.',
    },
    fr: {
      what: "Des enregistrements sont en cours d'import et n'ont pas laissé la place à temps : rien n'a été modifié.",
      why: "Un effacement attend qu'aucun enregistrement de la personne ne puisse être en route ; l'essai à blanc d'un gros import le retient le plus longtemps.",
      next: "Relancez la même commande, au besoin après l'import. `passerelle runs` montre lequel est en cours.",
    },
  },
} as const satisfies MessagePack;
