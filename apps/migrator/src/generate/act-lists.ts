import type { Code } from './code-lists.js';
import { spellings } from './code-lists.js';

/** A kind of professional act; `name` is the word of the unified model, under which the truth counts it. */
export interface ActKind {
  readonly name: string;
  readonly coordin: string;
  readonly fourd: readonly string[];
}

const act = (name: string, coordin: string, ...labels: readonly string[]): ActKind => ({
  name,
  coordin,
  fourd: spellings(labels),
});

export const REFERRAL = act('referral', 'ORI', 'Orientation');

export const ACT_KINDS: readonly ActKind[] = [
  act('homeVisit', 'VAD', 'Visite', 'VAD', 'Visite à domicile'),
  act('appointment', 'RDV', 'Entretien', 'Rendez-vous', 'RDV'),
  act('phoneCall', 'TEL', 'Téléphone', 'Tél.', 'Appel'),
  REFERRAL,
  act('letter', 'COU', 'Courrier'),
  act('walkInDuty', 'PER', 'Permanence', 'Accueil'),
  act('caseConference', 'SYN', 'Synthèse'),
];

/** Where a referral goes. TIPI holds no acts. */
export const REFERRAL_TARGETS: readonly Code[] = [
  { coordin: 'LOG', tipi: '', fourd: spellings(['Logement']) },
  { coordin: 'EMP', tipi: '', fourd: spellings(['Emploi', 'Insertion']) },
  { coordin: 'SAN', tipi: '', fourd: spellings(['Santé']) },
  { coordin: 'DRO', tipi: '', fourd: spellings(['Accès aux droits', 'Droits']) },
  { coordin: 'ENF', tipi: '', fourd: spellings(['Enfance', 'PMI']) },
  { coordin: 'ASS', tipi: '', fourd: spellings(['Association', 'Association spécialisée']) },
];

/** What an aid is for. COORDIN holds no aids. */
export const AID_KINDS: readonly Code[] = [
  { coordin: '', tipi: '01', fourd: spellings(['Secours urgence', 'Secours']) },
  { coordin: '', tipi: '02', fourd: spellings(['Alimentaire', 'Aide alimentaire']) },
  { coordin: '', tipi: '03', fourd: spellings(['Logement', 'Loyer', 'FSL']) },
  { coordin: '', tipi: '04', fourd: spellings(['Énergie', 'EDF']) },
  { coordin: '', tipi: '05', fourd: spellings(['Transport']) },
  { coordin: '', tipi: '06', fourd: spellings(['Cantine', 'Scolaire']) },
  { coordin: '', tipi: '07', fourd: spellings(['Santé', 'Mutuelle']) },
];

/** How an aid was decided, and which share of the request (in hundredths) is then granted. */
export interface Decision {
  readonly tipi: string;
  readonly fourd: readonly string[];
  readonly grantedPercent: number;
}

export const ADJOURNED: Decision = { tipi: 'AJ', fourd: spellings(['Ajourné', 'Attente']), grantedPercent: 0 };

export const DECISIONS: readonly Decision[] = [
  { tipi: 'AC', fourd: spellings(['Accord', 'Accordé']), grantedPercent: 100 },
  { tipi: 'AP', fourd: spellings(['Accord partiel']), grantedPercent: 50 },
  { tipi: 'RF', fourd: spellings(['Refus', 'Rejet']), grantedPercent: 0 },
  ADJOURNED,
  { tipi: 'AN', fourd: spellings(['Annulé']), grantedPercent: 0 },
];

/** How TIPI pays. */
export const PAYMENT_MODES: readonly string[] = ['VIR', 'CHQ', 'ESP', 'TIE'];
