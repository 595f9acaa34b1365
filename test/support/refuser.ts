import { readFile, writeFile } from 'node:fs/promises';
import { csvLine } from '../../apps/migrator/src/generate/csv-line.js';
import { csv } from './export-oracle.js';
import type { Night, System } from './night-exports.js';

/** Values that nobody else has; the last is an amount in cents or a unit, on every act or aid of the household. */
export const PLANTED = {
  coordin: ['Zyxomma', 'Quirinette', 'Zephyrinal', 'Zuydcoote', 'SRV-ZYXO'],
  '4d': ['Zyxomma', 'Quirinette', 'Zephyrinal', 'Zuydcoote', '777777777'],
  tipi: ['Zyxomma', 'Quirinette', 'Zephyrinal', 'Zuydcoote', '777777777'],
} as const satisfies Record<System, readonly string[]>;
const [NAME, GIVEN, STREET, TOWN] = PLANTED.coordin;

type Rewrite = (rows: readonly (readonly string[])[]) => (readonly string[])[];

/** Bytes stand for themselves: whatever the encoding, only ASCII is planted. */
const edit = async (path: string, change: (text: string) => string): Promise<void> =>
  writeFile(path, change(await readFile(path, 'latin1')), 'latin1');

const editCsv = (path: string, rewrite: Rewrite): Promise<void> =>
  edit(path, (text) =>
    rewrite(csv(text).map((row) => row.map((field) => field.replaceAll('\r\n', '\n'))))
      .map(csvLine)
      .join(''),
  );

const editTabs = (path: string, rewrite: Rewrite): Promise<void> =>
  edit(path, (text) => {
    const end = text.endsWith('\r\n') ? '\r\n' : '\r';
    const rows = text.split(end).slice(0, -1);
    return rewrite(rows.map((row) => row.split('\t')))
      .map((row) => row.join('\t') + end)
      .join('');
  });

/** The same row with other fields at some places. */
const withFields = (row: readonly string[], fields: Readonly<Record<number, string>>): string[] =>
  row.map((field, at) => fields[at] ?? field);

/** Gives the first household of a site its planted values, and has all its members refuse digital filing or not. */
export const plantRefuser = (system: System, night: Night, site: string, refuses: boolean): Promise<void> =>
  PLANTERS[system]((table) => night.path(site, table), refuses);

type Planter = (path: (table: string) => string, refuses: boolean) => Promise<void>;

const coordin: Planter = async (path, refuses) => {
  const members = new Set<string>();
  await editCsv(path('USAGERS'), (rows) =>
    rows.map((row) => {
      if (row[1] !== 'D0000001') return row;
      members.add(row[0] ?? '');
      const person = { 3: NAME, 4: NAME, 5: GIVEN, 13: `7 rue ${STREET}`, 15: TOWN, 21: refuses ? 'O' : '' };
      return withFields(row, person);
    }),
  );
  await editCsv(path('INTERVENTIONS'), (rows) =>
    rows.map((row) => (members.has(row[1] ?? '') ? withFields(row, { 5: PLANTED.coordin[4] }) : row)),
  );
};

const fourd: Planter = async (path, refuses) => {
  const members = new Set<string>();
  await editTabs(path('Foyers'), (rows) =>
    rows.map((row) => (row[0] === '1' ? withFields(row, { 4: `7 rue ${STREET}`, 7: TOWN }) : row)),
  );
  await editTabs(path('Personnes'), (rows) =>
    rows.map((row) => {
      if (row[1] !== '1') return row;
      members.add(row[0] ?? '');
      return withFields(row, { 3: NAME, 4: NAME, 5: GIVEN, 11: refuses ? '1' : '0' });
    }),
  );
  await editTabs(path('Aides'), (rows) => {
    const [first, ...others] = rows;
    const [member] = members;
    // One aid at least is theirs, whoever had it before.
    const theirs = first === undefined ? [] : [withFields(first, { 1: member ?? '' })];
    return [...theirs, ...others].map((row) =>
      members.has(row[1] ?? '') ? withFields(row, { 3: '7777777,77' }) : row,
    );
  });
};

const tipi: Planter = (path, refuses) =>
  edit(path('TIPI'), (text) =>
    text.replace(/<DOSSIER num="T0000001"[^]*?<\/DOSSIER>/, (household) =>
      household
        .replaceAll(/<NOM>[^<]*/g, `<NOM>${NAME}`)
        .replaceAll(/<NOM_USAGE>[^<]*/g, `<NOM_USAGE>${NAME}`)
        .replaceAll(/<PRENOMS>[^<]*/g, `<PRENOMS>${GIVEN}`)
        .replace(/ *<ADRESSE>.*<\/ADRESSE>\n/, '')
        .replace('</DOSSIER>', `  <ADRESSE><VOIE>7 rue ${STREET}</VOIE><VILLE>${TOWN}</VILLE></ADRESSE></DOSSIER>`)
        .replaceAll(/(<DEMANDE date="[^"]*" montant=")\d+/g, `$1${PLANTED.tipi[4]}`)
        .replaceAll(/<REFUS_INFORMATIQUE>\d/g, `<REFUS_INFORMATIQUE>${refuses ? '1' : '0'}`),
    ),
  );

const PLANTERS: Readonly<Record<System, Planter>> = { coordin, '4d': fourd, tipi };
