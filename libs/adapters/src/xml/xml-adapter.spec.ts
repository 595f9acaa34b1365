import { REPEAT_SEPARATOR } from '#libs/domain';
import { createXmlAdapter } from './xml-adapter.js';
import { rangeOf, recordsOf, surveyOf } from './testing/blocks.js';
import { TIPI_LAYOUT, tipiDocument } from './testing/tipi.layout.js';

const adapter = createXmlAdapter(TIPI_LAYOUT);

const FIRST = `<DOSSIER num="T1" maj="2012">
  <PERSONNE id="P1" rang="1"><NOM>L&#233;vy &amp; fils</NOM><PRENOMS>Émilie  Anne</PRENOMS><NAISSANCE/><SITUATION code="2"/></PERSONNE>
  <ADRESSE><VOIE><![CDATA[12 <rue>]]> des<!-- not here --> Écoles</VOIE><CP>75019</CP></ADRESSE>
  <AIDE num="A1" nature="03"><DECISION date="2012-01-01" code="AJ"/><DECISION code="AC" montant="5"/><MOTIF>dropped</MOTIF></AIDE>
  <COMMENTAIRE>dropped</COMMENTAIRE>
</DOSSIER>`;
const SECOND = '<DOSSIER num="T2" ><PERSONNE id="P2" rang=\'1\'><NOM>Ba</NOM></PERSONNE></DOSSIER >';
const bytes = Buffer.from(tipiDocument([FIRST, SECOND]));

const read = async (text: string | Buffer) => {
  const document = Buffer.from(text);
  return recordsOf(adapter, document, await surveyOf(adapter, document));
};

describe('records', () => {
  it('hold the values of their columns, in the order of the layout', async () => {
    const [dossier, personne, aide] = await read(bytes);
    expect(dossier?.fields).toEqual(['T1', '2012', '12 <rue> des Écoles', '75019', undefined]);
    expect(personne?.fields).toEqual(['P1', '1', 'Lévy & fils', 'Émilie  Anne', '', '2']);
    expect(aide?.fields.slice(0, 3)).toEqual(['A1', '03', undefined]);
  });

  it('join repeated columns, aligned by occurrence of the repeated element', async () => {
    const aide = (await read(bytes))[2];
    expect(aide?.fields.slice(3)).toEqual([
      `2012-01-01${REPEAT_SEPARATOR}`,
      `AJ${REPEAT_SEPARATOR}AC`,
      `${REPEAT_SEPARATOR}5`,
    ]);
  });

  it('leave a repeated column undefined that never occurs', async () => {
    const records = await read(tipiDocument(['<DOSSIER num="T1"><AIDE num="A1"/></DOSSIER>']));
    expect(records[1]?.fields.slice(3)).toEqual([undefined, undefined, undefined]);
  });

  it('come right after the record that encloses them, and know it', async () => {
    const records = await read(bytes);
    expect(records.map(({ table, record }) => `${table} ${record}`)).toEqual([
      'DOSSIER 1',
      'PERSONNE 1',
      'AIDE 1',
      'DOSSIER 2',
      'PERSONNE 2',
    ]);
    expect(records[2]?.parent).toBe(records[0]);
    expect(records[4]?.parent).toBe(records[3]);
    expect(records[0]?.parent).toBeUndefined();
  });

  it('have the address of their element, and the unit of the outermost one', async () => {
    const records = await read(bytes);
    const text = (at: number): string => {
      const { byteOffset = 0, byteLength = 0 } = records[at] ?? {};
      return bytes.subarray(byteOffset, byteOffset + byteLength).toString();
    };
    expect([text(0), text(3)]).toEqual([FIRST, SECOND]);
    expect(text(1)).toMatch(/^<PERSONNE id="P1".*<\/PERSONNE>$/u);
    expect(records[4]?.unit).toEqual({
      record: 2,
      byteOffset: records[3]?.byteOffset,
      byteLength: Buffer.byteLength(SECOND),
    });
  });

  it('can be read again one by one from their address', async () => {
    const survey = await surveyOf(adapter, bytes);
    const records = await recordsOf(adapter, bytes, survey);
    const unit = records[4]?.unit;
    const start = unit?.byteOffset ?? 0;
    const range = { start, end: start + (unit?.byteLength ?? 0), firstRecord: { DOSSIER: 2, PERSONNE: 2 } };
    const again = [];
    for await (const batch of adapter.records(rangeOf(bytes, range), survey)) again.push(...batch);
    expect(again).toEqual(records.slice(3));
  });

  it('carry the fault of a column that occurs twice', async () => {
    const records = await read(tipiDocument(['<DOSSIER num="T1"><ADRESSE><CP>1</CP><CP>2</CP></ADRESSE></DOSSIER>']));
    expect(records[0]?.fault).toEqual({ code: 'value.invalid', field: 'cp' });
  });

  it('carry the fault of bytes that mean nothing, in materialised columns only', async () => {
    const broken = (element: string): Buffer => {
      const text = tipiDocument([
        `<DOSSIER num="T1"><PERSONNE id="P1"><${element}>a?</${element}></PERSONNE></DOSSIER>`,
      ]);
      return Buffer.from(text.replace('a?', 'a\xe9'), 'latin1');
    };
    expect((await read(broken('NOM')))[1]?.fault).toEqual({ code: 'encoding.invalid', field: 'nom' });
    expect((await read(broken('SURNOM')))[1]?.fault).toBeUndefined();
  });
});

describe('chunks', () => {
  const documents = Array.from({ length: 7 }, (_, at) => `<DOSSIER num="T${at}"><PERSONNE id="P${at}"/></DOSSIER>`);
  const many = Buffer.from(tipiDocument(documents));

  it('hold about as many outermost records as asked, and the numbers of their first ones', async () => {
    const { chunks } = await surveyOf(adapter, many, { chunkRecords: 3 });
    expect(chunks.map(({ firstRecord }) => firstRecord)).toEqual([
      { DOSSIER: 1, PERSONNE: 1, AIDE: 1 },
      { DOSSIER: 4, PERSONNE: 4, AIDE: 1 },
      { DOSSIER: 7, PERSONNE: 7, AIDE: 1 },
    ]);
    expect(chunks.map(({ records }) => records)).toEqual([
      { DOSSIER: 3, PERSONNE: 3, AIDE: 0 },
      { DOSSIER: 3, PERSONNE: 3, AIDE: 0 },
      { DOSSIER: 1, PERSONNE: 1, AIDE: 0 },
    ]);
  });

  it('give the same records whatever their size', async () => {
    const whole = await recordsOf(adapter, many, await surveyOf(adapter, many));
    const single = await recordsOf(adapter, many, await surveyOf(adapter, many, { chunkRecords: 1 }));
    expect(single).toEqual(whole);
  });

  it('are refused when their bytes are others than the survey saw', async () => {
    const survey = await surveyOf(adapter, many);
    const [chunk] = survey.chunks;
    if (chunk === undefined) throw new Error('no chunk');
    const shifted = { ...chunk, start: chunk.start + 1 };
    const reading = adapter.records(rangeOf(many, shifted), survey)[Symbol.asyncIterator]().next();
    await expect(reading).rejects.toMatchObject({ code: 'xml.chunk' });
  });
});
