/** Files of one site and night; TIPI holds three tables in one file. */
export const COORDIN_FILES = ['USAGERS', 'DOSSIERS', 'INTERVENTIONS'] as const;
export type CoordinFile = (typeof COORDIN_FILES)[number];

export const FOURD_TABLES = ['Foyers', 'Personnes', 'Entretiens', 'Aides'] as const;
export type FourdTable = (typeof FOURD_TABLES)[number];

export const TIPI_TABLES = ['DOSSIER', 'PERSONNE', 'AIDE'] as const;
export type TipiTable = (typeof TIPI_TABLES)[number];

export type Table = CoordinFile | FourdTable | TipiTable;
export type System = 'coordin' | '4d' | 'tipi';

/** Tables of persons: what changes in them from one night to the next is counted. */
export const PERSON_TABLES: ReadonlySet<Table> = new Set(['USAGERS', 'Personnes', 'PERSONNE']);

/** Columns of the 4D tables in the order of their structure. */
export const FOURD_COLUMNS: Readonly<Record<FourdTable, readonly string[]>> = {
  Foyers:
    'ID_Foyer Type_Foyer Type_Logement Nb_Enfants Adresse1 Adresse2 CP Ville Date_Ouverture Date_Cloture Notes Modif_Le'.split(
      ' ',
    ),
  Personnes:
    'ID_Personne ID_Foyer Civilite Nom Nom_JF Prenoms Ne_Le Situation Profession Etudes Chef_Foyer Refus_Saisie Remarques Modif_Le'.split(
      ' ',
    ),
  Entretiens: 'ID_Entretien ID_Personne Le A Genre Vers Duree_Min Agent Compte_Rendu Modif_Le'.split(' '),
  Aides:
    'ID_Aide ID_Personne Nature Montant_Demande Montant_Accorde Date_Demande Date_Decision Decision Motif Modif_Le'.split(
      ' ',
    ),
};

/** Header lines of the COORDIN files. */
export const COORDIN_COLUMNS: Readonly<Record<CoordinFile, readonly string[]>> = {
  USAGERS: (
    'NUM_USAGER NUM_DOSSIER CIVILITE NOM NOM_NAISSANCE PRENOM DATE_NAISS LIEU_NAISS SIT_FAM NB_ENFANTS TYPE_LOGT STATUT_PRO ' +
    'NIV_SCOL ADRESSE CP VILLE TEL NIR NATIONALITE OBSERVATIONS REFERENT REFUS DATE_MAJ'
  ).split(' '),
  DOSSIERS: 'NUM_DOSSIER DATE_OUVERTURE DATE_FERMETURE CTX_FAMILIAL QUARTIER DATE_MAJ'.split(' '),
  INTERVENTIONS:
    'NUM_INTERV NUM_USAGER DATE_INTERV TYPE_INTERV ORIENTATION SERVICE INTERVENANT MOTIF COMMENTAIRE DATE_MAJ'.split(
      ' ',
    ),
};
