import { join } from 'node:path';
import { encodeLatin1, encodeWindows1252 } from './byte-encodings.js';
import { isoDate } from './calendar.js';
import type { CivilDate } from './calendar.js';
import { csvLine } from './csv-line.js';
import { ExportFile } from './export-file.js';
import type { Frame } from './export-file.js';
import type { FourdShape } from './fourd-shape.js';
import { COORDIN_COLUMNS, COORDIN_FILES, FOURD_TABLES } from './tables.js';
import type { CoordinFile, FourdTable, System, Table } from './tables.js';

/** One export file of a site, named as its system names it. */
export interface SiteFile {
  readonly name: string;
  readonly system: System;
  /** What truth calls the file's table. */
  readonly table: CoordinFile | FourdTable | 'TIPI';
  readonly frame: Frame;
}

/** Counts of TIPI's end marker, asked when the file is complete. */
export type CountOf = (table: Table) => number;

/** The eight export files of one site and night. */
export function siteFiles(code: string, night: CivilDate, shape: FourdShape, countOf: CountOf): readonly SiteFile[] {
  const day = isoDate(night).replaceAll('-', '');
  return [
    ...COORDIN_FILES.map((table): SiteFile => ({
      name: `COORDIN_${table}_${code}_${day}.csv`,
      system: 'coordin',
      table,
      frame: coordinFrame(table),
    })),
    ...FOURD_TABLES.map((table): SiteFile => ({
      name: shape.fileName(table),
      system: '4d',
      table,
      frame: fourdFrame(table, shape),
    })),
    { name: `TIPI_${code}_${day}.xml`, system: 'tipi', table: 'TIPI', frame: tipiFrame(code, night, countOf) },
  ];
}

const coordinFrame = (table: CoordinFile): Frame => ({
  encode: encodeWindows1252,
  countsFirst: false,
  head: () => csvLine(COORDIN_COLUMNS[table]),
  tail: () => '',
});

const fourdFrame = (table: FourdTable, shape: FourdShape): Frame => ({
  encode: shape.encode,
  countsFirst: shape.countsFirst,
  head: (records) => shape.head(table, records),
  tail: (records) => shape.tail(records),
});

const tipiFrame = (code: string, night: CivilDate, countOf: CountOf): Frame => ({
  encode: encodeLatin1,
  countsFirst: false,
  head: () =>
    `<?xml version="1.0" encoding="ISO-8859-1"?>\n<TIPI version="2.3" site="${code}" date="${isoDate(night)}" type="COMPLET">\n`,
  tail: () => {
    const [dossiers, persons, aids] = [countOf('DOSSIER'), countOf('PERSONNE'), countOf('AIDE')].map(String);
    return `  <FIN dossiers="${dossiers ?? ''}" personnes="${persons ?? ''}" aides="${aids ?? ''}"/>\n</TIPI>\n`;
  },
});

/** Opens a file of a site. Its folder must be there. */
export const openSiteFile = (folder: string, { name, frame }: SiteFile): Promise<ExportFile> =>
  ExportFile.open(join(folder, name), frame);
