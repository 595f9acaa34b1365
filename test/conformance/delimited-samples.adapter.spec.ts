import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDelimitedAdapter } from '#libs/adapters';
import type { DelimitedLayout, Encoding } from '#libs/domain';

const folder = join(import.meta.dirname, '../../../shared/samples');
const present = existsSync(join(folder, 'night/truth.json'));
if (!present) console.warn('the sample exports are not here: their conformance tests are skipped');

const coordin = (table: string, wanted: string): DelimitedLayout => ({
  table,
  dialect: { delimiter: ';', quote: '"', recordEnd: 'crlf', header: true, finalRecordEnd: 'required' },
  encodings: ['windows-1252'],
  wanted: wanted.split(' '),
  watched: [],
});

/** @param columns those in brackets are dropped: free text, the worker's name */
const fourd = (table: string, columns: string): DelimitedLayout => ({
  table,
  dialect: { delimiter: '\t', quote: null, recordEnd: 'auto', header: false, finalRecordEnd: 'required' },
  encodings: ['utf-8', 'windows-1252', 'macroman', 'utf-16le', 'utf-16be'],
  columns: columns.replace(/[[\]]/g, '').split(' '),
  wanted: columns.split(' ').filter((column) => !column.startsWith('[')),
  watched: [],
});

const COORDIN = [
  coordin(
    'USAGERS',
    'NUM_USAGER NUM_DOSSIER CIVILITE NOM NOM_NAISSANCE PRENOM DATE_NAISS SIT_FAM NB_ENFANTS TYPE_LOGT STATUT_PRO NIV_SCOL ADRESSE CP VILLE REFUS DATE_MAJ',
  ),
  coordin('DOSSIERS', 'NUM_DOSSIER DATE_OUVERTURE DATE_FERMETURE CTX_FAMILIAL DATE_MAJ'),
  coordin('INTERVENTIONS', 'NUM_INTERV NUM_USAGER DATE_INTERV TYPE_INTERV ORIENTATION SERVICE DATE_MAJ'),
];
const FOURD = [
  fourd(
    'Foyers',
    'ID_Foyer Type_Foyer Type_Logement Nb_Enfants Adresse1 Adresse2 CP Ville Date_Ouverture Date_Cloture [Notes] Modif_Le',
  ),
  fourd(
    'Personnes',
    'ID_Personne ID_Foyer Civilite Nom Nom_JF Prenoms Ne_Le Situation Profession Etudes Chef_Foyer Refus_Saisie [Remarques] Modif_Le',
  ),
  fourd('Entretiens', 'ID_Entretien ID_Personne Le A Genre Vers Duree_Min [Agent] [Compte_Rendu] Modif_Le'),
  fourd(
    'Aides',
    'ID_Aide ID_Personne Nature Montant_Demande Montant_Accorde Date_Demande Date_Decision Decision [Motif] Modif_Le',
  ),
];

interface Truth {
  readonly files: readonly {
    readonly table: string;
    readonly read: number;
    readonly quarantined: Record<string, number>;
  }[];
}
const truthOf = (table: string): Truth['files'][number] | undefined =>
  (JSON.parse(readFileSync(join(folder, 'night/truth.json'), 'utf8')) as Truth).files.find(
    (file) => file.table === table,
  );

async function read(layout: DelimitedLayout, file: string) {
  const adapter = createDelimitedAdapter(layout);
  const result = await adapter.survey(createReadStream(file), { chunkRecords: 50 });
  if (!result.ok) throw new Error(result.refusal.detail.key);
  const { survey } = result;
  let values = '';
  const faults: Record<string, number> = {};
  for (const chunk of survey.chunks) {
    const range = { ...chunk, blocks: () => createReadStream(file, { start: chunk.start, end: chunk.end - 1 }) };
    for await (const records of adapter.records(range, survey))
      for (const { fields, fault } of records) {
        values += `${fields.join('\t')}\n`;
        if (fault !== undefined) faults[fault.code] = (faults[fault.code] ?? 0) + 1;
      }
  }
  return { survey, values, faults };
}

async function check(layout: DelimitedLayout, file: string, encoding: Encoding, recordEnd: string): Promise<void> {
  const truth = truthOf(layout.table);
  const { survey, values, faults } = await read(layout, join(folder, file));
  expect(survey).toMatchObject({ encoding, records: { [layout.table]: truth?.read }, traits: { recordEnd } });
  expect(faults['row.width']).toBe(truth?.quarantined['row.width']);
  expect(faults['encoding.invalid']).toBeUndefined();
  expect(values).not.toMatch(/KNR[A-Z0-9]{9}/);
}

/** The writer of the Mac Roman samples put `?` for some of the no-break spaces in amounts. */
const withoutGaps = (values: string): string => values.replace(/[?\u00a0]/g, ' ');

(present ? describe : describe.skip)('one night of a site', () => {
  it.each(COORDIN)('COORDIN $table', async (layout) => {
    await check(layout, `night/ssdp-06/COORDIN_${layout.table}_SSDP06_20261120.csv`, 'windows-1252', '\r\n');
  });

  it.each(FOURD)('4D $table in Mac Roman', async (layout) => {
    await check(layout, `night/ssdp-06/${layout.table}.txt`, 'macroman', '\r');
  });

  it.each(FOURD)('4D $table in UTF-16, with the values of the same table in Mac Roman', async (layout) => {
    await check(layout, `4d-utf16/${layout.table}.txt`, 'utf-16le', '\r');
    const inMacRoman = await read(layout, join(folder, `night/ssdp-06/${layout.table}.txt`));
    const inUtf16 = await read(layout, join(folder, `4d-utf16/${layout.table}.txt`));
    expect(withoutGaps(inUtf16.values)).toBe(withoutGaps(inMacRoman.values));
  });
});
