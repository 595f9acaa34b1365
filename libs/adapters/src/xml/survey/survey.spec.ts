import type { SourceRecord } from '#libs/domain';
import { blocksOf, recordsOf, surveyOf } from '../testing/blocks.js';
import { FOURD_LAYOUT } from '../testing/fourd.layout.js';
import { TIPI_LAYOUT, tipiDocument } from '../testing/tipi.layout.js';
import { createXmlAdapter } from '../xml-adapter.js';

const tipi = createXmlAdapter(TIPI_LAYOUT);
const fourd = createXmlAdapter(FOURD_LAYOUT);

const fourdDocument = (encoding: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><base4D application="Suivi"><table nom="Personnes">
<enregistrement><ID_Personne>1</ID_Personne><Nom>Zoé</Nom></enregistrement>
<enregistrement><ID_Personne>2</ID_Personne></enregistrement></table>
<table nom="Autre"><enregistrement><Nom>dropped</Nom></enregistrement></table>
<table nom="Été"><enregistrement><Libellé>août</Libellé></enregistrement></table></base4D>`;

it('says what the file says of itself', async () => {
  const { header, encoding, records } = await surveyOf(tipi, Buffer.from(tipiDocument([])));
  expect(header).toEqual({ site: 'SSDP19', date: '2012-04-10', type: 'COMPLET' });
  expect(encoding).toBe('utf-8');
  expect(records).toEqual({ DOSSIER: 0, PERSONNE: 0, AIDE: 0 });
});

it('hands out the watched columns of every record in file order, nothing else', async () => {
  const document = tipiDocument([
    '<DOSSIER num="T1"><PERSONNE id="P1"><NOM>x</NOM><NAISSANCE>1979</NAISSANCE></PERSONNE><AIDE num="A1"/></DOSSIER>',
  ]);
  const seen: SourceRecord[] = [];
  await surveyOf(tipi, Buffer.from(document), { onRecord: (record) => seen.push(record) });
  expect(seen.map(({ table, fields }) => [table, ...fields])).toEqual([
    ['DOSSIER', 'T1'],
    ['PERSONNE', '1979', 'P1'],
    ['AIDE', 'A1'],
  ]);
});

it.each([
  ['UTF-8', Buffer.from(fourdDocument('UTF-8'))],
  ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${fourdDocument('UTF-8')}`)],
  ['ISO-8859-1', Buffer.from(fourdDocument('ISO-8859-1'), 'latin1')],
  ['windows-1252', Buffer.from(fourdDocument('Windows-1252'), 'latin1')],
])('tells tables of one element apart by an attribute, in %s', async (_, bytes) => {
  const survey = await surveyOf(fourd, bytes);
  expect(survey.records).toEqual({ Personnes: 2, Été: 1 });
  expect(survey.chunks.map(({ records }) => records)).toEqual([{ Personnes: 2 }, { Été: 1 }]);
  const records = await recordsOf(fourd, bytes, survey);
  expect(records.map(({ table, fields }) => [table, ...fields])).toEqual([
    ['Personnes', '1', 'Zoé'],
    ['Personnes', '2', undefined],
    ['Été', 'août'],
  ]);
  expect(bytes.subarray(records[0]?.byteOffset).toString('latin1')).toMatch(/^<enregistrement><ID_Personne>1</u);
});

it('never mixes two outermost tables in a chunk, even when they alternate in one element', async () => {
  const column = { name: 'v', path: '@v' };
  const adapter = createXmlAdapter({
    ...FOURD_LAYOUT,
    root: 'r',
    tables: ['A', 'B'].map((table) => ({ table, path: table, watched: [], columns: [column] })),
  });
  const bytes = Buffer.from('<r><A v="1"/><A v="2"/>text<B v="3"/><A v="4"/></r>');
  const survey = await surveyOf(adapter, bytes);
  expect(survey.chunks.map(({ firstRecord, records }) => [firstRecord, records])).toEqual([
    [{ A: 1 }, { A: 2 }],
    [{ B: 1 }, { B: 1 }],
    [{ A: 3 }, { A: 1 }],
  ]);
  const records = await recordsOf(adapter, bytes, survey);
  expect(records.map(({ record, fields }) => [record, ...fields])).toEqual([
    [1, '1'],
    [2, '2'],
    [1, '3'],
    [3, '4'],
  ]);
});

it('stops when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  const reading = tipi.survey(blocksOf(Buffer.from(tipiDocument([]))), { chunkRecords: 1, signal });
  await expect(reading).rejects.toThrow('enough');
});
