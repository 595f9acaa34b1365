import type { MessagePack } from './teaching.js';

/** What `passerelle generate` cannot do. Its arguments are options and paths, never a person's field. */
export const generateMessages: MessagePack = {
  'generate.households.invalid': {
    en: {
      what: '{given} is not a number of households that can be generated.',
      why: 'Source keys have a fixed number of digits, so that a whole number from 1 to {most} is needed for these sites.',
      next: 'Give another number: `passerelle generate --out DIR --households 500`',
    },
    fr: {
      what: '{given} n’est pas un nombre de foyers que l’on puisse générer.',
      why: 'Les identifiants des applications ont une longueur fixe : il faut un nombre entier de 1 à {most} pour ces sites.',
      next: 'Donnez un autre nombre : `passerelle generate --out DOSSIER --households 500`',
    },
  },
  'generate.seed.invalid': {
    en: {
      what: '{given} is not a seed.',
      why: 'The same seed always gives the same files; it is a whole number from 0 to {most}.',
      next: 'Give a whole number: `passerelle generate --out DIR --households 500 --seed 42`',
    },
    fr: {
      what: '{given} n’est pas une graine valable.',
      why: 'La même graine donne toujours les mêmes fichiers ; c’est un nombre entier de 0 à {most}.',
      next: 'Donnez un nombre entier : `passerelle generate --out DOSSIER --households 500 --seed 42`',
    },
  },
  'generate.sites.invalid': {
    en: {
      what: 'The list of sites is empty, or "{given}" is not the name of a site.',
      why: 'A site names a folder and files: letters and digits, in parts joined by hyphens, such as ssdp-06.',
      next: 'Separate the sites with commas: `passerelle generate --out DIR --households 500 --sites ssdp-06,psa-19`',
    },
    fr: {
      what: 'La liste des sites est vide, ou « {given} » n’est pas un nom de site.',
      why: 'Un site donne son nom à un dossier et à des fichiers : des lettres et des chiffres, en groupes reliés par des traits d’union, par exemple ssdp-06.',
      next: 'Séparez les sites par des virgules : `passerelle generate --out DOSSIER --households 500 --sites ssdp-06,psa-19`',
    },
  },
  'generate.sites.twice': {
    en: {
      what: 'Two sites would have files of the same name: "{given}" is the second one that reads {code}.',
      why: 'File names hold the site in capitals without hyphens, so that these two could not be told apart.',
      next: 'Rename or drop one of the two in --sites.',
    },
    fr: {
      what: 'Deux sites auraient des fichiers de même nom : « {given} » est le second qui se lit {code}.',
      why: 'Les noms de fichiers portent le site en majuscules et sans trait d’union : on ne pourrait pas distinguer ces deux-là.',
      next: 'Renommez ou retirez l’un des deux dans --sites.',
    },
  },
  'generate.night.invalid': {
    en: {
      what: '"{given}" is not a night for which exports can be generated.',
      why: 'A night is a day that exists, written YYYY-MM-DD, from {first} to {last}; a base night does not come after the night itself.',
      next: 'Give such a day: `passerelle generate --out DIR --households 500 --night 2026-11-20`',
    },
    fr: {
      what: '« {given} » n’est pas une nuit pour laquelle on puisse générer des exports.',
      why: 'Une nuit est un jour qui existe, écrit AAAA-MM-JJ, de {first} à {last} ; une nuit de départ n’est jamais postérieure à la nuit elle-même.',
      next: 'Donnez un tel jour : `passerelle generate --out DOSSIER --households 500 --night 2026-11-20`',
    },
  },
  'generate.fourd.invalid': {
    en: {
      what: '4D does not export to "{given}".',
      why: 'The shapes that can be generated are: {known}.',
      next: 'Choose one of them: `passerelle generate --out DIR --households 500 --fourd txt`',
    },
    fr: {
      what: '4D n’exporte pas au format « {given} ».',
      why: 'Les formats que l’on peut générer sont : {known}.',
      next: 'Choisissez l’un d’eux : `passerelle generate --out DOSSIER --households 500 --fourd txt`',
    },
  },
  'generate.rate.invalid': {
    en: {
      what: 'The rate "{name}" cannot be {given}.',
      why: 'A rate is a probability, from 0 (never) to 1 (always).',
      next: 'Give a number from 0 to 1, or leave it out for the default.',
    },
    fr: {
      what: 'Le taux « {name} » ne peut pas valoir {given}.',
      why: 'Un taux est une probabilité, de 0 (jamais) à 1 (toujours).',
      next: 'Donnez un nombre de 0 à 1, ou omettez-le pour garder la valeur par défaut.',
    },
  },
  'generate.out.foreign': {
    en: {
      what: 'The folder {folder} already holds "{name}", which is not part of these exports.',
      why: 'An import of the folder would read it as part of the night, and the truth file would no longer be true.',
      next: 'Choose an empty folder with --out, or move that file away and run the command again.',
    },
    fr: {
      what: 'Le dossier {folder} contient déjà « {name} », qui ne fait pas partie de ces exports.',
      why: 'Un import du dossier le lirait comme un export de la nuit, et le fichier de vérité ne dirait plus vrai.',
      next: 'Choisissez un dossier vide avec --out, ou déplacez ce fichier puis relancez la commande.',
    },
  },
  'generate.out.unwritable': {
    en: {
      what: '{path} cannot be written ({reason}).',
      why: 'The folder may belong to another user, lie on a full or read-only disk, or a file may stand where a folder is needed.',
      next: 'Choose another folder with --out, or mend the cause and run the same command again: it writes the same files.',
    },
    fr: {
      what: 'Impossible d’écrire {path} ({reason}).',
      why: 'Le dossier appartient peut-être à un autre utilisateur, le disque est peut-être plein ou en lecture seule, ou un fichier occupe la place d’un dossier.',
      next: 'Choisissez un autre dossier avec --out, ou corrigez la cause puis relancez la même commande : elle écrira les mêmes fichiers.',
    },
  },
};
