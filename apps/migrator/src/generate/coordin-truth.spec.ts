import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { badDate, csv, judge, known, named, tallyOf } from '../../../../test/support/export-oracle.js';
import type { Row } from '../../../../test/support/export-oracle.js';
import { generateExports } from './generate-exports.js';
import type { FileTruth, GenerateSummary } from './generate-exports.js';
import { COORDIN_COLUMNS } from './tables.js';

const HOUSING = known('01 | 02 | 03 | 04 | 05 | 06 | 07 | 08 | 09 | 10 | 99');

describe('the truth about 2,000 households', () => {
  let out = '';
  let summary: GenerateSummary;
  const truthOf = (table: string): FileTruth => summary.files.find((file) => file.table === table) as FileTruth;
  const sheet = async (table: 'USAGERS' | 'DOSSIERS' | 'INTERVENTIONS'): Promise<Row[]> => {
    const [header, ...rows] = csv(await readFile(join(out, 'ssdp-06', truthOf(table).name), 'latin1'));
    expect(header).toEqual(COORDIN_COLUMNS[table]);
    return named(rows, COORDIN_COLUMNS[table]);
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

  it('holds for COORDIN, record by record', async () => {
    const { fates, tally: persons } = judge(await sheet('USAGERS'), {
      key: 'NUM_USAGER',
      withheld: (row) => row['REFUS'] === 'O',
      fault: (row) => {
        if (row['NOM']?.includes('\x81') === true) return 'encoding.invalid';
        if (badDate(row['DATE_NAISS'])) return 'date.invalid';
        if (!HOUSING.has(row['TYPE_LOGT'] ?? '')) return 'code.unmapped';
        return /^\d+$/.test(row['NB_ENFANTS'] ?? '') ? null : 'number.invalid';
      },
    });
    const { tally: cases } = judge(await sheet('DOSSIERS'), {
      key: 'NUM_DOSSIER',
      fault: (row) =>
        badDate(row['DATE_OUVERTURE'])
          ? 'date.invalid'
          : /^[12349]$/.test(row['CTX_FAMILIAL'] ?? '')
            ? null
            : 'code.unmapped',
    });
    const { tally: acts } = judge(await sheet('INTERVENTIONS'), {
      key: 'NUM_INTERV',
      owner: (row) => fates.get(row['NUM_USAGER'] ?? ''),
      fault: (row) => {
        if (row['TYPE_INTERV']?.includes('\x81') === true) return 'encoding.invalid';
        if (badDate(row['DATE_INTERV'])) return 'date.invalid';
        const target = /^(LOG|EMP|SAN|DRO|ENF|ASS)?$/.test(row['ORIENTATION'] ?? '');
        return target && /^(VAD|RDV|TEL|ORI|COU|PER|SYN)$/.test(row['TYPE_INTERV'] ?? '') ? null : 'code.unmapped';
      },
    });
    expect([persons, cases, acts]).toEqual(
      ['USAGERS', 'DOSSIERS', 'INTERVENTIONS'].map((table) => tallyOf(truthOf(table))),
    );
  });

  it('knows every kind of dirt that the layouts name', () => {
    const reasons = new Set(
      summary.files.flatMap((file) =>
        [file, file.persons, file.aids].flatMap((counts) => Object.keys(counts?.quarantined ?? {})),
      ),
    );
    expect([...reasons].toSorted()).toEqual([
      'code.unmapped',
      'date.invalid',
      'encoding.invalid',
      'key.duplicate',
      'key.missing',
      'number.invalid',
      'reference.unknown',
      'row.width',
    ]);
    for (const table of ['USAGERS', 'INTERVENTIONS', 'Personnes', 'Entretiens'])
      expect(truthOf(table).withheld).toBeGreaterThan(0);
  });
});
