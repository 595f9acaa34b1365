import type { MessagePack } from './teaching.js';

/** Separation of persons from a household, and the key of their places. */
export const separationMessages = {
  'separation.place': {
    en: {
      what: 'The new place cannot be read ({member}). Nothing was changed.',
      why: 'It is a JSON document with any of {members}, each a text or null and none longer than its column; a site is written as in imports, `psa-07`. What it held is not repeated here.',
      next: 'Mend the document and give it on standard input again, for example with the members `"town": "…"` and `"site": "psa-07"`.',
    },
    fr: {
      what: "Le nouveau lieu est illisible ({member}). Rien n'a été modifié.",
      why: "C'est un document JSON avec, au choix, {members}, chacun un texte ou null, sans dépasser la longueur de sa colonne ; un site s'écrit comme aux imports, `psa-07`. Son contenu n'est pas répété ici.",
      next: 'Corrigez le document et redonnez-le sur l\'entrée standard, par exemple avec les éléments `"town": "…"` et `"site": "psa-07"`.',
    },
  },
  'separation.not-together': {
    en: {
      what: 'Somebody named with --with shares no case with the person. Nothing was changed.',
      why: 'A slip in a key would take a stranger out of their own household.',
      next: 'Look at both with `passerelle subject show`. Who lives in another file is separated by a command of their own.',
    },
    fr: {
      what: "Une personne indiquée par --with n'a aucun dossier commun avec la personne. Rien n'a été modifié.",
      why: 'Une faute de frappe dans une clé séparerait quelqu’un d’autre de son propre foyer.',
      next: 'Regardez les deux avec `passerelle subject show`. Qui figure dans un autre dossier se sépare par une commande à part.',
    },
  },
  'separation.whom': {
    en: {
      what: 'Name one: either PERSON or --incident, and not both.',
      why: 'The report is about the separations of one person, or about all that were made under one reference.',
      next: 'Run `passerelle subject residues PERSON`, or `passerelle subject residues --incident REF`.',
    },
    fr: {
      what: 'Indiquez soit PERSON, soit --incident, pas les deux.',
      why: 'Le relevé porte sur les séparations d’une personne, ou sur toutes celles faites sous une référence.',
      next: 'Lancez `passerelle subject residues PERSON`, ou `passerelle subject residues --incident REF`.',
    },
  },
  'separation.none': {
    en: {
      what: 'Nobody is separated under this name.',
      why: 'No separation was made of this person or under this reference.',
      next: 'Check the reference. `passerelle subject separate` makes a separation.',
    },
    fr: {
      what: "Personne n'est séparé sous ce nom.",
      why: "Aucune séparation n'a été faite pour cette personne ou sous cette référence.",
      next: 'Vérifiez la référence. `passerelle subject separate` fait une séparation.',
    },
  },
  'separation.rectify': {
    en: {
      what: 'This address is protected, so it is not rectified here. Nothing was changed.',
      why: 'The person was separated from a household: where they are is kept encrypted, under a key of its own, and nowhere else.',
      next: 'Give the new place with `passerelle subject separate PERSON --incident REF --new-address-stdin`.',
    },
    fr: {
      what: "Cette adresse est protégée : elle ne se rectifie pas ici. Rien n'a été modifié.",
      why: "La personne a été séparée d'un foyer : son lieu est conservé chiffré, sous une clé à part, et nulle part ailleurs.",
      next: 'Donnez le nouveau lieu par `passerelle subject separate PERSON --incident REF --new-address-stdin`.',
    },
  },
  'protection-key.missing': {
    en: {
      what: 'The key of protected places is not there: {file}.',
      why: 'Somebody is separated, and their addresses are encrypted under it. With another key they could not be read, and without one nothing may be imported that could show them.',
      next: 'Put the key back from where it is kept (mode 0600), or name its file in PASSERELLE_PROTECTION_KEY_FILE. Do not make a new one.',
    },
    fr: {
      what: 'La clé des lieux protégés est absente : {file}.',
      why: "Quelqu'un est séparé, et ses adresses sont chiffrées sous cette clé. Avec une autre clé elles seraient illisibles, et sans clé rien ne peut être importé qui risquerait de les montrer.",
      next: "Remettez la clé depuis l'endroit où elle est gardée (mode 0600), ou indiquez son fichier dans PASSERELLE_PROTECTION_KEY_FILE. N'en créez pas une nouvelle.",
    },
  },
  'protection-key.open': {
    en: {
      what: 'Others can read the key of protected places: {file}.',
      why: 'Whoever has it and the database knows where separated persons are.',
      next: 'Run `chmod 600` on it, and ask who could read it so far.',
    },
    fr: {
      what: "D'autres peuvent lire la clé des lieux protégés : {file}.",
      why: 'Qui la possède avec la base sait où sont les personnes séparées.',
      next: 'Lancez `chmod 600` sur ce fichier, et demandez-vous qui a pu le lire.',
    },
  },
  'protection-key.malformed': {
    en: {
      what: 'This is no key of protected places: {file}.',
      why: 'It holds 64 hexadecimal digits in one line.',
      next: 'Put the key back from where it is kept.',
    },
    fr: {
      what: "Ce fichier n'est pas une clé des lieux protégés : {file}.",
      why: 'Une clé tient en une ligne de 64 chiffres hexadécimaux.',
      next: "Remettez la clé depuis l'endroit où elle est gardée.",
    },
  },
  'protection-key.not-of-database': {
    en: {
      what: 'The places in this database were encrypted under another key ({known}); this one is {fingerprint}.',
      why: 'What tells where separated persons are could not be read, and what comes would be closed under two keys.',
      next: 'Put the key back that the separations were made with, or name its file in PASSERELLE_PROTECTION_KEY_FILE.',
    },
    fr: {
      what: 'Les lieux de cette base ont été chiffrés sous une autre clé ({known}) ; celle-ci est {fingerprint}.',
      why: 'Le lieu des personnes séparées serait illisible, et la suite serait chiffrée sous deux clés.',
      next: 'Remettez la clé avec laquelle les séparations ont été faites, ou indiquez son fichier dans PASSERELLE_PROTECTION_KEY_FILE.',
    },
  },
} as const satisfies MessagePack;
