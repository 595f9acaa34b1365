import type { SourceRecord } from '#libs/domain';
import { layoutWith, surveyRun } from './testing/adapter-run.js';
import { WatchedRelay } from './watched.relay.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const coordin = layoutWith({});

describe('watched columns of a survey', () => {
  it('come in file order with addresses and faults, and nothing else is materialised', async () => {
    const { watched } = await surveyRun(coordin, latin1('A;B;C\r\n1;\x81;3\r\n2;3\r\n\x81;2;3\r\n'));
    expect(watched).toMatchObject([
      { record: 1, byteOffset: 7, fields: ['1'] },
      { record: 2, fields: ['2'], fault: { code: 'row.width' } },
      { record: 3, fields: [undefined], fault: { code: 'encoding.invalid', field: 'A' } },
    ]);
  });

  it('wait for the encoding, in their order, where the file has to tell it', async () => {
    const layout = layoutWith({ layout: { encodings: ['utf-8', 'windows-1252', 'macroman'] } });
    const bytes = latin1('A;B;C\r\n1;;\r\nZo\xe9;;\r\n3;;\r\nMich\xe8le;\xe0;\xe9t\xe9\r\n');
    const { watched, result } = await surveyRun(layout, bytes, { lengths: [5] });
    expect(result).toMatchObject({ survey: { encoding: 'windows-1252' } });
    expect(watched.map(({ fields }) => fields[0])).toEqual(['1', 'Zoé', '3', 'Michèle']);
  });

  it('wait no longer than it takes to tell, and are decoded at once from then on', () => {
    const handed: SourceRecord[] = [];
    const relay = new WatchedRelay(['A'], (record) => void handed.push(record));
    const watched = (value: string): SourceRecord => ({
      table: 'T',
      record: 1,
      byteOffset: 0,
      byteLength: 9,
      fields: [value],
    });
    relay.add(watched('\x8e'));
    while (!relay.full) relay.add(watched('b'));
    expect(handed).toEqual([]);
    relay.settle('macroman');
    relay.add(watched('\xf0'));
    expect(handed[0]?.fields).toEqual(['é']);
    expect(handed.at(-1)).toMatchObject({ fields: [undefined], fault: { code: 'encoding.invalid', field: 'A' } });
  });
});
