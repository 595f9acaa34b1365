import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { badDate, judge, tallyOf } from '../../../../test/support/export-oracle.js';
import type { Row } from '../../../../test/support/export-oracle.js';
import { generateExports } from './generate-exports.js';
import type { FileTruth, GenerateSummary } from './generate-exports.js';

describe('the truth about TIPI', () => {
  let out = '';
  let summary: GenerateSummary;
  const truthOf = (table: string): FileTruth => summary.files.find((file) => file.table === table) as FileTruth;

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

  it('holds for TIPI, record by record, and its end marker counts them', async () => {
    const text = await readFile(join(out, 'ssdp-06', truthOf('TIPI').name), 'latin1');
    const attribute = (xml: string, name: string): string =>
      new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1] ?? '(missing)';
    const units = [...text.matchAll(/<DOSSIER .*?<\/DOSSIER>/gs)].map(([unit]) => unit);
    const { tally: dossiers } = judge(
      units.map((unit) => ({ num: attribute(unit, 'num') })),
      { key: 'num', fault: () => null },
    );
    const applicants = new Map<string, string>();
    const personRows: Row[] = units.flatMap((xml, unit) =>
      [...xml.matchAll(/<PERSONNE .*?<\/PERSONNE>/g)].map(([person]) => ({
        id: attribute(person, 'id'),
        rang: attribute(person, 'rang'),
        unit: String(unit),
        xml: person,
        born: /<NAISSANCE>(.*?)<\/NAISSANCE>/.exec(person)?.[1] ?? '',
        work: /<EMPLOI code="(.*?)"/.exec(person)?.[1] ?? '',
      })),
    );
    const { fates, tally: persons } = judge(personRows, {
      key: 'id',
      withheld: (row) => row['xml']?.includes('<REFUS_INFORMATIQUE>1<') === true,
      fault: (row) =>
        badDate(row['born']) ? 'date.invalid' : /^E\d$/.test(row['work'] ?? '') ? null : 'code.unmapped',
    });
    for (const row of personRows.toSorted((one, other) => Number(other['rang']) - Number(one['rang']))) {
      applicants.set(row['unit'] ?? '', fates.get(row['id'] ?? '') ?? 'unknown');
    }
    const aidRows: Row[] = units.flatMap((xml, unit) =>
      [...xml.matchAll(/<AIDE .*?<\/AIDE>/g)].map(([aid]) => ({
        num: attribute(aid, 'num'),
        unit: String(unit),
        nature: attribute(aid, 'nature'),
        codes: [...aid.matchAll(/code="(.*?)"/g)].map(([, code]) => code).join(),
        day: attribute(aid, 'date'),
        amount: attribute(aid, 'montant'),
      })),
    );
    const { tally: aids } = judge(aidRows, {
      key: 'num',
      owner: (row) => applicants.get(row['unit'] ?? ''),
      fault: (row) => {
        if (badDate(row['day'])) return 'date.invalid';
        if (!/^\d+$/.test(row['amount'] ?? '')) return 'number.invalid';
        return /^0[1-7]$/.test(row['nature'] ?? '') && /^((AC|AP|RF|AJ|AN),?)+$/.test(row['codes'] ?? '')
          ? null
          : 'code.unmapped';
      },
    });
    const truth = truthOf('TIPI');
    expect([dossiers, persons, aids]).toEqual(
      [truth, truth.persons, truth.aids].map((counts) => tallyOf(counts as FileTruth)),
    );
    expect(text).toContain(
      `<FIN dossiers="${String(units.length)}" personnes="${String(personRows.length)}" aides="${String(aidRows.length)}"/>`,
    );
  });
});
