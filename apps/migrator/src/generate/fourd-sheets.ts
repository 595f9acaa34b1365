import { encodeMacRoman } from './byte-encodings.js';
import { cellText } from './fourd-cell.js';
import type { FourdCell, FourdHabits } from './fourd-cell.js';
import type { FourdShape } from './fourd-shape.js';
import { FOURD_COLUMNS } from './tables.js';

const macSheet = { encode: encodeMacRoman, undecodable: null, looseRows: false, countsFirst: true } as const;

/** Text for a sheet's cell: one line, no double quotes. */
const sheetText = (value: string): string => value.replaceAll('\n', ' ').replaceAll('"', "'");

/** SYLK: cells by row and column, `;;` for a semicolon; the second line tells the size. */
export function sylkShape(habits: FourdHabits): FourdShape {
  const value = (cell: FourdCell): string =>
    cell.type === 'integer' && cell.value !== null
      ? String(cell.value)
      : `"${sheetText(cellText(cell, habits)).replaceAll(';', ';;')}"`;
  const line = (values: readonly string[], row: number): string =>
    values
      .map((written, index) => `C;${index === 0 ? `Y${String(row)};` : ''}X${String(index + 1)};K${written}\r\n`)
      .join('');
  return {
    ...macSheet,
    fileName: (table) => `${table}.slk`,
    head: (table, records) => {
      const columns = FOURD_COLUMNS[table];
      const size = `B;Y${String(records + 1)};X${String(columns.length)}\r\n`;
      return `ID;P4D\r\n${size}${line(
        columns.map((column) => `"${column}"`),
        1,
      )}`;
    },
    row: (_table, cells, index) => line(cells.map(value), index + 2),
    tail: () => 'E\r\n',
  };
}

/** DIF: a value in two lines; the head tells the size. */
export function difShape(habits: FourdHabits): FourdShape {
  const value = (cell: FourdCell): string =>
    cell.type === 'integer' && cell.value !== null
      ? `0,${String(cell.value)}\r\nV\r\n`
      : `1,0\r\n"${sheetText(cellText(cell, habits))}"\r\n`;
  const item = (name: string, number: number): string => `${name}\r\n0,${String(number)}\r\n""\r\n`;
  return {
    ...macSheet,
    fileName: (table) => `${table}.dif`,
    head: (table, records) => {
      const columns = FOURD_COLUMNS[table];
      const items = item('TABLE', 1) + item('VECTORS', columns.length) + item('TUPLES', records + 1) + item('DATA', 0);
      return `${items}-1,0\r\nBOT\r\n${columns.map((column) => `1,0\r\n"${column}"\r\n`).join('')}`;
    },
    row: (_table, cells) => `-1,0\r\nBOT\r\n${cells.map(value).join('')}`,
    tail: () => '-1,0\r\nEOD\r\n',
  };
}
