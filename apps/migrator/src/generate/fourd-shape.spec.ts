import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { FOURD_SHAPES, NO_DIRT, generateExports } from './generate-exports.js';
import type { FourdShapeName } from './generate-exports.js';
import { FOURD_COLUMNS, FOURD_TABLES } from './tables.js';
import type { FourdTable } from './tables.js';

/** Readers of this test's own: the simplest that the format allows, one a shape. */
const READERS: Readonly<Record<FourdShapeName, (bytes: Buffer, table: FourdTable) => string[][]>> = {
  txt: (bytes) =>
    records(iconv.decode(bytes, 'macroman'), '\r').map((line) =>
      line.split('\t').map((value) => value.replace(/\{linefeed\}|\||\v/g, '\n')),
    ),
  slk: (bytes, table) => {
    const [id, size, ...lines] = records(iconv.decode(bytes, 'macroman'), '\r\n');
    expect(id).toBe('ID;P4D');
    expect(lines.pop()).toBe('E');
    const rows: string[][] = [];
    for (const line of lines) {
      const cell = /^C;(?:Y(\d+);)?X(\d+);K(.*)$/.exec(line);
      if (cell?.[1] !== undefined) expect(rows.push([])).toBe(Number(cell[1]));
      expect(rows.at(-1)?.push((cell?.[3] ?? '').replace(/^"(.*)"$/, '$1').replaceAll(';;', ';'))).toBe(
        Number(cell?.[2]),
      );
    }
    expect(size).toBe(`B;Y${String(rows.length)};X${String(FOURD_COLUMNS[table].length)}`);
    expect(rows.shift()).toEqual(FOURD_COLUMNS[table]);
    return rows;
  },
  dif: (bytes, table) => {
    const lines = records(iconv.decode(bytes, 'macroman'), '\r\n');
    const rows: string[][] = [];
    for (let at = 12; at < lines.length; at += 2) {
      const [type, value = ''] = [lines[at], lines[at + 1]];
      if (type === '-1,0') rows.push(...(value === 'BOT' ? [[]] : []));
      else rows.at(-1)?.push(type === '1,0' ? value.slice(1, -1) : (type ?? '').slice(2));
    }
    expect(lines.slice(6, 8)).toEqual(['TUPLES', `0,${String(rows.length)}`]);
    expect(rows.shift()).toEqual(FOURD_COLUMNS[table]);
    return rows;
  },
  sql: (bytes, table) => {
    const text = iconv.decode(bytes, 'utf8', { stripBOM: false });
    expect(text.charAt(0)).toBe('\ufeff');
    const header = `INSERT INTO [${table}] ( ${FOURD_COLUMNS[table].map((column) => `[${column}]`).join(' , ')} )\r\nVALUES\r\n`;
    const groups = text.slice(1).split(header).slice(1);
    for (const [index, group] of groups.entries()) {
      expect(group.endsWith(');\r\n\r\n')).toBe(true);
      expect(group.split('),\r\n(').length).toBeLessThanOrEqual(1000);
      if (index + 1 < groups.length) expect(group.split('),\r\n(').length).toBe(1000);
    }
    return groups.flatMap((group) => group.slice(1, -6).split('),\r\n(')).map(sqlValues);
  },
  xml: (bytes, table) => {
    const text = bytes.toString('utf8');
    expect(
      text.startsWith(
        `<?xml version="1.0" encoding="UTF-8"?>\n<base4D application="Suivi social" version="11.9"><table nom="${table}">`,
      ),
    ).toBe(true);
    expect(text.endsWith('</table></base4D>\n')).toBe(true);
    return [...text.matchAll(/<enregistrement>(.*?)<\/enregistrement>/gs)].map(([, row = '']) =>
      FOURD_COLUMNS[table].map((column) =>
        unescapeXml(new RegExp(`<${column}>(.*?)</${column}>`, 's').exec(row)?.[1] ?? '(missing)'),
      ),
    );
  },
};

const records = (text: string, end: string): string[] => {
  expect(text.endsWith(end)).toBe(true);
  return text.slice(0, -end.length).split(end);
};

const unescapeXml = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const sqlValues = (row: string): string[] =>
  [...row.matchAll(/'((?:[^']|'')*)'|([^ ,']+)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll("''", "'") ?? bare ?? '',
  );

/** What a value of SQL looks like in the other shapes, in four-digit years and amounts without spaces. */
function plain(value: string, column: string): string {
  const date = /^(\d{4})\/(\d\d)\/(\d\d) 00:00:00:00$/.exec(value);
  if (date !== null) return `${date[3] ?? ''}/${date[2] ?? ''}/${(date[1] ?? '').slice(2)}`;
  const time = /^00:(\d\d:\d\d:\d\d):000$/.exec(value)?.[1];
  if (time !== undefined) return time;
  if (value === 'NULL' || value === '00/00/00') return '';
  if (column.startsWith('Montant')) return value.replace(/[\s\u00a0]/g, '').replace('.', ',');
  if (column === 'Chef_Foyer' || column === 'Refus_Saisie')
    return ['1', 'Vrai', 'True', 'Oui'].includes(value) ? 'yes' : 'no';
  return value.replaceAll('\n', ' ').replaceAll('"', "'");
}

describe('shapes of 4D', () => {
  let folder = '';
  const rows = new Map<string, string[][]>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generate-shapes-'));
    for (const fourd of FOURD_SHAPES) {
      const out = join(folder, fourd);
      const options = { out, households: 700, seed: 11, sites: ['psa-19'], night: '2026-11-20', fourd, dirt: NO_DIRT };
      for (const file of (await generateExports(options)).files.filter(({ system }) => system === '4d')) {
        const table = file.table as FourdTable;
        const read = READERS[fourd](await readFile(join(out, 'psa-19', file.name)), table);
        expect(read.length).toBe(file.read);
        rows.set(
          `${fourd} ${table}`,
          read.map((row) => row.map((value, index) => plain(value, FOURD_COLUMNS[table][index] ?? ''))),
        );
      }
    }
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(FOURD_SHAPES.flatMap((shape) => FOURD_TABLES.map((table) => [shape, table] as const)))(
    '%s holds the same %s as the text export',
    (shape, table) => {
      expect(rows.get(`${shape} ${table}`)?.length).toBeGreaterThan(200);
      expect(rows.get(`${shape} ${table}`)).toEqual(rows.get(`txt ${table}`));
    },
  );
});
