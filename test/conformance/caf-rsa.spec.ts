import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPEAT_SEPARATOR, type SourceRecord, type XmlLayout } from '#libs/domain';
import { createXmlAdapter } from '#libs/adapters';

const FILE = join(import.meta.dirname, '../../../shared/data/caf-rsa-flux/RSABEM.xml');

/** The monthly RSA flow of the CAF: a layout that no code knows of, written here to prove that a layout is enough. */
const RSA: XmlLayout = {
  root: 'Racine',
  encodings: ['windows-1252'],
  header: {},
  tables: [
    {
      table: 'InfosFoyerRSA',
      path: 'InfosFoyerRSA',
      watched: ['request'],
      columns: [
        { name: 'request', path: 'IdentificationRSA/DemandeRSA/NUMDEMRSA' },
        { name: 'family', path: 'DonneesAdministratives/SituationFamille/SITFAM' },
        { name: 'building', path: 'DonneesAdministratives/Adresse/AdresseDetailleeFrance/COMPLIDEADR' },
        { name: 'town', path: 'DonneesAdministratives/Adresse/AdresseDetailleeFrance/NOMCOM' },
      ],
    },
    {
      table: 'Personne',
      path: 'Personne',
      parent: 'InfosFoyerRSA',
      watched: [],
      columns: [
        { name: 'name', path: 'Identification/NOM' },
        { name: 'birth', path: 'Identification/DTNAI' },
        { name: 'benefit', path: 'Prestations/NATPREST', repeated: true },
        { name: 'activity', path: 'Activite/ACT', repeated: true },
        { name: 'until', path: 'Activite/DFACT', repeated: true },
      ],
    },
  ],
};

const adapter = createXmlAdapter(RSA);
const joined = (...values: string[]): string => values.join(REPEAT_SEPARATOR);

if (existsSync(FILE)) {
  const bytes = readFileSync(FILE);
  /** Texts of all elements of a name, found without any parser. */
  const every = (element: string): string[] =>
    [...bytes.toString('latin1').matchAll(new RegExp(`<${element}>([^<]*)</`, 'g'))].map(([, text = '']) => text);

  async function* blocks(start = 0, end = bytes.length): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end; at += 1000) yield bytes.subarray(at, Math.min(at + 1000, end));
  }
  const written = (element: string): number => bytes.toString('latin1').split(`<${element}>`).length - 1;

  it('reads the monthly RSA flow of the CAF by a layout alone', async () => {
    const result = await adapter.survey(blocks(), { chunkRecords: 100 });
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    expect(result.survey).toMatchObject({
      encoding: 'windows-1252',
      records: { InfosFoyerRSA: written('InfosFoyerRSA'), Personne: written('Personne') },
    });
    const records: SourceRecord[] = [];
    for (const { start, end, firstRecord } of result.survey.chunks) {
      const range = { start, end, firstRecord, blocks: () => blocks(start, end) };
      for await (const batch of adapter.records(range, result.survey)) records.push(...batch);
    }
    const [household, first] = records;
    expect(household?.fields).toEqual([every('NUMDEMRSA')[0], every('SITFAM')[0], '', every('NOMCOM')[0]]);
    expect(first?.fields).toEqual([
      every('NOM')[0],
      every('DTNAI')[0],
      joined(...every('NATPREST').slice(0, 2)),
      joined(...every('ACT').slice(0, 2)),
      joined(every('DFACT')[0] ?? '', ''),
    ]);
    expect(records.filter(({ fault }) => fault !== undefined)).toEqual([]);
    for (const { byteOffset, byteLength, table } of records)
      expect(bytes.toString('latin1', byteOffset, byteOffset + byteLength)).toMatch(
        new RegExp(`^<${table}>[^]*</${table}>$`),
      );
  });
} else {
  it.skip('the RSA flow of the CAF is not beside the checkout', () => undefined);
  process.stderr.write('conformance: no RSA flow of the CAF beside the checkout, skipped\n');
}
