import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeLists, type CompiledProfile, compileProfile, type ProfileDocument } from '#libs/mappers';
import { parse } from 'yaml';
import type { FileCandidate } from '../export-file.js';

/** A person as a test writes one. */
export interface TestPerson {
  readonly key: string;
  readonly refused: boolean;
}

/** One kind of file, with everything that makes it hard to cut. */
export interface ExportKind {
  readonly profile: CompiledProfile;
  readonly candidate: FileCandidate;
  /** The table that the persons are records of. */
  readonly table: string;
  readonly write: (persons: readonly TestPerson[]) => Buffer;
}

const CONFIG = join(import.meta.dirname, '../../../../../config');
const read = (file: string): unknown => parse(readFileSync(join(CONFIG, file), 'utf8'));
const { lists } = read('codes/lists.yml') as { readonly lists: CodeLists };

/** Long enough that a few dozen records are worth a stretch of their own. */
const PADDING = 'x'.repeat(600);

const kindOf = (
  source: string,
  shape: string,
  table: string,
  write: ExportKind['write'],
  dialect: Readonly<Record<string, unknown>> = {},
): ExportKind => {
  const document = structuredClone(read(`sources/${source}.yml`)) as ProfileDocument;
  Object.assign((document.shapes[shape] as { dialect?: object }).dialect ?? {}, dialect);
  const profile = compileProfile(document, { lists, keeps: () => true });
  const compiled = profile.shapes.find(({ name }) => name === shape);
  if (compiled === undefined) throw new Error(`${source} has no shape ${shape}`);
  return { profile, candidate: { shape: compiled, table: compiled.oneTableAFile ? table : null }, table, write };
};

const COORDIN = (
  'NUM_USAGER;NUM_DOSSIER;CIVILITE;NOM;NOM_NAISSANCE;PRENOM;DATE_NAISS;LIEU_NAISS;SIT_FAM;NB_ENFANTS;TYPE_LOGT;' +
  'STATUT_PRO;NIV_SCOL;ADRESSE;CP;VILLE;TEL;NIR;NATIONALITE;OBSERVATIONS;REFERENT;REFUS;DATE_MAJ'
).split(';');

const coordinRow = ({ key, refused }: TestPerson): string[] =>
  COORDIN.map((column) => {
    if (column === 'NUM_USAGER') return `"${key}"`;
    if (column === 'OBSERVATIONS') return `"dit ""non"";\r\nC1;C1\r\n${PADDING}"`;
    return column === 'REFUS' && refused ? 'O' : '';
  });

const writeCoordin =
  (delimiter: string): ExportKind['write'] =>
  (persons) =>
    Buffer.from(
      [COORDIN, ...persons.map(coordinRow)].map((cells) => `${cells.join(delimiter)}\r\n\r\n`).join(''),
      'latin1',
    );

const write4dText: ExportKind['write'] = (persons) => {
  const rows = persons.map(({ key, refused }) =>
    [key, '1', '', 'NOM', '', '', '', '', '', '', '0', refused ? 'Vrai' : 'Faux', PADDING, ''].join('\t'),
  );
  return Buffer.from(`\ufeff${rows.map((row) => `${row}\r`).join('')}`, 'utf16le');
};

const write4dXml: ExportKind['write'] = (persons) => {
  const rows = persons.map(
    ({ key, refused }) =>
      `<enregistrement><Remarques>${PADDING}</Remarques><ID_Personne>${key}</ID_Personne>` +
      `<Refus_Saisie>${refused ? 'Vrai' : 'Faux'}</Refus_Saisie></enregistrement><!-- <enregistrement> -->\n`,
  );
  // Two containers of one table: no chunk, and no stretch, may lie in both.
  const half = rows.length >>> 1;
  const tables = [rows.slice(0, half), rows.slice(half)].map(
    (part) => `<table nom="Personnes">${part.join('')}</table>`,
  );
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><base4D>${tables.join('')}</base4D>`, 'utf8');
};

const tipiPerson = ({ key, refused }: TestPerson): string =>
  `<PERSONNE id="${key}" rang="1"><X>${PADDING}</X><REFUS_INFORMATIQUE>${refused ? 1 : 0}</REFUS_INFORMATIQUE></PERSONNE>`;

/** Files of three persons, none and one; their own keys, and those of their aids, repeat as well. */
const writeTipi: ExportKind['write'] = (persons) => {
  const files: string[] = [];
  let aids = 0;
  for (let at = 0; at < persons.length;) {
    const size = [3, 0, 1][files.length % 3] ?? 1;
    const inside = persons.slice(at, at + size);
    at += size;
    const aid = `<AIDE num="A${files.length % 500}"/>`;
    aids += 1;
    files.push(`<DOSSIER num="T${files.length % 700}">${inside.map(tipiPerson).join('\n')}${aid}</DOSSIER>`);
  }
  return Buffer.from(
    '<?xml version="1.0" encoding="ISO-8859-1"?><TIPI site="S" date="2026-01-01" type="COMPLET">' +
      `${files.join('\n')}<FIN dossiers="${files.length}" personnes="${persons.length}" aides="${aids}"/></TIPI>`,
    'latin1',
  );
};

/** One kind for each way of reading, by a name for the test's title. */
export const EXPORT_KINDS: Readonly<Record<string, ExportKind>> = {
  'quoted text over several lines': kindOf('coordin', 'csv', 'USAGERS', writeCoordin(';')),
  'text that csv-parse reads': kindOf('coordin', 'csv', 'USAGERS', writeCoordin('||'), { delimiter: '||' }),
  'UTF-16 whose record end the file settles': kindOf('4d', 'text', 'Personnes', write4dText),
  'XML of several containers': kindOf('4d', 'xml', 'Personnes', write4dXml),
  'XML of nested tables': kindOf('tipi', 'xml', 'PERSONNE', writeTipi),
};
