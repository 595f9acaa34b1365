import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { badDate, judge, known, named, tallyOf } from '../../../../test/support/export-oracle.js';
import type { Row } from '../../../../test/support/export-oracle.js';
import { generateExports } from './generate-exports.js';
import type { FileTruth, GenerateSummary } from './generate-exports.js';
import { FOURD_COLUMNS } from './tables.js';

const LABELS = {
  Type_Foyer: known(
    'isole | isole avec enfants | monoparental | famille monoparentale | couple | couple sans enfant | couple avec enfants | famille | nr | inconnu',
  ),
  Type_Logement: known(
    'hlm | locataire hlm | loc parc social | locataire | locataire prive | loc prive | proprietaire | accedant | heberge | heberge famille | heberge amis | ' +
      'hotel | chrs | chu | centre hebergement | foyer | residence sociale | sdf | sans domicile | rue | logement fonction | squat | precaire | nr',
  ),
  Situation: known(
    'celibataire | celib | marie | mariee | marie(e) | pacse | pacsee | union libre | concubinage | vie maritale | divorce | divorcee | separe | separee | veuf | veuve | nr',
  ),
  Profession: known(
    'cdi | salarie cdi | cdd | interim | chomage | demandeur emploi indemnise | are | sans emploi | demandeur emploi | rsa | etudiant | etudiante | lyceen | ' +
      'retraite | retraitee | invalidite | aah | au foyer | sans activite | formation | stagiaire | nr',
  ),
  Etudes: known(
    'aucune | non scolarise | primaire | college | bepc | cap | bep | cap/bep | bac | bac+2 | bts | dut | bac+3 | licence | master | superieur | nr',
  ),
  Genre: known(
    'visite | vad | visite a domicile | entretien | rendez-vous | rdv | telephone | tel | appel | orientation | courrier | permanence | accueil | synthese',
  ),
  Vers: known(
    'logement | emploi | insertion | sante | acces aux droits | droits | enfance | pmi | association | association specialisee',
  ),
  Nature: known(
    'secours urgence | secours | alimentaire | aide alimentaire | logement | loyer | fsl | energie | edf | transport | cantine | scolaire | sante | mutuelle',
  ),
  Decision: known('accord | accorde | accord partiel | refus | rejet | ajourne | attente | annule'),
} as const;

const fold = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .replace(/ +/g, ' ')
    .trim()
    .toLowerCase();

const unmapped = (row: Row, ...columns: (keyof typeof LABELS)[]): boolean =>
  columns.some((column) => row[column] !== '' && !LABELS[column].has(fold(row[column] ?? '')));

describe('the truth about 4D', () => {
  let out = '';
  let summary: GenerateSummary;
  const truthOf = (table: string): FileTruth => summary.files.find((file) => file.table === table) as FileTruth;
  const fourd = async (table: keyof typeof FOURD_COLUMNS): Promise<Row[]> => {
    const text = new TextDecoder('macintosh').decode(await readFile(join(out, 'ssdp-06', truthOf(table).name)));
    return named(
      text
        .slice(0, -1)
        .split('\r')
        .map((line) => line.split('\t')),
      FOURD_COLUMNS[table],
    );
  };

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'generate-truth-'));
    const options = {
      out,
      households: 2000,
      seed: 2026,
      sites: ['ssdp-06'],
      night: '2026-11-20',
      fourd: 'txt',
    } as const;
    summary = await generateExports(options);
  });

  afterAll(() => rm(out, { recursive: true, force: true }));

  it('holds for 4D, record by record', async () => {
    const { fates, tally: persons } = judge(await fourd('Personnes'), {
      key: 'ID_Personne',
      withheld: (row) => /^(Vrai|True|Oui|1)$/.test(row['Refus_Saisie'] ?? ''),
      fault: (row) =>
        badDate(row['Ne_Le'])
          ? 'date.invalid'
          : unmapped(row, 'Situation', 'Profession', 'Etudes')
            ? 'code.unmapped'
            : null,
    });
    const { tally: cases } = judge(await fourd('Foyers'), {
      key: 'ID_Foyer',
      fault: (row) => {
        if (badDate(row['Date_Ouverture']) || badDate(row['Date_Cloture'])) return 'date.invalid';
        if (unmapped(row, 'Type_Foyer', 'Type_Logement')) return 'code.unmapped';
        return /^\d+$/.test(row['Nb_Enfants'] ?? '') ? null : 'number.invalid';
      },
    });
    const { tally: talks } = judge(await fourd('Entretiens'), {
      key: 'ID_Entretien',
      owner: (row) => fates.get(row['ID_Personne'] ?? ''),
      fault: (row) => (badDate(row['Le']) ? 'date.invalid' : unmapped(row, 'Genre', 'Vers') ? 'code.unmapped' : null),
    });
    const { tally: aids } = judge(await fourd('Aides'), {
      key: 'ID_Aide',
      owner: (row) => fates.get(row['ID_Personne'] ?? ''),
      fault: (row) => {
        if (badDate(row['Date_Demande']) || badDate(row['Date_Decision'])) return 'date.invalid';
        if (unmapped(row, 'Nature', 'Decision')) return 'code.unmapped';
        return /^(\d{1,3}[ \u00a0])?\d{1,3},\d\d$/.test(row['Montant_Demande'] ?? '') ? null : 'number.invalid';
      },
    });
    expect([persons, cases, talks, aids]).toEqual(
      ['Personnes', 'Foyers', 'Entretiens', 'Aides'].map((table) => tallyOf(truthOf(table))),
    );
  });
});
