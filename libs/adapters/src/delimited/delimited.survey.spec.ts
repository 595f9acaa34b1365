import { accepted, layoutWith, surveyRun } from './testing/adapter-run.js';
import { RECORD_LIMIT } from './delimited.refusal.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const coordin = layoutWith({});
const fourd = layoutWith({
  dialect: { delimiter: '\t', quote: null, recordEnd: 'auto', header: false },
  layout: { columns: ['A', 'B', 'C'], encodings: ['utf-8', 'windows-1252', 'macroman', 'utf-16le', 'utf-16be'] },
});

describe('a survey accepts', () => {
  it('cuts contiguous chunks that cover everything after the header', async () => {
    const bytes = latin1('A;B;C\r\n1;2;3\r\n\r\n4;"5\r\n5";6\r\n7;8;9\r\n\r\n');
    const survey = await accepted(coordin, bytes, [1]);
    expect(survey.chunks).toEqual([
      { start: 7, end: 28, firstRecord: { T: 1 }, records: { T: 2 } },
      { start: 28, end: bytes.length, firstRecord: { T: 3 }, records: { T: 1 } },
    ]);
    expect(survey).toMatchObject({ encoding: 'windows-1252', records: { T: 3 }, header: {} });
    expect(survey.traits).toEqual({ recordEnd: '\r\n', columns: ['A', 'B', 'C'] });
  });

  it('a header of its own order and case, with columns that nobody reads, even twice', async () => {
    const survey = await accepted(coordin, latin1('X; b ;"C";a;X;\r\n'));
    expect(survey).toMatchObject({ chunks: [], records: { T: 0 }, traits: { columns: ['X', 'b', 'C', 'a', 'X', ''] } });
  });

  it.each([
    ['CRLF', '1;"x\ny";3\r\n', '\r\n'],
    ['CR', '1;"x\ny";3\r', '\r'],
    ['LF', '1;"x\r\ny";3\n', '\n'],
    ['no line end at all', '1;2;3', '\n'],
  ])('the record end that the file settles: %s', async (_, text, recordEnd) => {
    const layout = layoutWith({
      dialect: { recordEnd: 'auto', header: false, finalRecordEnd: 'optional' },
      layout: { columns: ['A', 'B', 'C'] },
    });
    const survey = await accepted(layout, latin1(text), [1]);
    expect(survey).toMatchObject({ records: { T: 1 }, traits: { recordEnd } });
  });

  it('an empty file where no header is expected', async () => {
    expect(await accepted(fourd, latin1(''))).toMatchObject({ chunks: [], records: { T: 0 } });
    expect(await accepted(fourd, Buffer.from([0xff, 0xfe]))).toMatchObject({ encoding: 'utf-16le', records: { T: 0 } });
  });

  it('a file without its last record end where the profile says so', async () => {
    const layout = layoutWith({ dialect: { finalRecordEnd: 'optional' } });
    expect(await accepted(layout, latin1('A;B;C\r\n1;2;3'))).toMatchObject({ records: { T: 1 } });
  });
});

describe('a survey refuses', () => {
  const refusals: readonly (readonly [string, typeof coordin, Buffer, string, string])[] = [
    ['an empty file', coordin, latin1(''), 'file.truncated', 'delimited.header.none'],
    ['nothing but empty lines', coordin, latin1('\r\n\r\n'), 'file.truncated', 'delimited.header.none'],
    ['a cut header', coordin, latin1('A;B;C'), 'file.truncated', 'delimited.cut.last-record'],
    ['a header cut in quotes', coordin, latin1('A;B;"C'), 'file.truncated', 'delimited.cut.in-quotes'],
    ['a cut last record', coordin, latin1('A;B;C\r\n1;2;3'), 'file.truncated', 'delimited.cut.last-record'],
    ['a cut between CR and LF', coordin, latin1('A;B;C\r\n1;2;3\r'), 'file.truncated', 'delimited.cut.last-record'],
    ['a cut in quotes', coordin, latin1('A;B;C\r\n1;2;3\r\n4;"5'), 'file.truncated', 'delimited.cut.in-quotes'],
    ['a missing column', coordin, latin1('A;B\r\n1;2\r\n'), 'file.mismatch', 'delimited.columns.missing'],
    ['a wanted column twice', coordin, latin1('A;B;C;b\r\n'), 'file.mismatch', 'delimited.columns.repeated'],
    [
      'another table without header',
      fourd,
      latin1('1\t2\r3\t4\r5\t6\t7\r'),
      'file.mismatch',
      'delimited.columns.count',
    ],
    ['a UTF-8 mark', coordin, latin1('\xef\xbb\xbfA;B;C\r\n'), 'file.unreadable', 'delimited.encoding.contradicted'],
    ['a UTF-16 mark', coordin, utf16('\ufeffA;B;C\r\n'), 'file.unreadable', 'delimited.encoding.contradicted'],
    ['half a character', fourd, utf16('1\t2\t3\r').subarray(0, -1), 'file.unreadable', 'delimited.encoding.odd-length'],
  ];

  it.each(refusals)('%s', async (_, layout, bytes, reason, key) => {
    for (const lengths of [[], [1]]) {
      const { result } = await surveyRun(layout, bytes, { lengths });
      expect(result).toMatchObject({ ok: false, refusal: { reason, detail: { key } } });
    }
  });

  it('a header with the names of the columns that it lacks', async () => {
    const { result } = await surveyRun(coordin, latin1('B\r\n'));
    expect(result).toMatchObject({ refusal: { detail: { args: { table: 'T', columns: 'A, C' } } } });
  });

  it('a record that never ends, in quotes or not, whatever the blocks', async () => {
    const long = latin1(`A;B;C\r\n1;2;3\r\n4;"${'x'.repeat(RECORD_LIMIT)}";6\r\n`);
    for (const lengths of [[], [65_536], [1_000_003]]) {
      const { result } = await surveyRun(coordin, long, { lengths });
      expect(result).toMatchObject({ refusal: { reason: 'file.unreadable', byteOffset: 14 } });
    }
  });
});

describe('what ends a survey from outside', () => {
  it('is thrown as it is: a broken stream', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(latin1('A;B;C\r\n1;2;3\r\n'));
      throw new Error('disk gone');
    }
    const { createDelimitedAdapter } = await import('./delimited.adapter.js');
    for (const delimiter of [';', ';;'])
      await expect(
        createDelimitedAdapter(layoutWith({ dialect: { delimiter } })).survey(broken(), { chunkRecords: 10 }),
      ).rejects.toThrow('disk gone');
  });

  it('is thrown as it is: an aborted signal', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(surveyRun(coordin, latin1('A;B;C\r\n'), { signal })).rejects.toThrow('stopped');
  });
});
