import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { FOURD_SHAPES } from '../../../apps/migrator/src/generate/generate-exports.js';
import { type ReadLine, readExports } from '../../../apps/migrator/src/reading/read-exports.js';
import { SourceCatalogue } from '#libs/services';
import { generateNight, type Night } from '../../support/night-exports.js';
import { ROOT } from '../../support/spawn-cli.js';

const SITES = ['psa-07', 'epi-12'] as const;
const catalogue = new SourceCatalogue(join(ROOT, 'config'));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-addresses-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (source: string, path: string): Promise<ReadLine[]> => {
  const { profile } = catalogue.source(source, 'any');
  const lines: ReadLine[] = [];
  for await (const line of readExports(profile, [path], null, new AbortController().signal)) lines.push(line);
  return lines;
};

/** What a line says of its record, wherever that lies. */
const content = (line: ReadLine): object => ({
  table: line.table,
  ...('fields' in line ? { fields: line.fields } : { fault: line.fault, field: line.field }),
});

/** Nested records lie inside one another; those that no other one holds stand one after the other. */
const outermost = (lines: readonly ReadLine[]): ReadLine[] => {
  let end = 0;
  return [...lines]
    .sort((a, b) => a.byteOffset - b.byteOffset || b.byteLength - a.byteLength)
    .filter(({ byteOffset, byteLength }) => {
      if (byteOffset + byteLength <= end) return false;
      end = byteOffset + byteLength;
      return true;
    });
};

/**
 * The file with the bytes between its first and its last record replaced by those of the given stretch: what stands before
 * (header, prolog) and behind (end tags) is needed to read it.
 */
const alone = (bytes: Buffer, records: readonly ReadLine[], { byteOffset, byteLength }: ReadLine): Buffer => {
  const [first, last] = [records[0]!, records.at(-1)!];
  return Buffer.concat([
    bytes.subarray(0, first.byteOffset),
    bytes.subarray(byteOffset, byteOffset + byteLength),
    bytes.subarray(last.byteOffset + last.byteLength),
  ]);
};

const shapes = FOURD_SHAPES.filter((shape) =>
  catalogue.source('4d', 'any').profile.shapes.some(({ fileName }) => fileName(`Personnes.${shape}`) !== null),
);

test.each(shapes)('the bytes at a record’s address are that record, in every export (4D as %s)', async (fourd) => {
  const out = await mkdtemp(join(folder, 'night-'));
  const night: Night = await generateNight({ out, households: 60, seed: 77_101, sites: SITES, fourd });
  for (const { system, site, name } of night.files) {
    const path = join(night.folder(site), name);
    const bytes = await readFile(path);
    const lines = await read(system, path);
    const records = outermost(lines);
    expect(records.length).toBeGreaterThan(5);
    for (const [at, line] of records.entries()) {
      const next = records[at + 1];
      expect(line.byteOffset + line.byteLength).toBeLessThanOrEqual(next?.byteOffset ?? bytes.length);
      // Every seventh: reading a file anew for each of thousands of records would prove no more.
      if (at % 7 !== 0 || system === 'tipi') continue;
      const probe = join(out, basename(name));
      await writeFile(probe, alone(bytes, records, line));
      const [found, ...others] = await readAlone(system, probe, line);
      expect(others).toEqual([]);
      if (!isDeepStrictEqual(found, content(line)))
        throw new Error(`${name}: record ${String(line.record)} lies elsewhere`);
    }
  }
});

/** A lone row of the wrong width makes its file another kind of file: that says the same. */
const readAlone = async (system: string, path: string, line: ReadLine): Promise<object[]> => {
  try {
    return (await read(system, path)).map(content);
  } catch (error) {
    if ('fault' in line && line.fault === 'row.width' && (error as { code?: string }).code === 'file.mismatch')
      return [content(line)];
    throw error;
  }
};

test('a nested record’s address holds its own text in TIPI, and a household holds its persons and aids', async () => {
  const night = await generateNight({ out: join(folder, 'tipi'), households: 60, seed: 77_102, sites: ['psa-07'] });
  const path = night.path('psa-07', 'TIPI');
  const [text, lines] = [await readFile(path, 'latin1'), await read('tipi', path)];
  const households = lines.filter(({ table }) => table === 'DOSSIER');
  for (const { table, byteOffset, byteLength } of lines) {
    const stretch = text.slice(byteOffset, byteOffset + byteLength);
    expect(stretch.startsWith(`<${table} `)).toBe(true);
    expect(stretch.endsWith(`</${table}>`) || stretch.endsWith('/>')).toBe(true);
    expect(stretch.split(`<${table} `)).toHaveLength(2);
    const around = households.filter(
      (one) => one.byteOffset <= byteOffset && byteOffset + byteLength <= one.byteOffset + one.byteLength,
    );
    expect(around).toHaveLength(1);
  }
});
