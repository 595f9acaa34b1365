import type { FileReason } from '#libs/domain';
import type { MessagePack } from './teaching.js';

/** Why a whole file is refused before anything of it is stored. */
export const fileReasonMessages = {
  'file.truncated': {
    en: {
      what: 'The file ends too early: its end marker is missing, its counts do not match, or its last record is cut.',
      why: 'Half an export read as a full one would mark everyone after the cut as absent. The usual cause is a transfer that was interrupted or a disk that was full. Nothing of the file was stored.',
      next: 'Compare the size with the original, copy or export the file again, then repeat the same `passerelle import` command; with `--dry-run` it shows what would become of the file and keeps nothing.',
    },
    fr: {
      what: 'Le fichier se termine trop tôt : sa marque de fin manque, ses totaux ne correspondent pas, ou son dernier enregistrement est coupé.',
      why: "Une moitié d'export lue comme un export complet ferait passer pour absentes toutes les personnes situées après la coupure. La cause habituelle est un transfert interrompu ou un disque plein. Rien de ce fichier n'a été enregistré.",
      next: "Comparez la taille avec celle de l'original, recopiez le fichier ou refaites l'export, puis relancez la même commande `passerelle import` ; avec `--dry-run`, elle montre ce que deviendrait le fichier et ne garde rien.",
    },
  },
  'file.unreadable': {
    en: {
      what: 'The file cannot be read: it is empty, locked, damaged, or in no encoding that the profile allows.',
      why: 'What cannot be read whole cannot be counted, and an import that cannot be counted cannot be checked. Nothing of the file was stored.',
      next: 'Check that the file is there, is not empty and may be read by this account. `passerelle import … --dry-run` says what its reader found. Copy the file again, or correct the `encodings` of the profile (docs/guide/profiles.md).',
    },
    fr: {
      what: 'Le fichier ne peut pas être lu : il est vide, verrouillé, abîmé, ou dans aucun des encodages que le profil autorise.',
      why: "Ce qui ne se lit pas en entier ne se compte pas, et un import qui ne se compte pas ne se vérifie pas. Rien de ce fichier n'a été enregistré.",
      next: "Vérifiez que le fichier est présent, n'est pas vide et peut être lu par ce compte. `passerelle import … --dry-run` dit ce que le lecteur a trouvé. Recopiez le fichier, ou corrigez les `encodings` du profil (docs/guide/profiles.md).",
    },
  },
  'file.mismatch': {
    en: {
      what: 'The file is not of the kind that the profile describes: another header, another root element, another site or date.',
      why: 'Two files were mixed up, or a new version of the source application changed its export. Reading it anyway would put values into the wrong fields. Nothing of the file was stored.',
      next: 'Run `passerelle import … --dry-run`: it says what differs, down to the columns that are missing. Import the file as what it is (`--source`, `--site`, `--night`). If this site writes other column names, give them under `columns` in config/sources/overlays/PROFILE.SITE.yml; if its application changed its export, adapt the profile (docs/guide/profiles.md).',
    },
    fr: {
      what: "Le fichier n'est pas du genre que le profil décrit : autre en-tête, autre élément racine, autre site ou autre date.",
      why: "Deux fichiers ont été intervertis, ou une nouvelle version du logiciel d'origine a changé son export. Le lire malgré tout mettrait des valeurs dans les mauvais champs. Rien de ce fichier n'a été enregistré.",
      next: "Lancez `passerelle import … --dry-run` : la commande dit ce qui diffère, jusqu'aux colonnes qui manquent. Importez le fichier pour ce qu'il est (`--source`, `--site`, `--night`). Si ce site écrit d'autres noms de colonnes, donnez-les sous `columns` dans config/sources/overlays/PROFIL.SITE.yml ; si son logiciel a changé d'export, adaptez le profil (docs/guide/profiles.md).",
    },
  },
  'xml.forbidden': {
    en: {
      what: 'The XML document holds a DOCTYPE, an entity declaration or an external reference.',
      why: 'These constructs make a reader fetch other files or fill its memory. No export of the known systems needs them, so the document is refused whatever they say. Nothing of it was stored.',
      next: 'Treat the file as suspect: find out who made it and how it came here. Ask the site for an export straight from the source application and import that.',
    },
    fr: {
      what: "Le document XML contient un DOCTYPE, une déclaration d'entité ou une référence externe.",
      why: "Ces constructions font lire d'autres fichiers ou saturent la mémoire. Aucun export des logiciels connus n'en a besoin : le document est donc refusé, quel que soit leur contenu. Rien n'en a été enregistré.",
      next: "Considérez le fichier comme suspect : cherchez qui l'a produit et par où il est passé. Demandez au site un export tiré directement de l'application d'origine et importez celui-là.",
    },
  },
  'xml.malformed': {
    en: {
      what: 'The document is not well-formed XML.',
      why: 'A tag that is never closed, a bare `&` or a byte that its encoding does not have: from there on nobody can say where a record begins. Nothing of the document was stored.',
      next: 'Go to the line and column that the message names; `passerelle read --source PROFILE FILE` names them again. Do not repair the file by hand: have it exported again, then repeat the same `passerelle import` command.',
    },
    fr: {
      what: "Le document n'est pas du XML bien formé.",
      why: "Une balise jamais refermée, un `&` isolé ou un octet que son encodage ne connaît pas : à partir de là, nul ne peut dire où commence un enregistrement. Rien du document n'a été enregistré.",
      next: "Allez à la ligne et à la colonne que le message indique ; `passerelle read --source PROFIL FICHIER` les indique de nouveau. Ne réparez pas le fichier à la main : faites refaire l'export, puis relancez la même commande `passerelle import`.",
    },
  },
} as const satisfies MessagePack & Record<FileReason, unknown>;
