import type { MessagePack } from './teaching.js';

/** What `passerelle link bench` cannot do. Its arguments are files, columns and numbers of records, never a value. */
export const linkBenchMessages = {
  'link-bench.unreadable': {
    en: {
      what: '{file} cannot be read ({reason}).',
      why: 'The file may not be there, belong to another user, or hold something else than its place asks for.',
      next: 'Check the path, then run the command again.',
    },
    fr: {
      what: 'Impossible de lire {file} ({reason}).',
      why: "Le fichier n'existe peut-être pas, appartient à un autre utilisateur, ou contient autre chose que ce qui est attendu là.",
      next: 'Vérifiez le chemin, puis relancez la commande.',
    },
  },
  'link-bench.malformed': {
    en: {
      what: '{file} is not a CSV that can be read ({code}).',
      why: 'A record has more or fewer values than the header has columns, or a quoted value is never closed.',
      next: 'Look at the line named above, mend the file, then run the command again.',
    },
    fr: {
      what: "{file} n'est pas un CSV lisible ({code}).",
      why: "Un enregistrement a plus ou moins de valeurs que l'en-tête n'a de colonnes, ou un guillemet n'est jamais refermé.",
      next: 'Regardez la ligne indiquée ci-dessus, corrigez le fichier, puis relancez la commande.',
    },
  },
  'link-bench.columns': {
    en: {
      what: '{file} lacks the column {missing}.',
      why: 'The configuration reads it. The first line of the file has to be a header; it holds {columns} values, and this name is not among them.',
      next: 'Correct `id:` or `from:` in the configuration, or the header of the file.',
    },
    fr: {
      what: 'Il manque à {file} la colonne {missing}.',
      why: "La configuration la lit. La première ligne du fichier doit être un en-tête ; elle contient {columns} valeurs, et ce nom n'en fait pas partie.",
      next: "Corrigez `id:` ou `from:` dans la configuration, ou l'en-tête du fichier.",
    },
  },
  'link-bench.id-needed': {
    en: {
      what: '{file} does not say which column names a record.',
      why: 'A bench answers with pairs of names, so that each record needs one.',
      next: 'Add a line `id: COLUMN` to the configuration.',
    },
    fr: {
      what: '{file} ne dit pas quelle colonne désigne un enregistrement.',
      why: 'Le banc répond par des paires de noms : chaque enregistrement doit en avoir un.',
      next: 'Ajoutez une ligne `id: COLONNE` à la configuration.',
    },
  },
  'link-bench.no-id': {
    en: {
      what: 'Record {record} of {file} has nothing in its column {column}.',
      why: 'This column names the records, and a pair is told by the names of its two.',
      next: 'Fill the column, or name another one under `id:`.',
    },
    fr: {
      what: "L'enregistrement {record} de {file} n'a rien dans sa colonne {column}.",
      why: 'Cette colonne désigne les enregistrements, et une paire se dit par les noms des deux.',
      next: 'Remplissez la colonne, ou indiquez-en une autre sous `id:`.',
    },
  },
  'link-bench.same-id': {
    en: {
      what: 'Record {record} of {file} has a value in {column} that an earlier record has as well.',
      why: 'This column names the records: two of one name could not be told apart in the answer.',
      next: 'Name a column under `id:` that is different in every record.',
    },
    fr: {
      what: "L'enregistrement {record} de {file} a dans {column} la même valeur qu'un enregistrement précédent.",
      why: 'Cette colonne désigne les enregistrements : on ne pourrait distinguer dans la réponse deux enregistrements du même nom.',
      next: 'Indiquez sous `id:` une colonne qui diffère à chaque enregistrement.',
    },
  },
  'link-bench.truth': {
    en: {
      what: '{file} does not tell the truth in a form that can be read.',
      why: 'It needs a header and at least one record: the columns `id` and `person` (and `kind`, if you like), or `left` and `right` for the true pairs.',
      next: 'Rename the columns of the file, then run the command again.',
    },
    fr: {
      what: '{file} ne dit pas la vérité sous une forme lisible.',
      why: 'Il faut un en-tête et au moins un enregistrement : les colonnes `id` et `person` (et `kind`, au besoin), ou `left` et `right` pour les vraies paires.',
      next: 'Renommez les colonnes du fichier, puis relancez la commande.',
    },
  },
  'link-bench.unwritable': {
    en: {
      what: '{file} cannot be written ({reason}).',
      why: 'The folder may not be there, belong to another user, or lie on a full or read-only disk.',
      next: 'Choose another place with --chart.',
    },
    fr: {
      what: "Impossible d'écrire {file} ({reason}).",
      why: "Le dossier n'existe peut-être pas, appartient à un autre utilisateur, ou se trouve sur un disque plein ou en lecture seule.",
      next: 'Choisissez un autre emplacement avec --chart.',
    },
  },
  'link-bench.chart-needs-truth': {
    en: {
      what: 'A chart cannot be drawn without the truth.',
      why: 'It shows precision against recall, which nobody can know from the files alone.',
      next: 'Add `--truth T.csv`, or leave --chart out.',
    },
    fr: {
      what: 'Aucun graphique ne peut être tracé sans la vérité.',
      why: 'Il montre la précision en fonction du rappel, que les fichiers seuls ne disent pas.',
      next: 'Ajoutez `--truth T.csv`, ou retirez --chart.',
    },
  },
} as const satisfies MessagePack;
