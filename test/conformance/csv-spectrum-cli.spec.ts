import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../support/command-line.js';
import { ROOT } from '../support/spawn-cli.js';

const SUITE = join(ROOT, '../shared/data/csv-spectrum');
const present = existsSync(SUITE);
if (!present) process.stderr.write('conformance: no csv-spectrum beside the checkout, skipped\n');

/** The suite's own JSON of this case holds one object instead of a list, and another telephone number than its CSV. */
const CORRECTED = new Map([['location_coordinates', { 'Contact Phone Number': '2095257564' }]]);

/** A checkout that normalised line ends took the CRLF out of the cases that are about it: they get it back. */
const bytesOf = (name: string): Buffer => {
  const bytes = readFileSync(join(SUITE, 'csvs', `${name}.csv`));
  if (!name.endsWith('_crlf') || bytes.includes('\r')) return bytes;
  return Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
};

(present ? describe : describe.skip)('csv-spectrum through passerelle read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-spectrum-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const names = present ? readdirSync(join(SUITE, 'csvs')).map((file) => file.replace(/\.csv$/, '')) : ['absent'];

  test.each(names)('%s', async (name) => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, bytesOf(name));
    const json: unknown = JSON.parse(readFileSync(join(SUITE, 'json', `${name}.json`), 'utf8'));
    const rows = (Array.isArray(json) ? json : [json]) as readonly Record<string, string>[];
    const { code, stdout } = await commandLine(['read', '--source', 'csv', path]);
    const lines = stdout.split('\n').slice(0, -1);
    const read = lines.map((line) => JSON.parse(line) as { record: number; fields: Record<string, string> });
    expect(code).toBe(0);
    expect(read.map(({ fields }) => fields)).toEqual(rows.map((row) => ({ ...row, ...CORRECTED.get(name) })));
    expect(read.map(({ record }) => record)).toEqual(rows.map((_, at) => at + 1));
  });
});
