import type { MessagePack } from './teaching.js';

/** Linkage documents that their schema accepts and that still make no sense. `{at}` is the place in the document. */
export const linkageMessages = {
  'linkage.unknown-field': {
    en: {
      what: 'The linkage declares no field {field} (at {at}).',
      why: 'Keys, families and rules can only name what stands under `fields:`: {known}.',
      next: 'Correct the name, or declare the field.',
    },
    fr: {
      what: 'Le rapprochement ne déclare pas de champ {field} (à {at}).',
      why: 'Clés, familles et règles ne peuvent désigner que ce qui figure sous `fields:` : {known}.',
      next: 'Corrigez le nom, ou déclarez le champ.',
    },
  },
  'linkage.unknown-level': {
    en: {
      what: 'The field {field} has no level {level} (at {at}).',
      why: 'The levels of agreement follow from the kind of the field: {known}.',
      next: 'Use one of these levels.',
    },
    fr: {
      what: "Le champ {field} n'a pas de niveau {level} (à {at}).",
      why: "Les niveaux d'accord découlent du type du champ : {known}.",
      next: "Utilisez l'un de ces niveaux.",
    },
  },
  'linkage.unknown-part': {
    en: {
      what: 'A blocking key cannot take {part} of the field {field} (at {at}).',
      why: 'What a key can take follows from the kind of the field: {known}.',
      next: 'Write `field.part` with one of these parts.',
    },
    fr: {
      what: 'Une clé de regroupement ne peut pas prendre {part} du champ {field} (à {at}).',
      why: "Ce qu'une clé peut prendre découle du type du champ : {known}.",
      next: "Écrivez `champ.partie` avec l'une de ces parties.",
    },
  },
  'linkage.swap-of-names': {
    en: {
      what: 'Only two different fields of names can be exchanged, not {field} (at {at}).',
      why: '`swaps:` says which names people type into each other’s column.',
      next: 'Name two fields of kind `names`.',
    },
    fr: {
      what: "Seuls deux champs de noms différents peuvent s'échanger, pas {field} (à {at}).",
      why: "`swaps:` dit quels noms sont saisis l'un à la place de l'autre.",
      next: 'Désignez deux champs de type `names`.',
    },
  },
  'linkage.two-families': {
    en: {
      what: 'The field {field} belongs to two families of evidence (at {at}).',
      why: 'One agreement would count twice, and two families would no longer be two reasons.',
      next: 'Leave the field in one family.',
    },
    fr: {
      what: 'Le champ {field} appartient à deux familles d’indices (à {at}).',
      why: 'Un même accord compterait deux fois, et deux familles ne seraient plus deux raisons.',
      next: 'Laissez le champ dans une seule famille.',
    },
  },
  'linkage.too-few-families': {
    en: {
      what: 'An automatic link asks for {wanted} families of evidence, and there are {known} (at {at}).',
      why: 'Nothing could ever be linked.',
      next: 'Declare more families, or ask for fewer.',
    },
    fr: {
      what: 'Un lien automatique demande {wanted} familles d’indices, or il y en a {known} (à {at}).',
      why: 'Rien ne pourrait jamais être rapproché.',
      next: 'Déclarez davantage de familles, ou demandez-en moins.',
    },
  },
} as const satisfies MessagePack;
