import type { MessagePack, Teaching } from './teaching.js';

type Entry = MessagePack[string];

const entry = (en: readonly [string, string, string], fr: readonly [string, string, string]): Entry => ({
  en: teaching(en),
  fr: teaching(fr),
});

const teaching = ([what, why, next]: readonly [string, string, string]): Teaching => ({ what, why, next });

/** A place where a document stops being XML: only what was seen differs. */
const malformation = (en: string, fr: string): Entry =>
  entry(
    [
      en,
      'From there on nobody can say where a record begins or ends. Nothing of the document was stored.',
      'Look at the line and column named, then have the document exported again. A file mended by hand is no longer the export that the site vouches for.',
    ],
    [
      fr,
      "À partir de là, plus personne ne peut dire où commence ou finit un enregistrement. Rien de ce document n'a été enregistré.",
      "Regardez la ligne et la colonne indiquées, puis faites refaire l'export. Un fichier réparé à la main n'est plus l'export dont le site répond.",
    ],
  );

/** A bound that no genuine export reaches. */
const limit = (en: string, fr: string): Entry =>
  entry(
    [
      `${en} The limit is {maximum}.`,
      'No export of the known systems comes near it: the document is damaged, or made to fill the memory of its reader. Nothing of it was stored.',
      'Look at the line and column named: an end tag may be missing above it. Ask the site for an export straight from the source application.',
    ],
    [
      `${fr} La limite est de {maximum}.`,
      "Aucun export des logiciels connus ne s'en approche : le document est abîmé, ou conçu pour saturer la mémoire de qui le lit. Rien n'en a été enregistré.",
      "Regardez la ligne et la colonne indiquées : une balise fermante manque peut-être plus haut. Demandez au site un export tiré directement de l'application d'origine.",
    ],
  );

/** A document that ends too early, or that says itself that something is missing. */
const cut = (en: string, fr: string): Entry =>
  entry(
    [
      en,
      'The export was interrupted, or its transfer was: read as it is, everyone after the cut would seem to have left. Nothing of it was stored.',
      'Compare its size with that of the original, copy or export it again, then repeat the same `passerelle import` command.',
    ],
    [
      fr,
      "L'export ou son transfert a été interrompu : lu tel quel, il ferait passer pour parties toutes les personnes situées après la coupure. Rien n'en a été enregistré.",
      "Comparez sa taille avec celle de l'original, recopiez-le ou refaites l'export, puis relancez la même commande `passerelle import`.",
    ],
  );

/** Another kind of document than the profile describes. */
const mismatch = (en: string, fr: string): Entry =>
  entry(
    [
      en,
      'Two files were mixed up, or a new version of the source application changed its export. Nothing of it was stored.',
      'Import the file with the `--source` that it belongs to: `passerelle read --source PROFILE FILE` prints the records where the profile fits. If the application changed its export, adapt the profile (docs/guide/profiles.md).',
    ],
    [
      fr,
      "Deux fichiers ont été intervertis, ou une nouvelle version du logiciel d'origine a changé son export. Rien n'en a été enregistré.",
      "Importez le fichier avec le `--source` dont il relève : `passerelle read --source PROFIL FICHIER` écrit les enregistrements si le profil convient. Si le logiciel a changé d'export, adaptez le profil (docs/guide/profiles.md).",
    ],
  );

/** What is wrong with an XML document, one entry for each detail of a refusal, and mistakes in an XML layout. */
export const xmlMessages: MessagePack = {
  'xml.doctype': entry(
    [
      'The document holds a markup declaration: a DOCTYPE, or the declaration of an entity.',
      'Declarations make a reader fetch other files or swell a few bytes to gigabytes. No export of the known systems needs one, so what it says is not even read. Nothing of the document was stored.',
      'Treat the file as suspect: find out who made it. Ask the site for an export straight from the source application.',
    ],
    [
      "Le document contient une déclaration de balisage : un DOCTYPE, ou la déclaration d'une entité.",
      "Ces déclarations font lire d'autres fichiers, ou gonflent quelques octets en gigaoctets. Aucun export des logiciels connus n'en a besoin : leur contenu n'est pas même lu. Rien de ce document n'a été enregistré.",
      "Considérez le fichier comme suspect : cherchez qui l'a produit. Demandez au site un export tiré directement de l'application d'origine.",
    ],
  ),
  'xml.attribute': malformation(
    'An attribute is malformed: without a quoted value, given twice, or with a bare `<` in its value.',
    'Un attribut est mal formé : sans valeur entre guillemets, donné deux fois, ou avec un `<` nu dans sa valeur.',
  ),
  'xml.cdata-end': malformation(
    'The characters `]]>` stand in the middle of a text, where no CDATA section is open.',
    "Les caractères `]]>` figurent au milieu d'un texte, sans section CDATA ouverte.",
  ),
  'xml.character': malformation(
    'The document holds a control character that XML does not have.',
    "Le document contient un caractère de contrôle que XML n'admet pas.",
  ),
  'xml.comment': malformation(
    'A comment is malformed: it begins with less than two dashes, or has two dashes inside.',
    'Un commentaire est mal formé : il commence par moins de deux tirets, ou en contient deux à la suite.',
  ),
  'xml.declaration': malformation(
    'The XML declaration is malformed, or stands elsewhere than at the very start.',
    'La déclaration XML est mal formée, ou ne se trouve pas tout au début.',
  ),
  'xml.end-tag': malformation(
    'An end tag does not match the element that is open.',
    "Une balise fermante ne correspond pas à l'élément ouvert.",
  ),
  'xml.instruction': malformation(
    'A processing instruction is malformed.',
    'Une instruction de traitement est mal formée.',
  ),
  'xml.name': malformation(
    'A `<` is followed by something that no name begins with.',
    'Un `<` est suivi de ce par quoi aucun nom ne commence.',
  ),
  'xml.outside': malformation(
    'Something stands before or after the root element: text, or a second root element.',
    "Quelque chose se trouve avant ou après l'élément racine : du texte, ou un second élément racine.",
  ),
  'xml.reference': malformation(
    'A `&` is bare, or begins an entity or a character that XML does not have.',
    "Un `&` est nu, ou annonce une entité ou un caractère que XML n'a pas.",
  ),
  'xml.start-tag': malformation('A start tag is malformed.', 'Une balise ouvrante est mal formée.'),
  'xml.limit.depth': limit(
    'Elements lie too deep inside one another.',
    'Des éléments sont imbriqués trop profondément.',
  ),
  'xml.limit.tag': limit(
    'A tag with its attributes has too many bytes.',
    "Une balise compte trop d'octets avec ses attributs.",
  ),
  'xml.limit.attributes': limit('An element has too many attributes.', "Un élément a trop d'attributs."),
  'xml.limit.value': limit(
    'The value of one column has too many bytes.',
    "La valeur d'une colonne compte trop d'octets.",
  ),
  'xml.limit.record': limit(
    'One outermost record, with all that it encloses, has too many bytes.',
    "Un enregistrement de premier niveau compte trop d'octets avec tout ce qu'il contient.",
  ),
  'xml.limit.nested': limit(
    'One outermost record encloses too many others.',
    "Un enregistrement de premier niveau en contient trop d'autres.",
  ),
  'xml.limit.cuts': limit(
    'The tables of the document alternate too often.',
    'Les tables du document alternent trop souvent.',
  ),
  'xml.empty': cut('The document is empty.', 'Le document est vide.'),
  'xml.unclosed': cut(
    'The document ends before its root element is closed.',
    'Le document se termine avant que son élément racine soit fermé.',
  ),
  'xml.end-missing': cut('The end marker `{element}` is missing.', 'La marque de fin `{element}` manque.'),
  'xml.end-uncounted': cut(
    'The end marker `{element}` does not say how many {table} were written.',
    'La marque de fin `{element}` ne dit pas combien de {table} ont été écrits.',
  ),
  'xml.end-counts': cut(
    'The end marker `{element}` announces {announced} {table}, but {read} were read.',
    'La marque de fin `{element}` annonce {announced} {table}, mais {read} ont été lus.',
  ),
  'xml.root': mismatch(
    'The root element is `{found}`, the profile expects `{expected}`.',
    "L'élément racine est `{found}`, le profil attend `{expected}`.",
  ),
  'xml.header': mismatch(
    'The root element `{root}` lacks its attribute `{attribute}`, or it holds no short text.',
    "L'élément racine `{root}` n'a pas d'attribut `{attribute}`, ou cet attribut n'est pas un texte court.",
  ),
  'xml.encoding': entry(
    [
      'The document is in {encoding}; the profile allows {allowed}.',
      'Read in another encoding, accented letters would become others and two spellings of one name would be two persons. Nothing of it was stored.',
      'Ask the site whether its application really writes that encoding. If so, add it to the `encodings` of the profile, provided that it is one in which XML is read: UTF-8, ISO-8859-1 or windows-1252. Otherwise have the document exported in one of these.',
    ],
    [
      'Le document est en {encoding} ; le profil autorise {allowed}.',
      "Lues dans un autre encodage, les lettres accentuées en deviendraient d'autres, et deux graphies d'un nom feraient deux personnes. Rien n'en a été enregistré.",
      "Demandez au site si son logiciel écrit bien dans cet encodage. Si oui, ajoutez-le aux `encodings` du profil, pourvu que le XML s'y lise : UTF-8, ISO-8859-1 ou windows-1252. Sinon, faites refaire l'export dans l'un de ceux-là.",
    ],
  ),
  'xml.encoding-conflict': entry(
    [
      'The document begins with the byte-order mark of UTF-8, but declares {encoding}.',
      'One of the two is wrong, usually because the file was opened and saved in an editor. Nothing of it was stored.',
      'Take the file as the source application wrote it, or export it again.',
    ],
    [
      "Le document commence par la marque d'ordre des octets de l'UTF-8, mais déclare {encoding}.",
      "L'un des deux est faux, le plus souvent parce que le fichier a été ouvert et enregistré dans un éditeur. Rien n'en a été enregistré.",
      "Prenez le fichier tel que l'application d'origine l'a écrit, ou refaites l'export.",
    ],
  ),
  'xml.layout': entry(
    [
      'The path `{path}` of table {table} cannot be followed.',
      "A path is a chain of elements (`ADRESSE/VOIE`), may end in an attribute (`SITUATION/@code`), and may tell namesakes apart (`table[@nom='Personnes']/enregistrement`). A parent table is listed before its nested ones, and two tables never share an element.",
      'Correct the path in the profile, then run `passerelle read --source PROFILE FILE` to see what it reads.',
    ],
    [
      'Le chemin `{path}` de la table {table} ne peut pas être suivi.',
      "Un chemin est une suite d'éléments (`ADRESSE/VOIE`), peut finir par un attribut (`SITUATION/@code`) et distinguer des homonymes (`table[@nom='Personnes']/enregistrement`). Une table englobante figure avant celles qu'elle contient, et deux tables n'ont jamais le même élément.",
      "Corrigez le chemin dans le profil, puis lancez `passerelle read --source PROFIL FICHIER` pour voir ce qu'il lit.",
    ],
  ),
  'xml.chunk': entry(
    [
      'The bytes from {start} to {end} are no longer the records that were found there.',
      'The file was changed after it had been checked, or the address is not that of a record. Nothing of these bytes was stored.',
      'Put the original file back and repeat the command; if it was replaced on purpose, take the run back (`passerelle runs rollback RUN`) and import again.',
    ],
    [
      "Les octets de {start} à {end} ne sont plus les enregistrements qui s'y trouvaient.",
      "Le fichier a été modifié après sa vérification, ou l'adresse n'est pas celle d'un enregistrement. Rien de ces octets n'a été enregistré.",
      "Remettez le fichier d'origine et relancez la commande ; s'il a été remplacé à dessein, annulez l'import (`passerelle runs rollback RUN`) et importez de nouveau.",
    ],
  ),
};
