import { UNDECODABLE, encodeMacRoman, encodeUtf8 } from './byte-encodings.js';
import type { Encode } from './byte-encodings.js';
import { cellSql, cellText } from './fourd-cell.js';
import type { FourdCell, FourdHabits } from './fourd-cell.js';
import { difShape, sylkShape } from './fourd-sheets.js';
import { FOURD_COLUMNS } from './tables.js';
import type { FourdTable } from './tables.js';
import { escapeXml } from './xml-text.js';

export const FOURD_SHAPES = ['txt', 'slk', 'dif', 'sql', 'xml'] as const;
export type FourdShapeName = (typeof FOURD_SHAPES)[number];

/** One of the shapes in which 4D hands out a table. `row` gets the record's position from 0. */
export interface FourdShape {
  fileName(table: FourdTable): string;
  readonly encode: Encode;
  /** The character that stands for an undecodable byte, where the encoding has such bytes. */
  readonly undecodable: string | null;
  /** Whether a row may have a wrong number of fields. */
  readonly looseRows: boolean;
  /** Whether the head names the number of records, so that it can only be written once they are known. */
  readonly countsFirst: boolean;
  head(table: FourdTable, records: number): string;
  row(table: FourdTable, cells: readonly FourdCell[], index: number): string;
  tail(records: number): string;
}

/** Records under one INSERT header. */
const SQL_GROUP = 1000;

export function fourdShape(name: FourdShapeName, habits: FourdHabits): FourdShape {
  switch (name) {
    case 'txt':
      return textShape(habits);
    case 'slk':
      return sylkShape(habits);
    case 'dif':
      return difShape(habits);
    case 'sql':
      return sqlShape();
    case 'xml':
      return xmlShape(habits);
  }
}

/** No header, no quoting: TAB between fields, CR after records, a line break as the exporter writes it. */
function textShape(habits: FourdHabits): FourdShape {
  return {
    encode: encodeMacRoman,
    undecodable: null,
    looseRows: true,
    countsFirst: false,
    fileName: (table) => `${table}.txt`,
    head: () => '',
    row: (_table, cells) =>
      `${cells.map((cell) => cellText(cell, habits).replaceAll('\n', habits.lineBreak)).join('\t')}\r`,
    tail: () => '',
  };
}

function sqlShape(): FourdShape {
  const header = (table: FourdTable): string => {
    const columns = FOURD_COLUMNS[table].map((column) => `[${column}]`).join(' , ');
    return `INSERT INTO [${table}] ( ${columns} )\r\nVALUES\r\n`;
  };
  return {
    encode: encodeUtf8,
    undecodable: UNDECODABLE.utf8,
    looseRows: false,
    countsFirst: false,
    fileName: (table) => `${table}/Export.sql`,
    head: () => '\ufeff',
    row: (table, cells, index) => {
      const group = index % SQL_GROUP === 0;
      const before = group ? `${index === 0 ? '' : ';\r\n\r\n'}${header(table)}` : ',\r\n';
      return `${before}(${cells.map(cellSql).join(' , ')})`;
    },
    tail: (records) => (records === 0 ? '' : ';\r\n\r\n'),
  };
}

function xmlShape(habits: FourdHabits): FourdShape {
  return {
    encode: encodeUtf8,
    undecodable: UNDECODABLE.utf8,
    looseRows: false,
    countsFirst: false,
    fileName: (table) => `${table}.xml`,
    head: (table) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<base4D application="Suivi social" version="11.9"><table nom="${table}">\n`,
    row: (table, cells) => {
      const columns = FOURD_COLUMNS[table];
      const values = cells.map((cell, index) => {
        const column = columns[index] ?? '';
        return `<${column}>${escapeXml(cellText(cell, habits))}</${column}>`;
      });
      return `<enregistrement>${values.join('')}</enregistrement>\n`;
    },
    tail: () => '</table></base4D>\n',
  };
}
