import { foldAccents } from './letters.js';

/**
 * The code lists as the three systems write them, one entry a meaning. These tables are the generator's own: it judges the
 * product's mapping, so it may not share it.
 */
export interface Code {
  readonly coordin: string;
  readonly tipi: string;
  /** Labels as typed in 4D, in every spelling that sites are known for. */
  readonly fourd: readonly string[];
}

/** Each label also in capitals without accents, in small letters, with a double space and with an abbreviating dot. */
export function spellings(labels: readonly string[]): readonly string[] {
  const all = labels.flatMap((label) => [
    label,
    label,
    foldAccents(label).toUpperCase(),
    label.toLowerCase(),
    label.replace(' ', '  '),
    label.endsWith('.') || label.endsWith(')') ? label : `${label}.`,
  ]);
  return [...new Set(all), ...labels];
}

const code = (coordin: string, tipi: string, ...labels: readonly string[]): Code => ({
  coordin,
  tipi,
  fourd: spellings(labels),
});

export const HOUSING: readonly Code[] = [
  code('01', 'L1', 'HLM', 'Locataire HLM', 'Loc. parc social'),
  code('02', 'L2', 'Locataire', 'Locataire privé', 'Loc. privé'),
  code('03', 'L3', 'Propriétaire', 'Accédant'),
  code('04', 'L4', 'Hébergé', 'Hébergé famille', 'Hébergé amis'),
  code('05', 'L5', 'Hôtel'),
  code('06', 'L6', 'CHRS', 'CHU', 'Centre hébergement'),
  code('07', 'L7', 'Foyer', 'Résidence sociale'),
  code('08', 'L8', 'SDF', 'Sans domicile', 'Rue'),
  code('09', 'L9', 'Logement fonction'),
  code('10', 'LX', 'Squat', 'Précaire'),
  code('99', 'L0', 'NR'),
];

export const MARITAL: readonly Code[] = [
  code('C', '1', 'Célibataire', 'Célib.'),
  code('M', '2', 'Marié', 'Mariée', 'Marié(e)'),
  code('P', '3', 'Pacsé', 'Pacsée'),
  code('U', '4', 'Union libre', 'Concubinage', 'Vie maritale'),
  code('D', '5', 'Divorcé', 'Divorcée'),
  code('S', '6', 'Séparé', 'Séparée'),
  code('V', '7', 'Veuf', 'Veuve'),
  code('I', '0', 'NR'),
];

export const EMPLOYMENT: readonly Code[] = [
  code('A', 'E1', 'CDI', 'Salarié CDI'),
  code('B', 'E2', 'CDD', 'Intérim'),
  code('C', 'E3', 'Chômage', 'Demandeur emploi indemnisé', 'ARE'),
  code('D', 'E4', 'Sans emploi', 'Demandeur emploi', 'RSA'),
  code('E', 'E5', 'Étudiant', 'Étudiante', 'Lycéen'),
  code('R', 'E6', 'Retraité', 'Retraitée'),
  code('I', 'E7', 'Invalidité', 'AAH'),
  code('F', 'E8', 'Au foyer', 'Sans activité'),
  code('S', 'E9', 'Formation', 'Stagiaire'),
  code('X', 'E0', 'NR'),
];

export const EDUCATION: readonly Code[] = [
  code('0', 'N0', 'Aucune', 'Non scolarisé'),
  code('1', 'N1', 'Primaire'),
  code('2', 'N2', 'Collège', 'BEPC'),
  code('3', 'N3', 'CAP', 'BEP', 'CAP/BEP'),
  code('4', 'N4', 'Bac'),
  code('5', 'N5', 'Bac+2', 'BTS', 'DUT'),
  code('6', 'N6', 'Bac+3', 'Licence', 'Master', 'Supérieur'),
  code('9', 'N9', 'NR'),
];

/** TIPI knows no family context. */
export const CONTEXT: readonly Code[] = [
  code('1', '', 'Isolé'),
  code('2', '', 'Isolé avec enfants', 'Monoparental', 'Famille monoparentale'),
  code('3', '', 'Couple', 'Couple sans enfant'),
  code('4', '', 'Couple avec enfants', 'Famille'),
  code('9', '', 'NR', 'Inconnu'),
];
