import type { MessagePack } from './teaching.js';

/** Delimited text (COORDIN, 4D text, any CSV): why a file was refused, or a layout cannot be used. */
export const delimitedMessages = {
  'delimited.header.none': {
    en: {
      what: 'The file is empty: there is no header line.',
      why: 'An export without any record still has its header; a file without one was not written to its end, or not at all.',
      next: 'Export the table again, look at the size of the file, then repeat the same command.',
    },
    fr: {
      what: "Le fichier est vide : il n'a pas de ligne d'en-tête.",
      why: "Un export sans aucun enregistrement garde son en-tête ; un fichier qui n'en a pas n'a pas été écrit jusqu'au bout, ou pas du tout.",
      next: "Refaites l'export de la table, regardez la taille du fichier, puis relancez la même commande.",
    },
  },
  'delimited.cut.in-quotes': {
    en: {
      what: 'The file ends inside a quoted value.',
      why: 'Either the file was cut in the middle of a record, or an earlier quote was never closed and everything after it was taken for one value.',
      next: 'Compare the size with the original and copy the file again. If it is whole, look at the record at the byte that `passerelle import … --dry-run --json` names (`byteOffset`): its closing quote is missing. Have the table exported again.',
    },
    fr: {
      what: 'Le fichier se termine au milieu d’une valeur entre guillemets.',
      why: "Soit le fichier a été coupé au milieu d'un enregistrement, soit un guillemet ouvert plus haut n'a jamais été fermé et toute la suite a été prise pour une seule valeur.",
      next: "Comparez la taille avec celle de l'original et recopiez le fichier. S'il est entier, regardez l'enregistrement à l'octet que donne `passerelle import … --dry-run --json` (`byteOffset`) : il lui manque le guillemet fermant. Faites refaire l'export de la table.",
    },
  },
  'delimited.cut.last-record': {
    en: {
      what: 'The last record has no record end: the file is cut.',
      why: 'This source ends every record, the last one too. Without that end nobody can tell whether the last value is whole, nor how many records are missing after it.',
      next: 'Compare the size with the original and copy or export the file again. If this site never writes the last record end, set `finalRecordEnd: optional` in a copy of the profile.',
    },
    fr: {
      what: "Le dernier enregistrement n'a pas de fin d'enregistrement : le fichier est coupé.",
      why: 'Cette source termine chaque enregistrement, y compris le dernier. Sans cette fin, rien ne dit si la dernière valeur est complète, ni combien d’enregistrements manquent après elle.',
      next: "Comparez la taille avec celle de l'original, recopiez le fichier ou refaites l'export. Si ce site n'écrit jamais la dernière fin d'enregistrement, mettez `finalRecordEnd: optional` dans une copie du profil.",
    },
  },
  'delimited.record.too-long': {
    en: {
      what: 'One record is longer than {maximum} bytes.',
      why: 'No record of a real export is that long: a quote that nobody closed, or a record end other than the one in the profile, makes one record of thousands.',
      next: 'Look at the byte that `passerelle import … --dry-run --json` names (`byteOffset`). If a quote is never closed there, have the table exported again; if the file has another delimiter, quote or record end than the profile says, correct the dialect (docs/guide/profiles.md).',
    },
    fr: {
      what: 'Un enregistrement dépasse {maximum} octets.',
      why: "Aucun enregistrement d'un vrai export n'est aussi long : un guillemet jamais fermé, ou une fin d'enregistrement différente de celle du profil, en réunit des milliers en un seul.",
      next: "Regardez à l'octet que donne `passerelle import … --dry-run --json` (`byteOffset`). Si un guillemet n'y est jamais refermé, faites refaire l'export ; si le séparateur, le guillemet ou la fin d'enregistrement du fichier diffère de ce que dit le profil, corrigez le dialecte (docs/guide/profiles.md).",
    },
  },
  'delimited.encoding.odd-length': {
    en: {
      what: 'The file is in UTF-16 and ends with half a character.',
      why: 'Every character of UTF-16 takes two or four bytes; an odd number of bytes means that one is missing or was added on the way.',
      next: 'Copy the file again in binary mode, without any conversion of line ends, then repeat the same command.',
    },
    fr: {
      what: 'Le fichier est en UTF-16 et se termine par une moitié de caractère.',
      why: "En UTF-16, chaque caractère occupe deux ou quatre octets ; un nombre impair d'octets signifie qu'il en manque un ou qu'il y en a un de trop.",
      next: 'Recopiez le fichier en mode binaire, sans conversion des fins de ligne, puis relancez la même commande.',
    },
  },
  'delimited.encoding.contradicted': {
    en: {
      what: 'The first bytes say {found}, the profile allows only {allowed}.',
      why: 'Read in another encoding, every name with an accent would be stored wrong and would match nobody.',
      next: 'If the source really writes {found} now, add it to the encodings in a copy of the profile; otherwise check where the file comes from.',
    },
    fr: {
      what: "Les premiers octets indiquent {found}, le profil n'autorise que {allowed}.",
      why: 'Lu dans un autre encodage, chaque nom accentué serait mal enregistré et ne correspondrait à personne.',
      next: "Si la source écrit bien en {found} désormais, ajoutez cet encodage dans une copie du profil ; sinon, vérifiez d'où vient le fichier.",
    },
  },
  'delimited.columns.missing': {
    en: {
      what: 'The header of {table} lacks: {columns}.',
      why: 'The profile reads these columns. Either this is the file of another table, or the source application renamed a column.',
      next: 'If this is another table, correct the name of the file or the `--source`. If this site writes other column names, give them under `columns` in config/sources/overlays/PROFILE.SITE.yml (docs/guide/profiles.md), then see with `passerelle import … --dry-run` what would become of the file.',
    },
    fr: {
      what: "Il manque à l'en-tête de {table} : {columns}.",
      why: "Le profil lit ces colonnes. Soit c'est le fichier d'une autre table, soit le logiciel d'origine a renommé une colonne.",
      next: "Si c'est une autre table, corrigez le nom du fichier ou le `--source`. Si ce site écrit d'autres noms de colonnes, donnez-les sous `columns` dans config/sources/overlays/PROFIL.SITE.yml (docs/guide/profiles.md), puis voyez avec `passerelle import … --dry-run` ce que deviendrait le fichier.",
    },
  },
  'delimited.columns.repeated': {
    en: {
      what: 'The header of {table} holds these columns twice: {columns}.',
      why: 'Nobody can tell which of the two holds the value, and taking one by chance would mix up persons.',
      next: 'Export the table with each column once, or rename one of the two in the export.',
    },
    fr: {
      what: "L'en-tête de {table} contient ces colonnes deux fois : {columns}.",
      why: 'Rien ne dit laquelle des deux porte la valeur, et en choisir une au hasard mélangerait des personnes.',
      next: "Refaites l'export avec chaque colonne une seule fois, ou renommez l'une des deux dans l'export.",
    },
  },
  'delimited.columns.count': {
    en: {
      what: '{faulty} of {records} records do not have the {columns} fields of {table}.',
      why: 'A file without header is known by its shape alone, and this is not the shape of that table: it is another table, another delimiter or another record end.',
      next: 'If this is another table, correct the name of the file, or give `--table` to `passerelle read`. If its columns, delimiter or record end are others than the profile says, adapt the profile or the overlay of the site (docs/guide/profiles.md), then see with `passerelle import … --dry-run` what would become of the file.',
    },
    fr: {
      what: "{faulty} enregistrements sur {records} n'ont pas les {columns} champs de {table}.",
      why: "Un fichier sans en-tête ne se reconnaît qu'à sa forme, et ce n'est pas celle de cette table : autre table, autre séparateur ou autre fin d'enregistrement.",
      next: "Si c'est une autre table, corrigez le nom du fichier, ou donnez `--table` à `passerelle read`. Si ses colonnes, son séparateur ou sa fin d'enregistrement ne sont pas ceux du profil, adaptez le profil ou la surcharge du site (docs/guide/profiles.md), puis voyez avec `passerelle import … --dry-run` ce que deviendrait le fichier.",
    },
  },
  'delimited.dialect.character': {
    en: {
      what: 'The {part} of {table} is a character that {encoding} does not have.',
      why: 'It could never be found in such a file, which would then be read as one long record.',
      next: 'Correct the dialect or the encodings of the table in the profile, then check with `passerelle read --source PROFILE FILE` what the reader sees.',
    },
    fr: {
      what: "Le paramètre {part} de {table} est un caractère qui n'existe pas en {encoding}.",
      why: 'Il ne pourrait jamais être trouvé dans un tel fichier, qui serait alors lu comme un seul long enregistrement.',
      next: 'Corrigez le dialecte ou les encodages de la table dans le profil, puis vérifiez avec `passerelle read --source PROFIL FICHIER` ce que voit le lecteur.',
    },
  },
  'delimited.dialect.empty': {
    en: {
      what: 'The dialect of {table} has an empty delimiter, quote, escape or record end.',
      why: 'An empty text is found everywhere, so no field would ever end.',
      next: 'Give at least one character in the profile, or `quote: null` for a format without quotes.',
    },
    fr: {
      what: "Le dialecte de {table} a un séparateur, un guillemet, un échappement ou une fin d'enregistrement vide.",
      why: 'Un texte vide se trouve partout : aucun champ ne se terminerait jamais.',
      next: 'Donnez au moins un caractère dans le profil, ou `quote: null` pour un format sans guillemets.',
    },
  },
  'delimited.dialect.ambiguous': {
    en: {
      what: 'In the dialect of {table} one and the same text would be two of delimiter, quote and record end.',
      why: 'Where one of them starts with the other nobody can tell which is meant, and fields would move into the wrong columns.',
      next: 'Give each of them a text of its own in the profile, the one that the file uses, then check with `passerelle read --source PROFILE FILE` what the reader sees.',
    },
    fr: {
      what: "Dans le dialecte de {table}, un même texte servirait à la fois de séparateur, de guillemet ou de fin d'enregistrement.",
      why: "Quand l'un commence par l'autre, rien ne dit lequel est voulu, et des champs glisseraient dans les mauvaises colonnes.",
      next: 'Donnez à chacun un texte distinct dans le profil, celui que le fichier emploie, puis vérifiez avec `passerelle read --source PROFIL FICHIER` ce que voit le lecteur.',
    },
  },
  'delimited.layout.columns': {
    en: {
      what: '{table} has no header and no list of columns.',
      why: 'Without either, no field of its records has a name.',
      next: 'List the columns of the table in their order in the profile, or set `header: true` if the file names them.',
    },
    fr: {
      what: "{table} n'a ni en-tête ni liste de colonnes.",
      why: "Sans l'un ni l'autre, aucun champ de ses enregistrements n'a de nom.",
      next: "Énumérez dans le profil les colonnes de la table, dans l'ordre, ou mettez `header: true` si le fichier les nomme.",
    },
  },
  'delimited.layout.encodings': {
    en: {
      what: 'The profile allows no encoding for {table}.',
      why: 'Bytes are text only in some encoding; guessing among all there are would store wrong names.',
      next: 'List at least one encoding for the table in the profile, the likeliest first.',
    },
    fr: {
      what: "Le profil n'autorise aucun encodage pour {table}.",
      why: 'Des octets ne sont du texte que dans un encodage donné ; deviner parmi tous ceux qui existent ferait enregistrer des noms faux.',
      next: 'Indiquez au moins un encodage pour la table dans le profil, le plus probable en premier.',
    },
  },
  'delimited.traits': {
    en: {
      what: 'What the plan of {table} says of its file cannot be used.',
      why: 'The plan was made by another version of the program, or was changed by hand; reading on would put values into the wrong columns.',
      next: 'Take the run back (`passerelle runs rollback RUN`), then run the same `passerelle import` command again, so that the file is planned anew.',
    },
    fr: {
      what: 'Ce que le plan de {table} dit de son fichier est inutilisable.',
      why: 'Le plan a été établi par une autre version du programme, ou modifié à la main ; poursuivre mettrait des valeurs dans les mauvaises colonnes.',
      next: "Annulez l'import (`passerelle runs rollback RUN`), puis relancez la même commande `passerelle import`, pour que le fichier soit planifié à nouveau.",
    },
  },
} as const satisfies MessagePack;
