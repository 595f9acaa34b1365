import fc from 'fast-check';
import { accepted, layoutWith, readFile, readStretch } from './testing/adapter-run.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const coordin = layoutWith({});

describe('records of delimited text', () => {
  it('hold the wanted values in the order asked for, decoded, with quotes and line breaks', async () => {
    const layout = layoutWith({ layout: { wanted: ['C', 'A'] } });
    const bytes = latin1('A;X;C\r\n1;"dropped;\r\n";"dit ""le \x80""\r\nsuite"\r\n');
    expect(await readFile(layout, bytes, [3])).toEqual([
      { table: 'T', record: 1, byteOffset: 7, byteLength: bytes.length - 7, fields: ['dit "le €"\r\nsuite', '1'] },
    ]);
  });

  it('carry the fault of their shape, with what could be read', async () => {
    const bytes = latin1('A;B;C\r\n1;2\r\n3;4;5;6\r\n7;"8"x;9\r\n10;11;12\r\n');
    const records = await readFile(coordin, bytes);
    expect(records.map(({ fields, fault }) => [fields, fault?.code])).toEqual([
      [['1', '2', undefined], 'row.width'],
      [['3', '4', '5'], 'row.width'],
      [['7', undefined, '9'], 'row.width'],
      [['10', '11', '12'], undefined],
    ]);
  });

  it('name the first wanted column whose bytes mean nothing, and never look at a dropped one', async () => {
    const layout = layoutWith({ layout: { wanted: ['A', 'C'] } });
    const records = await readFile(layout, latin1('A;B;C\r\n1;\x81;3\r\n4;5;\x9d\r\n\0;8;\x81\r\n'));
    expect(records.map(({ fault }) => fault)).toEqual([
      undefined,
      { code: 'encoding.invalid', field: 'C' },
      { code: 'encoding.invalid', field: 'A' },
    ]);
  });

  it('keep a quote in the middle of a value, and a CR that ends no record', async () => {
    const records = await readFile(coordin, latin1('A;B;C\r\nl"1";a\rb; "c"\r\n'), [1]);
    expect(records[0]?.fields).toEqual(['l"1"', 'a\rb', ' "c"']);
  });

  it('skip empty lines without counting, unless there is only one column', async () => {
    expect(await readFile(coordin, latin1('A;B;C\r\n\r\n1;2;3\r\n\r\n'))).toMatchObject([{ record: 1, byteOffset: 9 }]);
    const single = layoutWith({ layout: { wanted: ['A'] } });
    const records = await readFile(single, latin1('A\r\n\r\n1\r\n'));
    expect(records.map(({ fields }) => fields)).toEqual([[''], ['1']]);
  });

  it('come from csv-parse in other dialects, with the same promises', async () => {
    const layout = layoutWith({ dialect: { delimiter: '||', escape: '\\', recordEnd: { character: '¶' } } });
    const bytes = latin1('A||X||B||C\xb61||\x81||"a\\"|| b\xb6"||\xe9\xb62||"x"y||3||4\xb6');
    expect(await readFile(layout, bytes, [1])).toEqual([
      { table: 'T', record: 1, byteOffset: 11, byteLength: 20, fields: ['1', 'a"|| b¶', 'é'] },
      { table: 'T', record: 2, byteOffset: 31, byteLength: 14, fields: ['2', '3', '4'], fault: { code: 'row.width' } },
    ]);
  });

  it('materialise every column of a header for `all`', async () => {
    const layout = layoutWith({ dialect: { recordEnd: 'auto' }, layout: { wanted: 'all', watched: [] } });
    const bytes = latin1('nom;pr\xe9nom\n1;2\n');
    expect((await accepted(layout, bytes)).traits).toEqual({ recordEnd: '\n', columns: ['nom', 'prénom'] });
    expect(await readFile(layout, bytes)).toMatchObject([{ fields: ['1', '2'] }]);
  });

  it('can be read again one by one at their addresses, whatever the file and its cuts', async () => {
    const field = fc.constantFrom('', 'a', '\xe9t\xe9', '"x;\r\ny"', '"""q"""', '"bad"z', '\x81', 'l"o"ng');
    const line = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(';'));
    const cuts = fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), cuts, async (lines, lengths) => {
        const bytes = latin1(['A;B;C', ...lines, ''].join('\r\n'));
        const survey = await accepted(coordin, bytes, lengths);
        const records = await readFile(coordin, bytes, lengths);
        expect(records.length).toBe(survey.records['T']);
        for (const record of records) {
          const { byteOffset: start, byteLength, record: first } = record;
          expect(await readStretch(coordin, bytes, survey, { start, end: start + byteLength, first })).toEqual([
            record,
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('reading a stretch that is not what the survey saw', () => {
  it('ends with an error that names no value', async () => {
    const bytes = latin1('A;B;C\r\n1;"secret\r\n";3\r\n');
    const survey = await accepted(coordin, bytes);
    await expect(readStretch(coordin, bytes, survey, { start: 7, end: 18, first: 1 })).rejects.toMatchObject({
      code: 'delimited.cut.in-quotes',
      args: {},
    });
    const other = { ...survey, traits: {} };
    await expect(readStretch(coordin, bytes, other, { start: 7, end: 18, first: 1 })).rejects.toMatchObject({
      code: 'delimited.traits',
    });
  });
});
