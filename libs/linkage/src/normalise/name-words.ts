/** The words that French registers write into name columns without their being names. General knowledge, no list was copied. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/**
 * Joined to the word that follows, because systems differ in the space only: `LE GOFF`, `Le Goff` and `Legoff` are one
 * name, so are `BEN ALI` and `Benali`, `DA SILVA` and `Dasilva`.
 */
export const JOINED = words(
  'la le les du des da do das dos di del della van von vander der den ben bel bent el al ait abd abdel mac mc saint sainte',
);

/**
 * Left out before another word. French usage sorts `de` with the given names and keeps `du`, `des`, `le`, `la` with the
 * surname (typographic code of the Imprimerie nationale, "particules"), so `de` is what one system writes and another omits.
 */
export const OMITTED = words('de');

/**
 * Given names that are mostly the first half of a name: who is called Marie may be Marie-Claire or her sister Marie-Laure,
 * and twin brothers may both be a Mohamed. Such a name alone is not the name of whoever bears another after it.
 */
export const BEGINNINGS = words(
  'jean marie anne pierre paul louis charles francois rose maria ana jose joao juan luis mary john ' +
    'mohamed mohammed mohamad mohammad muhammad mouhamed mouhamadou mamadou mamoudou ahmed ahmad sidi abdou abdoul ' +
    'fatima fatma fatou fatoumata lalla moulay mame elhadj hadj nour thi van nguyen md',
);

/** Short for a word of a name. */
export const SHORT: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
]);

/** Forms of address at the head of a name column. `m` is left alone: it may be an initial. */
export const TITLES = words('mr mme mlle monsieur madame mademoiselle');

/** Words after which a second name of the same person follows: `DUPONT NEE MARTIN`, `DUPONT EP. MARTIN`. */
export const OTHER_NAME = words('nee epouse ep epse veuve vve alias dit dite');

/** What is typed where a name is not known. `snp`: sans nom patronymique (sans prénom), as civil registers write it. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['snp', 'nsp', 'nr', 'nc', 'inconnu', 'inconnue', 'anonyme', 'neant', 'aucun', 'aucune', 'null', 'test'],
  ...['non renseigne', 'non renseignee', 'non connu', 'non connue', 'non communique', 'non precise', 'ne sait pas'],
  ...[
    'sans nom',
    'sans prenom',
    'sans nom patronymique',
    'pas de nom',
    'pas de prenom',
    'nom inconnu',
    'prenom inconnu',
  ],
]);
