import type { RecordReason } from '#libs/domain';
import type { MessagePack } from './teaching.js';

/** Why one record waits in quarantine while its neighbours land. Meanings: the rules that hold for every source. */
export const recordReasonMessages = {
  'row.width': {
    en: {
      what: 'The record does not have the number of fields that its profile announces.',
      why: 'A field too many or too few would move every value into the column of its neighbour. In a 4D text file nothing is ever escaped, so this is damage; in a quoted file a quote that was never closed does the same.',
      next: '`passerelle quarantine show --reason row.width` gives file, record number and byte of each. Where the file is damaged, ask the site for a new export and import that. If the columns or the dialect of the profile are wrong, correct them (docs/guide/profiles.md), take the run back (`passerelle runs rollback RUN`) and import again.',
    },
    fr: {
      what: "L'enregistrement n'a pas le nombre de champs que son profil annonce.",
      why: "Un champ de trop ou de moins décalerait chaque valeur dans la colonne voisine. Dans un fichier texte 4D rien n'est jamais échappé : c'est donc une altération ; dans un fichier à guillemets, un guillemet jamais refermé produit le même effet.",
      next: "`passerelle quarantine show --reason row.width` donne le fichier, le numéro et l'octet de chacun. Si le fichier est abîmé, demandez au site un nouvel export et importez-le. Si les colonnes ou le dialecte du profil sont faux, corrigez-les (docs/guide/profiles.md), annulez l'import (`passerelle runs rollback RUN`) et importez de nouveau.",
    },
  },
  'encoding.invalid': {
    en: {
      what: 'A column that is used holds a byte that does not decode in the encoding of the file.',
      why: 'Guessing would store a wrong letter, and a wrong letter in a name makes another person. It happens when one export was glued together from two programs, or when the profile allows the wrong encoding.',
      next: 'See which columns with `passerelle quarantine list --reason encoding.invalid`. If the file is damaged or was glued together, ask the site to export again and import that. If the profile allows the wrong encoding, correct its `encodings` (docs/guide/profiles.md), take the run back (`passerelle runs rollback RUN`) and import again: a replay would read with the encoding that was settled at the import.',
    },
    fr: {
      what: "Une colonne utilisée contient un octet qui ne se décode pas dans l'encodage du fichier.",
      why: 'Deviner enregistrerait une lettre fausse, et une lettre fausse dans un nom fait une autre personne. Cela arrive quand un export a été assemblé à partir de deux logiciels, ou quand le profil autorise le mauvais encodage.',
      next: "Voyez quelles colonnes avec `passerelle quarantine list --reason encoding.invalid`. Si le fichier est abîmé ou assemblé de plusieurs morceaux, demandez au site de refaire l'export et importez-le. Si le profil autorise le mauvais encodage, corrigez ses `encodings` (docs/guide/profiles.md), annulez l'import (`passerelle runs rollback RUN`) et importez de nouveau : un rejeu lirait avec l'encodage retenu lors de l'import.",
    },
  },
  'date.invalid': {
    en: {
      what: 'A date does not exist, or is not written in a form that the profile knows.',
      why: 'Neither 31 February nor a birth in the future is ever moved to a day nearby: a wrong birth date separates a person from their file. The empty date of the source system is no error; the profile names it.',
      next: '`passerelle quarantine show --reason date.invalid` gives file, column, record number and byte of each; `passerelle read --source PROFILE FILE` prints the records as the source wrote them (personal data: send that nowhere). A wrong date is corrected in the source application and comes with the next export. If the form is right and the profile lacks it, add it to the date reader, for one site under `readers` in config/sources/overlays/PROFILE.SITE.yml, then run `passerelle quarantine replay --reason date.invalid`.',
    },
    fr: {
      what: "Une date n'existe pas, ou n'est pas écrite sous une forme que le profil connaît.",
      why: "Ni un 31 février ni une naissance dans le futur ne sont ramenés à un jour voisin : une date de naissance fausse sépare une personne de son dossier. La date vide du logiciel d'origine n'est pas une erreur ; le profil la nomme.",
      next: "`passerelle quarantine show --reason date.invalid` donne le fichier, la colonne, le numéro et l'octet de chacun ; `passerelle read --source PROFIL FICHIER` écrit les enregistrements tels que la source les a écrits (données personnelles : n'envoyez cela nulle part). Une date fausse se corrige dans l'application d'origine et arrive avec l'export suivant. Si la forme est bonne et manque au profil, ajoutez-la au lecteur de dates, pour un seul site sous `readers` dans config/sources/overlays/PROFIL.SITE.yml, puis lancez `passerelle quarantine replay --reason date.invalid`.",
    },
  },
  'number.invalid': {
    en: {
      what: 'A number or an amount cannot be read with certainty.',
      why: 'A comma may be decimal or a separator of thousands; the profile says which, and whatever it leaves open is not guessed, because a guess is wrong by a factor of a hundred or a thousand.',
      next: '`passerelle quarantine show --reason number.invalid` gives file, column, record number and byte of each; `passerelle read --source PROFILE FILE` prints the records as the source wrote them (personal data: send that nowhere). A wrong number is corrected in the source application and comes with the next export. If the profile names other marks than the file uses, correct the amount reader, for one site under `readers` in config/sources/overlays/PROFILE.SITE.yml, then run `passerelle quarantine replay --reason number.invalid`.',
    },
    fr: {
      what: 'Un nombre ou un montant ne peut pas être lu avec certitude.',
      why: "Une virgule peut séparer les décimales ou les milliers ; le profil dit laquelle, et ce qu'il laisse ouvert n'est pas deviné, car une mauvaise lecture se trompe d'un facteur cent ou mille.",
      next: "`passerelle quarantine show --reason number.invalid` donne le fichier, la colonne, le numéro et l'octet de chacun ; `passerelle read --source PROFIL FICHIER` écrit les enregistrements tels que la source les a écrits (données personnelles : n'envoyez cela nulle part). Un nombre faux se corrige dans l'application d'origine et arrive avec l'export suivant. Si le profil indique d'autres séparateurs que ceux du fichier, corrigez le lecteur de montants, pour un seul site sous `readers` dans config/sources/overlays/PROFIL.SITE.yml, puis lancez `passerelle quarantine replay --reason number.invalid`.",
    },
  },
  'value.invalid': {
    en: {
      what: 'A value is not one that this field can take: neither yes nor no, too long, or outside its bounds.',
      why: 'The unified model says what each field can hold. Cutting or replacing the value would store something that nobody wrote.',
      next: '`passerelle quarantine show --reason value.invalid` gives file, column, record number and byte of each; `passerelle read --source PROFILE FILE` prints the records as the source wrote them (personal data: send that nowhere). Compare with the unified fields in docs/guide/profiles.md. A wrong value is corrected in the source application and comes with the next export; after a change of the profile run `passerelle quarantine replay --reason value.invalid`.',
    },
    fr: {
      what: "Une valeur n'est pas de celles que ce champ accepte : ni oui ni non, trop longue, ou hors de ses bornes.",
      why: "Le modèle unifié dit ce que chaque champ peut contenir. Couper ou remplacer la valeur enregistrerait ce que personne n'a écrit.",
      next: "`passerelle quarantine show --reason value.invalid` donne le fichier, la colonne, le numéro et l'octet de chacun ; `passerelle read --source PROFIL FICHIER` écrit les enregistrements tels que la source les a écrits (données personnelles : n'envoyez cela nulle part). Comparez avec les champs unifiés de docs/guide/profiles.md. Une valeur fausse se corrige dans l'application d'origine et arrive avec l'export suivant ; après un changement du profil, lancez `passerelle quarantine replay --reason value.invalid`.",
    },
  },
  'code.unmapped': {
    en: {
      what: 'A code or a label stands in no correspondence table.',
      why: 'Sites add codes of their own. An unknown code is never forced into another one: situations that exist in life would vanish from the figures.',
      next: '`passerelle quarantine show --reason code.unmapped` gives file, column, record number and byte of each; `passerelle read --source PROFILE FILE` prints the records as the source wrote them (personal data: send that nowhere). Ask the site what the code means, add it under `codes` in config/sources/overlays/PROFILE.SITE.yml, then run `passerelle quarantine replay --reason code.unmapped`.',
    },
    fr: {
      what: 'Un code ou un libellé ne figure dans aucune table de correspondance.',
      why: "Les sites ajoutent leurs propres codes. Un code inconnu n'est jamais rabattu sur un autre : des situations bien réelles disparaîtraient des chiffres.",
      next: "`passerelle quarantine show --reason code.unmapped` donne le fichier, la colonne, le numéro et l'octet de chacun ; `passerelle read --source PROFIL FICHIER` écrit les enregistrements tels que la source les a écrits (données personnelles : n'envoyez cela nulle part). Demandez au site ce que le code signifie, ajoutez-le sous `codes` dans config/sources/overlays/PROFIL.SITE.yml, puis lancez `passerelle quarantine replay --reason code.unmapped`.",
    },
  },
  'key.missing': {
    en: {
      what: 'The record has no key: the number that names it in its source system is empty.',
      why: 'Without a key the same record could not be recognised in the export of the next night, and would be created again every time.',
      next: 'Find it with `passerelle quarantine show --reason key.missing`. Have the record repaired in the source application and import the next export. If a whole table waits, the profile names the wrong key column: correct it (docs/guide/profiles.md), take the run back (`passerelle runs rollback RUN`) and import again.',
    },
    fr: {
      what: "L'enregistrement n'a pas de clé : le numéro qui le désigne dans son logiciel d'origine est vide.",
      why: "Sans clé, le même enregistrement ne serait pas reconnu dans l'export de la nuit suivante, et serait recréé à chaque fois.",
      next: "Repérez-le avec `passerelle quarantine show --reason key.missing`. Faites réparer la fiche dans l'application d'origine et importez l'export suivant. Si toute une table attend, le profil désigne la mauvaise colonne de clé : corrigez-le (docs/guide/profiles.md), annulez l'import (`passerelle runs rollback RUN`) et importez de nouveau.",
    },
  },
  'key.duplicate': {
    en: {
      what: 'Several records of one table carry the same key.',
      why: 'Keys are unique in a site. Which of the records is right cannot be known from the file, and taking the last one would depend on the order of the lines.',
      next: 'Find them with `passerelle quarantine show --reason key.duplicate`. Ask the site whether two exports were glued together or two files share a number, have it repaired there, and import the new export.',
    },
    fr: {
      what: "Plusieurs enregistrements d'une même table portent la même clé.",
      why: "Les clés sont uniques dans un site. Le fichier ne permet pas de savoir lequel est le bon, et garder le dernier dépendrait de l'ordre des lignes.",
      next: 'Repérez-les avec `passerelle quarantine show --reason key.duplicate`. Demandez au site si deux exports ont été mis bout à bout ou si deux dossiers partagent un numéro, faites réparer à la source, puis importez le nouvel export.',
    },
  },
  'reference.unknown': {
    en: {
      what: 'The record belongs to a person or a case that is not there, or not yet.',
      why: 'Exports of one night may arrive in any order, and what hangs on a record that waits in quarantine waits with it.',
      next: 'Often nothing: the record is replayed by itself when the person arrives. If it stays, import the missing export with `passerelle import`, and look with `passerelle quarantine list` whether the person waits for another reason; mend that one first.',
    },
    fr: {
      what: "L'enregistrement se rattache à une personne ou à un dossier absent, ou pas encore arrivé.",
      why: "Les exports d'une même nuit peuvent arriver dans n'importe quel ordre, et ce qui dépend d'un enregistrement en quarantaine attend avec lui.",
      next: "Souvent rien : l'enregistrement est rejoué de lui-même à l'arrivée de la personne. S'il reste, importez l'export manquant avec `passerelle import`, et regardez avec `passerelle quarantine list` si la personne attend pour un autre motif ; réglez d'abord celui-là.",
    },
  },
} as const satisfies MessagePack & Record<RecordReason, unknown>;
