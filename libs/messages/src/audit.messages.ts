import type { MessagePack } from './teaching.js';

/** The audit trail: who read or changed what, under which purpose. */
export const auditMessages = {
  'audit.head': {
    en: {
      what: 'The newest place of the audit trail is not as this installation left it, so nothing can be entered.',
      why: 'Somebody changed the table from outside, or another key of the installation is in use. What reads or changes data of persons stops until this is cleared up, since it would leave no trace.',
      next: 'Run `passerelle audit verify`, keep database, home and witness files as they are, and tell the data-protection officer. See docs/guide/audit.md.',
    },
    fr: {
      what: "La tête du journal des accès n'est pas telle que cette installation l'a laissée : rien ne peut y être inscrit.",
      why: "Quelqu'un a modifié la table de l'extérieur, ou une autre clé d'installation est utilisée. Tout ce qui lit ou modifie des données de personnes s'arrête jusqu'à éclaircissement, faute de laisser une trace.",
      next: 'Lancez `passerelle audit verify`, conservez en l’état la base, le dossier de l’installation et les fichiers du témoin, et prévenez la personne déléguée à la protection des données. Voir docs/guide/fr/journal.md.',
    },
  },
  'audit.broken': {
    en: {
      what: 'The audit trail does not verify: {kind} at entry {seq}. Nothing was removed.',
      why: 'Pruning would remove the evidence of what happened to the trail.',
      next: 'Run `passerelle audit verify` for everything that was found, and clear it up first. See docs/guide/audit.md.',
    },
    fr: {
      what: "Le journal des accès n'est pas intact : {kind} à l'inscription {seq}. Rien n'a été supprimé.",
      why: 'Une purge effacerait les preuves de ce qui est arrivé au journal.',
      next: 'Lancez `passerelle audit verify` pour voir tout ce qui a été trouvé, et éclaircissez-le d’abord. Voir docs/guide/fr/journal.md.',
    },
  },
  'audit.question': {
    en: {
      what: 'The audit trail is asked about one person, one case or one incident: give exactly one of --person, --case and --incident.',
      why: 'It exists to tell a person who read their data, and to look into an incident. It is no account of anybody’s work.',
      next: 'Run `passerelle audit list --person ID`, with an id of `passerelle links` or with system/site/key.',
    },
    fr: {
      what: 'On interroge le journal des accès sur une personne, un dossier ou un incident : indiquez un seul choix parmi --person, --case et --incident.',
      why: 'Il sert à dire à une personne qui a lu ses données, et à examiner un incident. Il ne rend compte du travail de personne.',
      next: 'Lancez `passerelle audit list --person ID`, avec un identifiant de `passerelle links` ou système/site/clé.',
    },
  },
  'audit.case': {
    en: {
      what: 'This is not the id of a case.',
      why: 'A case is named by its keyed id, as entries of the audit trail show it.',
      next: 'Find it with `passerelle audit list --person ID --json`, in `caseId`.',
    },
    fr: {
      what: "Ceci n'est pas l'identifiant d'un dossier.",
      why: 'Un dossier est désigné par son identifiant à clé, tel que le montrent les inscriptions du journal.',
      next: 'Trouvez-le avec `passerelle audit list --person ID --json`, dans `caseId`.',
    },
  },
  'audit.witness': {
    en: {
      what: 'Line {line} of the witness file {file} is no checkpoint.',
      why: 'The file was cut or altered, or it is another file. A check against half a file would pass for a whole one.',
      next: 'Fetch the file from the witness again. `passerelle audit checkpoint --out FILE` shows what such a line looks like.',
    },
    fr: {
      what: "La ligne {line} du fichier témoin {file} n'est pas un point de contrôle.",
      why: "Le fichier est tronqué ou modifié, ou c'en est un autre. Contrôler avec la moitié d'un fichier passerait pour un contrôle entier.",
      next: 'Reprenez le fichier auprès du témoin. `passerelle audit checkpoint --out FILE` montre à quoi ressemble une telle ligne.',
    },
  },
  'audit.witness-empty': {
    en: {
      what: 'The witness file {file} is missing, or holds no checkpoint.',
      why: 'An empty witness agrees with everything: that must not pass for a check.',
      next: 'Give the file in which the witness keeps what `passerelle audit checkpoint --out FILE` wrote.',
    },
    fr: {
      what: 'Le fichier témoin {file} est absent, ou ne contient aucun point de contrôle.',
      why: "Un témoin vide est d'accord avec tout : cela ne doit pas passer pour un contrôle.",
      next: 'Indiquez le fichier où le témoin conserve ce que `passerelle audit checkpoint --out FILE` a écrit.',
    },
  },
  'audit.checkpoint-file': {
    en: {
      what: 'The checkpoint could not be written to {file} ({reason}).',
      why: 'The folder is missing, full, or not ours to write to. The checkpoint itself stands in the store and in the home.',
      next: 'Mend the place, then run the command again: a checkpoint more does no harm.',
    },
    fr: {
      what: "Le point de contrôle n'a pas pu être écrit dans {file} ({reason}).",
      why: "Le dossier est absent, plein, ou interdit en écriture. Le point de contrôle lui-même est dans la base et dans le dossier de l'installation.",
      next: 'Corrigez l’emplacement, puis relancez la commande : un point de contrôle de plus ne nuit pas.',
    },
  },
  'audit.period': {
    en: {
      what: 'config/policies/retention.yml names no period after which entries of the audit trail are removed.',
      why: 'Without a period, nothing may be removed, and nothing may be kept for ever either.',
      next: 'Give the kind `auditTrail` a period, six months to one year, then run `passerelle audit prune` again.',
    },
    fr: {
      what: "config/policies/retention.yml n'indique pas au bout de combien de temps les inscriptions du journal sont supprimées.",
      why: 'Sans durée, rien ne peut être supprimé, et rien ne peut non plus être gardé pour toujours.',
      next: 'Donnez une durée à `auditTrail`, de six mois à un an, puis relancez `passerelle audit prune`.',
    },
  },
  'signing-key.open': {
    en: {
      what: 'Others than its owner may read the signing key {file}.',
      why: 'Whoever has it can sign checkpoints of the audit trail in our name.',
      next: 'Find out who could read it. Then run `chmod 600` on the file, or remove it: a new key is made, and old signatures stay good.',
    },
    fr: {
      what: "D'autres que leur propriétaire peuvent lire la clé de signature {file}.",
      why: 'Qui la possède peut signer à notre place des points de contrôle du journal des accès.',
      next: 'Cherchez qui a pu la lire. Faites ensuite `chmod 600` sur le fichier, ou supprimez-le : une nouvelle clé sera créée, et les anciennes signatures restent valables.',
    },
  },
  'signing-key.malformed': {
    en: {
      what: '{file} holds no Ed25519 private key.',
      why: 'The file was cut or overwritten.',
      next: 'Restore it from a copy, or remove it: a new key is made, and old signatures stay good.',
    },
    fr: {
      what: '{file} ne contient pas de clé privée Ed25519.',
      why: 'Le fichier a été tronqué ou écrasé.',
      next: 'Restaurez-le depuis une copie, ou supprimez-le : une nouvelle clé sera créée, et les anciennes signatures restent valables.',
    },
  },
} as const satisfies MessagePack;
