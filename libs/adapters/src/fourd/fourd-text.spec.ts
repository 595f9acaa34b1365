import type { DelimitedLayout, Encoding } from '#libs/domain';
import { accepted, readFile } from '../delimited/testing/adapter-run.js';
import { bytesOf } from '../delimited/testing/plans.js';
import { toUnits } from '../encoding/unit-text.js';

const personnes = (dialect: Partial<DelimitedLayout['dialect']> = {}): DelimitedLayout => ({
  table: 'Personnes',
  dialect: { delimiter: '\t', quote: null, recordEnd: 'auto', header: false, finalRecordEnd: 'required', ...dialect },
  encodings: ['utf-8', 'windows-1252', 'macroman', 'utf-16le', 'utf-16be'],
  columns: ['ID_Personne', 'Nom', 'Prenoms', 'Remarques', 'Modif_Le'],
  wanted: ['ID_Personne', 'Nom', 'Prenoms', 'Modif_Le'],
  watched: ['ID_Personne'],
});

const write = (text: string, encoding: Encoding): Buffer => bytesOf(toUnits(text, encoding) ?? '', encoding);
const rows = (delimiter: string, recordEnd: string): string =>
  [
    ['1', 'DE "LA" TOUR', 'Hélène', 'suivi{linefeed}à revoir', '01/02/24'],
    ['2', 'LEFÈVRE', "'O", 'deux\u000blignes', '00/00/00'],
  ]
    .map((fields) => fields.join(delimiter) + recordEnd)
    .join('');
const expected = [
  ['1', 'DE "LA" TOUR', 'Hélène', '01/02/24'],
  ['2', 'LEFÈVRE', "'O", '00/00/00'],
];

describe('4D text exports', () => {
  it.each<[string, Encoding, string]>([
    ['a Mac, up to v2004', 'macroman', '\r'],
    ['Windows', 'windows-1252', '\r\n'],
    ['v11 and later', 'utf-8', '\r'],
    ['v11 and later, in UTF-16 without a mark', 'utf-16le', '\r'],
    ['another byte order', 'utf-16be', '\n'],
  ])('from %s: %s', async (_, encoding, recordEnd) => {
    const bytes = write(rows('\t', recordEnd), encoding);
    expect(await accepted(personnes(), bytes, [3])).toMatchObject({ encoding, traits: { recordEnd } });
    const records = await readFile(personnes(), bytes, [3]);
    expect(records.map(({ fields }) => fields)).toEqual(expected);
  });

  it.each([
    ['\t', '\x1b'],
    ['\t', '|'],
    ['|', '\n'],
  ])('with separators that the application changed: %j and %j', async (delimiter, character) => {
    const layout = personnes({ delimiter, recordEnd: { character } });
    const records = await readFile(layout, write(rows(delimiter, character), 'macroman'), [1]);
    expect(records.map(({ fields }) => fields)).toEqual(expected);
  });

  it('with a header that a hand-made exporter wrote', async () => {
    const { columns = [] } = personnes();
    const bytes = write(`${columns.join('\t')}\r${rows('\t', '\r')}`, 'macroman');
    expect((await readFile(personnes({ header: true }), bytes)).map(({ fields }) => fields)).toEqual(expected);
  });

  it('where a row of another width is corruption, and its neighbours are read', async () => {
    const bytes = write('1\ta\tb\tc\td\r2\ta\tb\r3\ta\tb\tc\td\r', 'windows-1252');
    expect((await readFile(personnes(), bytes)).map(({ fault }) => fault?.code)).toEqual([
      undefined,
      'row.width',
      undefined,
    ]);
  });
});
